import { type Diagnostic, isError } from '../base/diagnostic.ts';
import { describe, type Language } from '../base/messages/describe.ts';
import { type CliWords, cliWords } from './words.ts';

/** Of more warnings of one code than this, the rest is only counted. */
const SHOWN_OF_ONE_CODE = 20;
/** A longer line is shown around the place that is meant. */
const LINE_WIDTH = 100;

export interface ReportStyle {
  readonly language: Language;
  readonly colour: boolean;
}

/** The findings as the terminal shows them: place, message, the line with a marker, and what to type instead. */
export function formatReport(diagnostics: readonly Diagnostic[], style: ReportStyle): string {
  const words = cliWords(style.language);
  const shown = new Map<string, number>();
  const blocks: string[] = [];
  for (const diagnostic of diagnostics) {
    const count = shown.get(diagnostic.code) ?? 0;
    shown.set(diagnostic.code, count + 1);
    if (isError(diagnostic) || count < SHOWN_OF_ONE_CODE)
      blocks.push(formatDiagnostic(diagnostic, style, words));
  }
  for (const [code, count] of shown) {
    const isWarning = diagnostics.some((diagnostic) => diagnostic.code === code && !isError(diagnostic));
    if (isWarning && count > SHOWN_OF_ONE_CODE)
      blocks.push(`${words.more(count - SHOWN_OF_ONE_CODE, code)}\n`);
  }
  return blocks.join('\n');
}

function formatDiagnostic(diagnostic: Diagnostic, style: ReportStyle, words: CliWords): string {
  const { path, line, column, text } = diagnostic.place;
  const { message, hint } = describe(diagnostic, style.language);
  const paint = (code: number, what: string): string => (style.colour ? `\x1b[${code}m${what}\x1b[0m` : what);
  const [label, colour] = isError(diagnostic) ? [words.error, 31] : [words.warning, 33];
  const head = `${paint(1, `${path}:${line}:${column}`)}  ${paint(colour, label)}  ${message}`;
  const number = String(line);
  const bar = (left: string): string => `  ${left.padStart(number.length)} │ `;
  const excerpt = excerptOf(text, column);
  const lines =
    text.trim() === ''
      ? []
      : [`${bar(number)}${excerpt.text}`, `${bar('')}${' '.repeat(excerpt.column - 1)}${paint(colour, '^')}`];
  return [head, ...lines, `  ${' '.repeat(number.length)} → ${hint}`, ''].join('\n');
}

/** At most `LINE_WIDTH` of a line, with the column in it; a terminal counts a stacked accent as no column. */
function excerptOf(text: string, column: number): { readonly text: string; readonly column: number } {
  const flat = text.replace(/\t/g, ' ').trimEnd();
  if (flat.length <= LINE_WIDTH) return { text: flat, column };
  const start = Math.max(0, Math.min(column - 1 - LINE_WIDTH / 2, flat.length - LINE_WIDTH));
  const end = start + LINE_WIDTH;
  const before = start > 0 ? '…' : '';
  const after = end < flat.length ? '…' : '';
  return { text: before + flat.slice(start, end) + after, column: column - start + before.length };
}

/** One finding as `--json` gives it. */
export function jsonDiagnostic(
  diagnostic: Diagnostic,
  language: Language,
): Readonly<Record<string, unknown>> {
  const { severity, code, place } = diagnostic;
  const { message, hint } = describe(diagnostic, language);
  return { severity, code, message, path: place.path, line: place.line, column: place.column, hint };
}
