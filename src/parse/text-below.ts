import { fold } from '../base/vietnamese.ts';
import type { Field } from './field-names.ts';

/**
 * What the lines below a field hold. `items`: text behind the dashes of a list. `named`: text behind names, too. Of the
 * other fields they are addresses, which have no ` #` but that of a comment.
 */
const BELOW: Partial<Record<Field, 'items' | 'named'>> = {
  tags: 'items',
  also: 'items',
  attachments: 'named',
  contact: 'named',
};
const ITEM = /^( *(?:- +)+)()(.*)$/;
const NAMED = /^( *(?:- +)*)([^\s:"'#[\]{},&*!|>%@`-][^:]*: +)(.*)$/;
const UNCLOSED = /^["'](?!(?<=")(?:[^"\\]|\\.)*"|(?<=')(?:[^']|'')*'(?!'))/;
/** In quotation marks from end to end, but for a comment. */
const QUOTED = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:\s#(?:\s.*)?)?$/;
/** A comment stands behind the full name of a file; before its ending a `#` is a part of the name. */
const FILE_WITH_COMMENT = /\.[a-z0-9]{2,5}["']?\s+#/i;
/** What YAML reads as words, and what it would if nothing stood behind the quotation mark. */
const PLAIN = /^(?:[^\s[\]{},|>"'&*!%@`#?:-]|[?:-](?=\S)|(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s+#\S)/;

/**
 * Quotes in place the text below a field that YAML would cut at ` #`, or could not read for a colon or quotation marks.
 * What YAML reads as it was written stays as it is. No line is added or taken away. Of a field that is not ours nobody
 * knows what it holds: only a `#` with a letter or digit right behind it is text there, and all else is as YAML says.
 */
export function quoteTextBelow(lines: string[], index: number, field: Field | undefined): void {
  const kind = field === undefined ? 'named' : BELOW[field];
  if (kind === undefined) return;
  for (let at = index + 1; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (isBlankOrComment(line)) continue;
    if (!/^(?: |-(?: |$))/.test(line)) return;
    const found = (kind === 'named' ? NAMED.exec(line) : null) ?? ITEM.exec(line);
    const [, lead = '', name = '', first = ''] = found ?? [];
    // A value on a line of its own that begins with a sign of YAML's may go on over any lines.
    if (found === null && /^\s*["'|>[{&*!?]/.test(line)) return;
    if (found === null || first === '' || /^[^"'[{|>].*:$|^:$/.test(first.trimEnd())) continue;
    // What goes on below a value is indented deeper than the name or the dash before it.
    const column = name === '' ? lead.lastIndexOf('-') : lead.length;
    const end = endOfValue(lines, at, column);
    if (/^[[{]/.test(first)) {
      // So may a list in brackets that is not closed on its line,
      if (!/[\]}]\s*$/.test(first)) return;
    } else if (!/^[|>]/.test(first)) {
      const rest = lines.slice(at + 1, end + 1).map((below) => below.trim());
      const text = [first.trimEnd(), ...rest].join(' ');
      // and what stands in quotation marks.
      if (UNCLOSED.test(text)) return;
      const isFile = field === 'attachments' && (name === '' || /^(?:file|tep|ten tep)$/.test(fileKey(name)));
      const isCut =
        field === undefined ? isCutWord(text) : /\s#/.test(text) && !(isFile && FILE_WITH_COMMENT.test(text));
      const isUnreadable =
        field !== undefined && (name !== '' || kind === 'items') && /:\s|^["']/.test(first);
      if ((isCut || isUnreadable) && !QUOTED.test(text) && !rest.some(isNamed)) {
        const whole = field === undefined ? withoutComment(text) : text;
        lines[at] = `${lead}${name}${JSON.stringify(whole)}`;
        lines.fill('', at + 1, end + 1);
      }
    }
    at = end;
  }
}

/** The last line of a value that begins on a line and goes on where lines are indented deeper than `column`. */
function endOfValue(lines: readonly string[], at: number, column: number): number {
  const isBlock = /(?:^|[-:] +)[|>][+-]?[0-9]?[+-]?\s*(?:#.*)?$/.test(lines[at] ?? '');
  let end = at;
  for (let next = at + 1; next < lines.length; next++) {
    const line = lines[next] ?? '';
    if (line.trim() === '' || (!isBlock && isBlankOrComment(line))) {
      if (isBlock) continue;
      break;
    }
    if (line.search(/\S/) <= column) break;
    end = next;
  }
  return end;
}

function isNamed(line: string): boolean {
  return /:(?:\s|$)/.test(line);
}

function fileKey(name: string): string {
  return fold(name.replace(/: +$/, ''));
}

function isBlankOrComment(line: string): boolean {
  return /^\s*(?:#.*)?$/.test(line);
}

/**
 * The text behind the name of a field that is not ours, if YAML would cut it at a `#` with a letter or digit right behind
 * it; the lines below that belong to it are emptied. undefined if YAML reads it as it was typed, or as no text.
 */
export function takeCutText(
  lines: string[],
  index: number,
  value: string,
): { readonly text: string; readonly end: number } | undefined {
  const end = endOfValue(lines, index, 0);
  const rest = lines.slice(index + 1, end + 1).map((below) => below.trim());
  const text = [value, ...rest].join(' ');
  if (!isCutWord(text) || !PLAIN.test(value) || [value, ...rest].some(isNamed)) return undefined;
  lines.fill('', index + 1, end + 1);
  return { text: withoutComment(text), end };
}

function isCutWord(text: string): boolean {
  return /\s#\S/.test(text);
}

function withoutComment(text: string): string {
  return text.replace(/\s+#(?:\s.*)?$/, '');
}

const SETTING = /^(title|organisation|description):(?: +(.*))?$/;
/** By the setting at the left margin that they stand below. */
const SETTINGS_BELOW: ReadonlyMap<string, RegExp> = new Map([
  ['footer', /^( +(?:responsible|address|phone|email|note)):(?: +(.*))?$/],
  ['navigation', /^( *(?:- +)?title):(?: +(.*))?$/],
  ['links', /^( *(?:- +)?title):(?: +(.*))?$/],
]);
const QUOTED_SETTING = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:\s#.*)?$/;

/** Quotes the text of settings that YAML would cut at `#`. Behind `# ` stands a comment, as a file of settings may have. */
export function quoteSettings(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => / #\S/.test(line))) return lines;
  const quoted = [...lines];
  let pattern = SETTING;
  for (let at = 0; at < quoted.length; at++) {
    const line = quoted[at] ?? '';
    const top = /^([^\s#:-][^:]*?)\s*:/.exec(line)?.[1];
    if (top !== undefined) pattern = SETTINGS_BELOW.get(top) ?? SETTING;
    const [, name, value = ''] = pattern.exec(line) ?? [];
    if (name === undefined || /^[[{|>]/.test(value)) continue;
    const end = endOfValue(quoted, at, name.search(/[^\s-]/));
    const text = [value, ...quoted.slice(at + 1, end + 1)]
      .map((part) => part.trim())
      .join(' ')
      .trim();
    if (!QUOTED_SETTING.test(text) && isCutWord(text)) {
      quoted[at] = `${name}: ${JSON.stringify(withoutComment(text))}`;
      quoted.fill('', at + 1, end + 1);
    }
    at = end;
  }
  return quoted;
}
