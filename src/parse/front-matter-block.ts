import type { ExtraValue } from '../model/document.ts';
import { type Field, type FieldForm, fieldNamed, formOf } from './field-names.ts';
import { quoteTextBelow, takeCutText } from './text-below.ts';
import { findAnchor } from './yaml.ts';

export interface Key {
  readonly name: string;
  /** Index of its line in the block. */
  readonly index: number;
  /** From 1. */
  readonly valueColumn: number;
}

export interface PreparedBlock {
  /** The block as YAML, with the raw values quoted, line for line. */
  yaml(): readonly string[];
  readonly keys: readonly Key[];
  readonly anchors: readonly { readonly mark: string; readonly index: number; readonly column: number }[];
  /** Those whose line is indented below another field's, as if it went on there. */
  readonly indented: readonly Key[];
  /** Those of ours whose value stands right behind the colon, or whose colon is a wide one. */
  readonly unspaced: readonly Key[];
  /** Those whose value begins with a quotation mark that is not there a second time: it is kept as it was typed. */
  readonly unclosed: readonly Key[];
  /**
   * What YAML would make of the block, where all of it is raw values and lists of plain words, as nearly all front
   * matter is: a sixth of the time of parsing. null where only YAML can tell. A property test holds the two equal.
   */
  readonly simple: { readonly [name: string]: ExtraValue } | null;
}

const KEY = /^([^\s#:："'[\]{},&*!|>%@`-][^:：]*?|"[^"]+"|'[^']+')\s*:(?: +(.*))?$/;
/**
 * A field whose value stands right behind the colon, where YAML sees none, or behind a wide colon, as keyboards for Chinese and
 * Japanese type it. `//` begins no value: it is an address.
 */
const UNSPACED = /^([^\s#:："'[\]{},&*!|>%@`-][^:：]*?|"[^"]+"|'[^']+')\s*(?::(?!\/\/)(?=\S)|：\s*)(.*)$/;
const BLOCK_SCALAR = /^[|>][+-]?[0-9]?[+-]?\s*(?:#.*)?$/;
const WHOLE_QUOTED = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*$/;

/** Quotes what is to be read raw, and notes where every key stands. */
export function prepareBlock(block: readonly string[]): PreparedBlock {
  const lines = [...block];
  const raws: { readonly index: number; readonly name: string; readonly raw: string }[] = [];
  const keys: Key[] = [];
  const anchors: { mark: string; index: number; column: number }[] = [];
  const indented: Key[] = [];
  const unspaced: Key[] = [];
  const unclosed: Key[] = [];
  const simple: [string, ExtraValue][] = [];
  let isSimple = true;
  for (let index = 0; index < lines.length; index++) {
    let line = lines[index] ?? '';
    let match = KEY.exec(line);
    const spaced = match === null ? withSpace(line) : undefined;
    if (spaced !== undefined) {
      line = spaced;
      lines[index] = spaced;
      match = KEY.exec(line);
    }
    if (match === null) {
      if (!/^ *$/.test(line)) isSimple = false;
      const anchor = findAnchor(line);
      if (anchor) anchors.push({ ...anchor, index });
      continue;
    }
    const written = match[1] ?? '';
    const name = isQuoteAhead(written) ? written.slice(1, -1) : written;
    const value = (match[2] ?? '').trimEnd();
    const typed = block[index] ?? '';
    const indent = spaced === undefined ? typed.length - line.length : 0;
    const valueColumn = value === '' ? 1 : typed.indexOf(value, indent + name.length) + 1;
    keys.push({ name, index, valueColumn });
    if (spaced !== undefined) unspaced.push({ name, index, valueColumn });
    if (indent > 0) indented.push({ name, index, valueColumn });
    if (BLOCK_SCALAR.test(value)) {
      isSimple = false;
      while (/^(?:\s|$)/.test(lines[index + 1] ?? 'end')) index += 1;
      continue;
    }
    const field = fieldNamed(name);
    const cut = field === undefined && value !== '' ? takeCutText(lines, index, value) : undefined;
    if (cut !== undefined) {
      simple.push([name, cut.text]);
      raws.push({ index, name, raw: cut.text });
      index = cut.end;
      continue;
    }
    if (field === undefined || !isRaw(formOf(field), value, lines[index + 1])) {
      if (value === '') quoteTextBelow(lines, index, field);
      const words = readWords(value);
      if (words === null || goesOn(lines[index + 1])) isSimple = false;
      else simple.push([name, words]);
      const anchor = findAnchor(line);
      if (anchor) anchors.push({ ...anchor, index });
      continue;
    }
    const continued = [formOf(field) === 'plain' ? value.replace(/\s+#.*$/, '') : value];
    const start = index;
    // A long title broken over lines goes on where the next line is indented, but for one that names another field.
    while (goesOn(lines[index + 1])) {
      const next = (lines[index + 1] ?? '').trimStart();
      if (fieldOfLine(lines[index + 1] ?? '') !== undefined) {
        lines[index + 1] = next;
        break;
      }
      index += 1;
      continued.push(next.trimEnd());
      lines[index] = '';
    }
    const raw = continued.join(' ');
    if (isQuoteAhead(raw) && !raw.includes(raw.charAt(0), 1))
      unclosed.push({ name, index: start, valueColumn });
    simple.push([name, raw]);
    raws.push({ index: start, name, raw });
  }
  return {
    yaml() {
      for (const { index, name, raw } of raws)
        lines[index] = `${JSON.stringify(name)}: ${JSON.stringify(raw)}`;
      return lines;
    },
    keys,
    anchors,
    indented,
    unspaced,
    unclosed,
    simple: isSimple && simple.length > 0 ? Object.fromEntries(simple) : null,
  };
}

/** The field that a line gives, if it is one of ours. Without a space behind its colon it must begin the line. */
export function fieldOfLine(line: string): Field | undefined {
  const name = (KEY.exec(line.trimStart()) ?? UNSPACED.exec(line))?.[1];
  return name === undefined ? undefined : fieldNamed(isQuoteAhead(name) ? name.slice(1, -1) : name);
}

/** `name:value` and `name：value` as `name: value`, if it is a field of ours: the names of others may be words with a colon in them. */
function withSpace(line: string): string | undefined {
  const [, name, value] = UNSPACED.exec(line) ?? [];
  return name === undefined || fieldOfLine(line) === undefined ? undefined : `${name}: ${value}`;
}

/** Whether a line is indented. Of most its first letter tells that it is not. */
function goesOn(line = ''): boolean {
  return !isLetter(line.charCodeAt(0)) && /^\s+\S/.test(line);
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isQuoteAhead(text: string): boolean {
  return text.startsWith('"') || text.startsWith("'");
}

function isRaw(form: FieldForm, value: string, next = ''): boolean {
  if (value === '' || (isQuoteAhead(value) && WHOLE_QUOTED.test(value))) return false;
  if (form === 'yaml') return false;
  // A remark above a list is none of its items; `#thidua` alone is one.
  if (form === 'list' && value.startsWith('# ') && /^\s*- /.test(next)) return false;
  return form !== 'list' || !value.startsWith('[');
}

/** A word as a list may hold it without quotes: it begins with a letter or digit, and has no sign of YAML's. */
const WORD = String.raw`[\p{L}\p{N}](?:[^\]\[{},:"'#&*!|>%@\x60\\]*[^\]\[{},:"'#&*!|>%@\x60\\\s])?`;
const WORDS = new RegExp(`^\\[ *(${WORD}(?: *, *${WORD})*) *\\]$`, 'u');

/** The items of a list of plain words, or null if it is anything else. */
function readWords(value: string): string[] | null {
  const match = WORDS.exec(value);
  return match === null ? null : (match[1] ?? '').split(',').map((word) => word.trim());
}
