import { parseTimestamp, type TimeResult, type Zone } from '../base/time.ts';
import { fold } from '../base/vietnamese.ts';

/** What the line under a title says. */
export interface Dateline {
  readonly result: TimeResult;
  /** Date and time of day as written, for findings. */
  readonly written: string;
  /** Where the date begins, from 1. */
  readonly column: number;
  /** The count of views as written; undefined if there is none. */
  readonly views: string | undefined;
}

type Part = 'date' | 'clock' | 'views' | 'words';

const FIGURE = String.raw`\d{1,3}(?: \d{3})+|\d+(?:[.,]\d+)*`;

/** All that may stand on such a line, in any order. Folded, so that accents and case do not matter. */
const PARTS: readonly (readonly [Part, RegExp])[] = [
  ['date', /(\d{1,2} ?([/.-]) ?\d{1,2} ?\2 ?\d{4})(?!\d)/y],
  [
    'clock',
    /(\d{1,2}) ?[:h] ?(\d{2})(?: ?: ?(\d{2}))?(?!\d)(?: ?(am|pm|sa|ch|sang|trua|chieu|toi)(?![a-z]))?/y,
  ],
  [
    'views',
    new RegExp(`(?:luot xem|luot doc|da xem|so lan xem) ?:? ?(${FIGURE})|(${FIGURE}) ?luot(?![a-z])`, 'y'),
  ],
  [
    'words',
    /(?:ngay|dang|gui|cap nhat|luc|luot xem|luot doc|luot|xem|doc|da xem|so lan xem)(?![a-z])|[ |:,;.()–-]/y,
  ],
];

/**
 * Reads a line that holds one date and perhaps a time of day and a count of views, in any order; undefined for a
 * line that holds anything else, which would be lost: a sentence that tells a date is no dateline. `line` is NFC,
 * with single spaces.
 */
export function readDateline(line: string, zone: Zone): Dateline | undefined {
  const found = new Map<Part, RegExpExecArray>();
  const folded = fold(line);
  for (let at = 0; at < folded.length; ) {
    const read = readPart(folded, at);
    if (read === undefined || (read.part !== 'words' && found.has(read.part))) return undefined;
    found.set(read.part, read.match);
    at += read.match[0].length;
  }
  const date = found.get('date');
  if (date === undefined) return undefined;
  const clock = found.get('clock');
  const views = found.get('views');
  const day = date[0].replaceAll(' ', '');
  const time = clock === undefined ? '' : clockOf(clock);
  return {
    result: time === undefined ? { fault: 'range' } : parseTimestamp(`${day} ${time}`, zone),
    written: `${day} ${clock?.[0] ?? ''}`.trim(),
    column: date.index + 1,
    views: views?.[1] ?? views?.[2],
  };
}

function readPart(folded: string, at: number): { part: Part; match: RegExpExecArray } | undefined {
  for (const [part, pattern] of PARTS) {
    pattern.lastIndex = at;
    const match = pattern.exec(folded);
    if (match !== null) return { part, match };
  }
  return undefined;
}

/** `7:38 Sáng`, `03:25 PM`, `12:10 SA` as `HH:MM:SS`; undefined where hour and half of the day do not agree. */
function clockOf([, hour, minute, second = '00', half = '']: RegExpExecArray): string | undefined {
  const full = hourOf(Number(hour), half);
  return full === undefined ? undefined : `${full}:${minute}:${second}`;
}

function hourOf(hour: number, half: string): number | undefined {
  if (half === '') return hour;
  if (half === 'am' || half === 'sa' || half === 'sang') return hour > 12 ? undefined : hour % 12;
  if (half === 'trua' && hour >= 10 && hour <= 12) return hour;
  // Twelve at night is the end of a day to some and its beginning to others.
  if (hour === 0 || (hour === 12 && half === 'toi')) return undefined;
  return hour < 12 ? hour + 12 : hour;
}
