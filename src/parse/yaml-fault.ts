import type { YamlFault } from '../base/messages/catalogue.ts';
import type { YamlFailure } from './yaml.ts';

export interface FaultPlace {
  readonly fault: YamlFault;
  /** Of its line, from 0. */
  readonly index: number;
  /** From 1. */
  readonly column: number;
}

/** What js-yaml says, as far as its words alone tell what is wrong. */
const REASONS: readonly (readonly [pattern: RegExp, fault: YamlFault])[] = [
  [/within a flow collection/, 'bracket-open'],
  [/between flow collection entries|the node content, but found/, 'comma'],
  [/escape sequence|hexadecimal character/, 'escape'],
  [/quoted scalar/, 'quote-open'],
  [/\btag\b/, 'tag'],
  [/duplicated mapping key/, 'twice'],
  [/implicit mapping|implicit key|whitespace character is expected/, 'no-colon'],
  [/indentation|end of the stream or a document/, 'indent'],
];
const QUOTED = String.raw`(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')`;
/** A value, behind a name or a dash or at the margin. */
const VALUE = String.raw`^(?:\s*(?:- +)*)(?:(?:${QUOTED}|[^\s:"'#][^:]*):\s+)?(?:- +)*`;
const OPEN_BRACKET = new RegExp(`${VALUE}([[{])(?!.*[\\]}]\\s*(?:\\s#.*)?$)`);
const CUT_BRACKET = new RegExp(`${VALUE}[[{][^\\]}]*?(\\s)#`);
const OPEN_QUOTE = new RegExp(`${VALUE}(["'])(?!(?<=")(?:[^"\\\\]|\\\\.)*"|(?<=')(?:[^']|'')*'(?!'))`);
const BEHIND = new RegExp(`${VALUE}(?:${QUOTED}|\\[[^\\]]*\\]|\\{[^}]*\\})\\s*([^\\s,:\\]}#])`);
const COLON = new RegExp(`^\\s*(?:- +)*(?:${QUOTED}|[^\\s:"'#][^:]*):\\s+[^\\s"'[{#].*?(:)(?:\\s|$)`);
const SIGN = new RegExp(`${VALUE}([@\`%])`);
const TAG = /(?:^|[\s[{,])(!)/;

/** What is wrong with lines that YAML cannot read, and where a writer would look for it. */
export function faultIn(lines: readonly string[], { reason, line, column }: YamlFailure): FaultPlace {
  const fault = REASONS.find(([pattern]) => pattern.test(reason))?.[1] ?? 'other';
  const at = Math.min(line - 1, lines.length - 1);
  const given = { index: at, column: Math.min(column, (lines[at] ?? '').length + 1) };
  // What is not closed is noticed at the end of all, and begins somewhere above.
  const above = (pattern: RegExp): Omit<FaultPlace, 'fault'> | undefined =>
    lines
      .slice(0, at + 1)
      .map((_, index) => placeIn(lines, index, pattern))
      .find((place) => place !== undefined);
  if (fault === 'bracket-open') {
    const cut = above(CUT_BRACKET);
    if (cut) return { fault: 'bracket-hash', ...cut, column: cut.column + 1 };
    return { fault, ...(above(OPEN_BRACKET) ?? given) };
  }
  // A field on the next line is no item that lacks its comma.
  const opened = fault === 'comma' && at > 0 ? above(OPEN_BRACKET) : undefined;
  if (opened && opened.index < at && !/[,[{]\s*$/.test(lines[at - 1] ?? ''))
    return { fault: 'bracket-open', ...opened };
  if (fault === 'quote-open') return { fault, ...(above(OPEN_QUOTE) ?? given) };
  if (fault === 'tag') return { fault, ...(placeIn(lines, at, TAG) ?? given) };
  if (fault !== 'indent' && fault !== 'no-colon' && fault !== 'other') return { fault, ...given };
  for (const [pattern, meant] of [
    [SIGN, 'sign'],
    [BEHIND, 'behind-end'],
    [COLON, 'colon'],
  ] as const) {
    const place = placeIn(lines, at, pattern) ?? (fault === 'indent' ? undefined : above(pattern));
    if (place) return { fault: meant, ...place };
  }
  return { fault, ...given };
}

/** Where what the pattern holds in brackets stands on a line. */
function placeIn(
  lines: readonly string[],
  index: number,
  pattern: RegExp,
): Omit<FaultPlace, 'fault'> | undefined {
  const match = pattern.exec(lines[index] ?? '');
  const held = match?.[1];
  if (match === null || held === undefined) return undefined;
  const within = match[0].lastIndexOf(held);
  return { index, column: match.index + within + 1 };
}
