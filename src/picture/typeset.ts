import { ASCENT, DESCENT, widthOf } from './font.ts';

/** A text in lines that fit, and an em's size in pixels. */
export interface Setting {
  readonly lines: readonly string[];
  readonly size: number;
}

export interface Room {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly lines: number;
  /** Sizes to choose from, the largest first. */
  readonly sizes: readonly number[];
}

/** From base line to base line, in em: marks above do not meet tails of the line before. */
export const LEADING = 1.26;
const ELLIPSIS = '…';

/** The largest size at which the text fits; at the smallest it is cut at a word. */
export function typeset(text: string, room: Room): Setting {
  const words = wordsOf(text);
  for (const size of room.sizes) {
    const lines = wrap(words, room.width / size);
    const fits =
      lines.length <= linesFor(room, size) && lines.every((line) => fitsIn(line, room.width / size));
    if (fits) return { size, lines: balance(words, lines.length, room.width / size) };
  }
  const size = room.sizes.at(-1) ?? 0;
  return { size, lines: cut(words, room.width / size, linesFor(room, size)) };
}

/** How high a setting is from the top of its highest accent to its lowest tail, in pixels. */
export function heightOf(lines: number, size: number): number {
  return (ASCENT + DESCENT + (lines - 1) * LEADING) * size;
}

function linesFor({ lines, height }: Room, size: number): number {
  let count = lines;
  while (count > 1 && heightOf(count, size) > height) count--;
  return count;
}

/** A dash stays with the word before it: no line begins with one. */
function wordsOf(text: string): string[] {
  return text
    .replace(/ ([-–—]) /g, '\u00a0$1 ')
    .split(' ')
    .map((word) => word.replaceAll('\u00a0', ' '));
}

function fitsIn(text: string, width: number): boolean {
  return widthOf(text) <= width;
}

/** As many words a line as fit; a word that is wider than a line has one of its own. */
function wrap(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    const longer = `${line} ${word}`;
    if (line !== undefined && fitsIn(longer, width)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The same number of lines, in the least width that it takes: no line is left with one word. */
function balance(words: readonly string[], count: number, width: number): string[] {
  let [narrow, wide] = [width / 3, width];
  for (let turn = 0; turn < 6; turn++) {
    const middle = (narrow + wide) / 2;
    const lines = wrap(words, middle);
    if (lines.length > count || lines.some((line) => !fitsIn(line, middle))) narrow = middle;
    else wide = middle;
  }
  return wrap(words, wide);
}

/** The first lines of what is too long: words that are wider than a line are cut anywhere. */
function cut(words: readonly string[], width: number, count: number): string[] {
  const pieces = words.flatMap((word) => breakWord(word, width));
  const lines = wrap(pieces, width);
  if (lines.length <= count) return lines;
  const kept = lines.slice(0, count);
  let last = kept.pop() ?? '';
  while (last !== '' && !fitsIn(last + ELLIPSIS, width)) {
    last = last.slice(0, last.includes(' ') ? last.lastIndexOf(' ') : -1);
  }
  return [...kept, last.replace(/[\s.,:;–—-]+$/, '') + ELLIPSIS];
}

function breakWord(word: string, width: number): string[] {
  const pieces = [''];
  for (const character of word) {
    const piece = pieces.at(-1) ?? '';
    if (piece !== '' && !fitsIn(piece + character, width)) pieces.push(character);
    else pieces[pieces.length - 1] = piece + character;
  }
  return pieces;
}
