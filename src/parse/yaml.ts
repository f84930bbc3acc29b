import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';
import type { ExtraValue } from '../model/document.ts';

export type YamlResult = { readonly value: ExtraValue } | YamlFailure;

/** `line` and `column` count from 1 within the text; `reason` is in js-yaml's words (yaml-fault.ts has ours). */
export interface YamlFailure {
  readonly reason: string;
  readonly line: number;
  readonly column: number;
}

/**
 * YAML whose scalars stay the strings that were written: no octal numbers, no dates moved to the next month. The
 * caller has refused anchors and aliases, which a parser would unfold.
 */
export function parseYaml(text: string): YamlResult {
  try {
    const value = load(text, { schema: FAILSAFE_SCHEMA }) as ExtraValue;
    return { value: text.includes('\\') ? withoutControls(value) : value };
  } catch (cause) {
    if (!(cause instanceof YAMLException)) throw cause;
    return {
      reason: cause.reason,
      line: (cause.mark?.line ?? 0) + 1,
      column: (cause.mark?.column ?? 0) + 1,
    };
  }
}

/** `"\x02"` in quotation marks is a sign that no page may hold, though the text is as ordinary as any. */
function withoutControls(value: ExtraValue): ExtraValue {
  if (typeof value === 'string') return value.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, '');
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutControls);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutControls(inner)]));
}

const ANCHOR = /^(?:\s*(?:- +)*)(?:[^\s:"'#&*][^:"'#]*:\s+)?([&*][^\s&*,\]}]+)|[[,{]\s*([&*][^\s&*,\]}]+)/;

/** An anchor or alias at the start of a value on one line of YAML, with its column from 1. */
export function findAnchor(line: string): { readonly mark: string; readonly column: number } | undefined {
  if (!/[&*]/.test(line)) return undefined;
  const unquoted = line.replace(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/g, (quoted) => '_'.repeat(quoted.length));
  const match = ANCHOR.exec(unquoted);
  const mark = match?.[1] ?? match?.[2];
  if (match === null || mark === undefined) return undefined;
  return { mark, column: match.index + match[0].length - mark.length + 1 };
}
