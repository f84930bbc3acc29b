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
const QUOTED = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:\s#.*)?$/;
/** A comment stands behind the full name of a file; before its ending a `#` is a part of the name. */
const FILE_WITH_COMMENT = /\.[a-z0-9]{2,5}\s+#/i;

/**
 * Quotes in place the text below a field that YAML would cut at ` #`, or could not read for a colon or quotation marks.
 * What YAML reads as it was written stays as it is. No line is added or taken away.
 */
export function quoteTextBelow(lines: string[], index: number, field: Field): void {
  const kind = BELOW[field];
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
      const isCut = /\s#/.test(text) && !(isFile && FILE_WITH_COMMENT.test(text));
      const isUnreadable = (name !== '' || kind === 'items') && /:\s|^["']/.test(first);
      if ((isCut || isUnreadable) && !QUOTED.test(text) && !rest.some(isNamed)) {
        lines[at] = `${lead}${name}${JSON.stringify(text)}`;
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

const SETTING = /^(title|organisation|description):(?: +(.*))?$/;
const FOOTER_SETTING = /^( +(?:responsible|address|phone|email|note)):(?: +(.*))?$/;

/** Quotes the text of settings that YAML would cut at `#`. Behind `# ` stands a comment, as a file of settings may have. */
export function quoteSettings(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => / #\S/.test(line))) return lines;
  const quoted = [...lines];
  let isFooter = false;
  for (let at = 0; at < quoted.length; at++) {
    const line = quoted[at] ?? '';
    if (/^[^\s#-]/.test(line)) isFooter = /^footer\s*:/.test(line);
    const [, name, value = ''] = (isFooter ? FOOTER_SETTING : SETTING).exec(line) ?? [];
    if (name === undefined || /^[[{|>]/.test(value)) continue;
    const end = endOfValue(quoted, at, name.search(/\S/));
    const text = [value, ...quoted.slice(at + 1, end + 1)]
      .map((part) => part.trim())
      .join(' ')
      .trim();
    if (!QUOTED.test(text) && / #\S/.test(text)) {
      quoted[at] = `${name}: ${JSON.stringify(text.replace(/\s+# .*$/, ''))}`;
      quoted.fill('', at + 1, end + 1);
    }
    at = end;
  }
  return quoted;
}
