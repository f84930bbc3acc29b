import { type Diagnostic, isError } from '../base/diagnostic.ts';
import type { ShownFinding, ShownFindings } from '../base/live.ts';
import { describe, type Language } from '../base/messages/describe.ts';
import { type ServeWords, serveWords } from './words.ts';

/** More than this nobody reads on a page. */
const SHOWN = 50;
/** Of a long line, so much before the place and after it. */
const AROUND = 100;

/** The findings as the overlay shows them, errors first. */
export function shownFindings(diagnostics: readonly Diagnostic[], language: Language): ShownFindings {
  const words = serveWords(language);
  const errors = diagnostics.filter(isError);
  const warnings = diagnostics.filter((diagnostic) => !isError(diagnostic));
  const rest = diagnostics.length - SHOWN;
  return {
    language,
    title: words.findings(errors.length, warnings.length),
    close: words.close,
    findings: [...errors, ...warnings]
      .slice(0, SHOWN)
      .map((diagnostic) => shownFinding(diagnostic, language, words)),
    more: rest > 0 ? words.more(rest) : '',
  };
}

function shownFinding(diagnostic: Diagnostic, language: Language, words: ServeWords): ShownFinding {
  const { severity, place } = diagnostic;
  const { message, hint } = describe(diagnostic, language);
  return {
    severity,
    label: words[severity],
    place: `${place.path}:${place.line}:${place.column}`,
    message,
    hint,
    ...(place.text.trim() !== '' && { line: splitLine(place.text.trimEnd(), place.column - 1) }),
  };
}

/** A letter is marked with its accents. Past the end of the line, a space is. */
function splitLine(text: string, index: number): readonly [string, string, string] {
  const before = text.slice(0, index);
  const marked = /^(?:\P{M}\p{M}*|\p{M}+)/u.exec(text.slice(index))?.[0] ?? ' ';
  const after = text.slice(index + marked.length);
  return [
    before.length > AROUND ? `…${before.slice(-AROUND)}` : before,
    marked,
    after.length > AROUND ? `${after.slice(0, AROUND)}…` : after,
  ];
}
