import { parseCount } from '../base/count.ts';
import { type Diagnostic, error, type Place } from '../base/diagnostic.ts';
import type { Timestamp, Zone } from '../base/time.ts';
import { type Dateline, readDateline } from './dateline.ts';
import { toMarkdown } from './to-markdown.ts';

/** What the plain text of a portal's page says. */
export interface ImportedArticle {
  /** The name of the section as the portal shows it; empty if the text does not begin with one. */
  readonly sectionTitle: string;
  readonly title: string;
  readonly date: Timestamp;
  /** Where `date` is told in local time. */
  readonly zone: Zone;
  /** null if the text gives no figure. */
  readonly views: number | null;
  /** Markdown whose words are the original's, bylines too; ends with a line break unless it is empty. */
  readonly body: string;
}

export type ImportResult =
  | { readonly ok: true; readonly article: ImportedArticle; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** How many lines with words are looked at for the one with the date, so that the finding can say what is wrong. */
const HEAD_LINES = 8;

/**
 * Reads the text of a page as portals give it: the section's name, the title, the line with date and views, then
 * one line a paragraph, with blank lines anywhere between; the section's name may be missing. Byte order mark, CRLF,
 * decomposed letters and invisible characters are taken for what they mean. `path` is for findings.
 *
 * Nothing is guessed: a line more than these before the text, or a date or figure that cannot be read, is an error.
 */
export function readPortalText(text: string, path: string, zone: Zone): ImportResult {
  const lines = text.normalize('NFC').split(/\r\n?|\n/);
  const words = lines.map(readable);
  const filled = words.flatMap((line, index) => (line === '' ? [] : [index]));
  const place = (index: number, column = 1): Place => ({
    path,
    line: index + 1,
    column,
    text: words[index] ?? '',
  });
  const fail = (diagnostic: Diagnostic): ImportResult => ({ ok: false, diagnostics: [diagnostic] });

  const found = findDateline(words, filled, zone);
  if (found === undefined) {
    const code = filled.length < 3 ? 'import-unknown' : 'import-dateless';
    return fail(error(code, place(filled[1] ?? filled[0] ?? 0), {}));
  }
  const { dateline, order } = found;
  if (order === 0 || order > 2)
    return fail(error('import-unknown', place(filled[Math.min(order, 2)] ?? 0), {}));
  const at = filled[order] ?? 0;
  const datePlace = place(at, dateline.column);
  if (!('time' in dateline.result)) return fail(dateFinding(dateline, dateline.result.fault, datePlace));
  const views = dateline.views === undefined ? null : parseCount(dateline.views);
  if (views === undefined) return fail(error('views-form', place(at), { value: dateline.views ?? '' }));
  return {
    ok: true,
    article: {
      sectionTitle: order === 2 ? (words[filled[0] ?? 0] ?? '') : '',
      title: words[filled[order - 1] ?? 0] ?? '',
      date: dateline.result.time,
      zone,
      views,
      body: toMarkdown(words.slice(at + 1)),
    },
    diagnostics: [],
  };
}

/** A line as it is read: what nobody sees goes, and all white space is single spaces. */
function readable(line: string): string {
  return line
    .replace(
      /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u2060\ufeff\ufffe\uffff]/g,
      '',
    )
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
}

/** The first line that can only be the one with the date; `order` counts lines with words before it. */
function findDateline(
  words: readonly string[],
  filled: readonly number[],
  zone: Zone,
): { readonly dateline: Dateline; readonly order: number } | undefined {
  for (const [order, index] of filled.slice(0, HEAD_LINES).entries()) {
    const dateline = readDateline(words[index] ?? '', zone);
    if (dateline !== undefined) return { dateline, order };
  }
  return undefined;
}

function dateFinding(dateline: Dateline, fault: 'form' | 'range' | 'month-first', place: Place): Diagnostic {
  const params = { field: 'Ngày đăng', value: dateline.written };
  if (fault === 'form') return error('date-form', place, params);
  if (fault === 'range') return error('date-range', place, params);
  const meant = dateline.written.replace(/^(\d+)(\D)(\d+)/, '$3$2$1');
  return error('date-month-first', place, { ...params, meant });
}
