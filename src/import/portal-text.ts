import { type Diagnostic, error, type Place } from '../base/diagnostic.ts';
import { parseTimestamp, type TimeResult, type Timestamp, type Zone } from '../base/time.ts';
import { fold } from '../base/vietnamese.ts';
import { toMarkdown } from './to-markdown.ts';

/** What the plain text of a portal's page says. */
export interface ImportedArticle {
  /** The name of the section as the portal shows it; empty if the text does not begin with one. */
  readonly sectionTitle: string;
  readonly title: string;
  readonly date: Timestamp;
  readonly zone: Zone;
  readonly views: number | null;
  /** Markdown whose words are the original's. */
  readonly body: string;
}

export type ImportResult =
  | { readonly ok: true; readonly article: ImportedArticle; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** How far down the line with the date may stand: a section's name, a title over two lines, blanks between. */
const HEAD_LINES = 12;

/**
 * Reads the text of a page as portals give it: the section, a blank line, the title, the line with date and views,
 * the paragraphs. `text` is decoded, with LF; `path` is for findings.
 */
export function readPortalText(text: string, path: string, zone: Zone): ImportResult {
  const lines = text
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(/[\u00a0\u202f]/g, ' ').trimEnd());
  const place = (index: number): Place => ({ path, line: index + 1, column: 1, text: lines[index] ?? '' });
  const filled = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index]));
  const dateline = filled.find((index) => index < HEAD_LINES && looksLikeDateline(lines[index] ?? ''));
  if (dateline === undefined) {
    const code = filled.length < 3 ? 'import-unknown' : 'import-dateless';
    return { ok: false, diagnostics: [error(code, place(filled[1] ?? 0), {})] };
  }
  const head = filled.filter((index) => index < dateline);
  if (head.length === 0) return { ok: false, diagnostics: [error('import-unknown', place(dateline), {})] };
  const { result, views } = readDateline(lines[dateline] ?? '', zone);
  if (!('time' in result)) {
    const params = { field: 'Ngày đăng', value: (lines[dateline] ?? '').trim() };
    return { ok: false, diagnostics: [error('date-range', place(dateline), params)] };
  }
  // A blank line divides the section's name from the title; without one, all of the head is the title.
  const gap = head.findIndex((index, at) => at > 0 && index - (head[at - 1] ?? 0) > 1);
  const titleLines = gap > 0 ? head.slice(gap) : head;
  const words = (indexes: readonly number[]): string =>
    indexes
      .map((index) => (lines[index] ?? '').trim())
      .join(' ')
      .replace(/\s+/g, ' ');
  return {
    ok: true,
    article: {
      sectionTitle: gap > 0 ? words(head.slice(0, gap)) : '',
      title: words(titleLines),
      date: result.time,
      zone,
      views,
      body: toMarkdown(lines.slice(dateline + 1)),
    },
    diagnostics: [],
  };
}

const DATE = String.raw`(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})`;
const CLOCK = String.raw`(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*(AM|PM|Sáng|Chiều|Tối|Trưa|SA|CH)(?![\p{L}]))?`;
const DATE_PATTERN = new RegExp(DATE);
const CLOCK_PATTERN = new RegExp(CLOCK, 'iu');
const VIEWS = /(?:lượt xem|đã xem|lượt đọc|số lần xem)\s*:?\s*(\d[\d.,]*)/iu;
/** What may stand on such a line besides dates and figures. */
const FURNITURE =
  /ngay dang|dang ngay|dang luc|gui luc|cap nhat|luot xem|da xem|luot doc|so lan xem|sang|chieu|toi|trua|am|pm|ngay|luc|sa|ch/g;

/** A date on a line with hardly anything else: a sentence that tells a date is no dateline. */
function looksLikeDateline(line: string): boolean {
  if (!DATE_PATTERN.test(line)) return false;
  const rest = fold(line.normalize('NFC'))
    .replace(FURNITURE, '')
    .replace(/[\d\s|:/.,\-–]/g, '');
  return rest === '';
}

interface Dateline {
  readonly result: TimeResult;
  readonly views: number | null;
}

function readDateline(line: string, zone: Zone): Dateline {
  const [, day, month, year] = DATE_PATTERN.exec(line) ?? [];
  const figure = VIEWS.exec(line)?.[1]?.replace(/\D/g, '');
  // The figure goes first, so that its digits are not taken for a time.
  const clock = CLOCK_PATTERN.exec(line.replace(VIEWS, ' '));
  const date = `${day}/${month}/${year}`;
  const time = clock ? ` ${hourOf(clock[1] ?? '', clock[4] ?? '')}:${clock[2]}:${clock[3] ?? '00'}` : '';
  return {
    result: parseTimestamp(date + time, zone),
    views: figure === undefined ? null : Number(figure),
  };
}

/** Twelve-hour clocks: `7:38 Sáng`, `03:25 PM`, `12:10 AM`. */
function hourOf(hour: string, half: string): string {
  const number = Number(hour);
  const word = fold(half);
  if (word === '') return hour;
  const isMorning = word === 'am' || word === 'sang' || word === 'sa';
  if (isMorning) return String(number === 12 ? 0 : number);
  return String(number < 12 ? number + 12 : number);
}
