import type { Place } from '../base/diagnostic.ts';
import { placeAt, type Source } from './source.ts';

/** Where the name of a setting stands, at the left margin or within `top`; the whole file if it cannot be found. */
export function placeOfName(source: Source, top: string, name = top): Place {
  const { first, end } = linesOf(source, top);
  for (let line = first; line < end; line++) {
    const column = columnOf(source.line(line) ?? '', name);
    if (column !== undefined) return placeAt(source, line, column.ofName);
  }
  return placeOfWords(source, top, name);
}

/** Where a value stands: behind its name, on the lines below it if it was begun there, or within brackets. */
export function placeOfValue(source: Source, top: string, name: string, value: string): Place {
  const { first, end } = linesOf(source, top);
  const words = value.trim();
  for (let line = first; line < end; line++) {
    const text = source.line(line) ?? '';
    const column = columnOf(text, name);
    if (column === undefined) continue;
    const rest = text.slice(column.behindName);
    const at = rest.search(/[^\s"']/);
    const isAll = rest.startsWith(words, at) && /^["']?\s*(?:#.*)?$/.test(rest.slice(at + words.length));
    if (at >= 0 && words !== '' && isAll) return placeAt(source, line, column.behindName + at + 1);
    const below = source.line(line + 1) ?? '';
    if (/^\s*(?:[|>].*)?$/.test(rest) && below.trim() !== '' && words.startsWith(below.trim())) {
      return placeAt(source, line + 1, below.search(/\S/) + 1);
    }
  }
  return placeOfWords(source, top, words);
}

function placeOfWords(source: Source, top: string, words: string): Place {
  const { first, end } = linesOf(source, top);
  for (let line = first; line < end; line++) {
    const at = (source.line(line) ?? '').indexOf(words);
    if (at >= 0 && words !== '') return placeAt(source, line, at + 1);
  }
  return placeAt(source, first, 1);
}

/** The lines of a setting at the left margin and all that belongs to it; `end` is the line behind. */
function linesOf(source: Source, top: string): { readonly first: number; readonly end: number } {
  const lines = source.lines();
  const first = lines.findIndex((line) => columnOf(line, top)?.ofName === 1);
  if (first < 0) return { first: 1, end: lines.length + 1 };
  const behind = lines.findIndex((line, index) => index > first && /^[^\s#-]/.test(line));
  return { first: first + 1, end: behind < 0 ? lines.length + 1 : behind + 1 };
}

/** Where a line has the name of a setting before a colon, as a column from 1 and the index behind the colon. */
function columnOf(
  line: string,
  name: string,
): { readonly ofName: number; readonly behindName: number } | undefined {
  const start = line.search(/[^\s\-"']/);
  if (start < 0 || !line.startsWith(name, start)) return undefined;
  const colon = /^["']?\s*:/.exec(line.slice(start + name.length))?.[0];
  return colon === undefined
    ? undefined
    : { ofName: start + 1, behindName: start + name.length + colon.length };
}
