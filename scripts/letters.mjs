/**
 * Writes src/picture/letters.ts anew: the letters that pictures are lettered with, as outlines. They are taken from Noto
 * Serif Bold once and kept with the source, so that no build needs a font. Run by `npm run letters`, which installs the
 * font and its reader outside of the lock file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import opentype from 'opentype.js';

const FONT = '@expo-google-fonts/noto-serif/700Bold/NotoSerif_700Bold.ttf';
const range = (from, to) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
/** What Vietnamese and English are written with; other letters are drawn as the ones that they are made from. */
const CODES = [
  ...range(0x20, 0x7e),
  ...range(0x1ea0, 0x1ef9),
  ...[...'§«°²³·»ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư×–—‘’“”„•…‰₫€№™−'].map((character) =>
    character.codePointAt(0),
  ),
].sort((a, b) => a - b);

const bytes = readFileSync(createRequire(import.meta.url).resolve(FONT));
const font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
if (font.unitsPerEm !== 1000) throw new Error('Outlines are kept in thousandths of an em.');

/** Each contour once, whatever letters have it: an accent is the same over all of them. */
const contours = new Map();
const letters = CODES.map((code) => {
  const glyph = font.charToGlyph(String.fromCodePoint(code));
  if (glyph.index === 0) throw new Error(`The font has no U+${code.toString(16)}.`);
  const uses = contoursOf(glyph.path.commands).map(({ x, y, data }) => {
    const number = contours.get(data) ?? contours.size;
    contours.set(data, number);
    return `${number},${x},${y}`;
  });
  return [code.toString(16), Math.round(glyph.advanceWidth), ...uses].join(' ');
});

/** Path data as SVG has it, relative to the first point: `l` and `q` alone, each with its letter. */
function contoursOf(commands) {
  const found = [];
  let [x, y] = [0, 0];
  for (const { type, ...to } of commands) {
    if (type === 'Z') continue;
    const end = [Math.round(to.x), Math.round(to.y)];
    const contour = found.at(-1);
    if (type === 'M') found.push({ x: end[0], y: end[1], data: '' });
    else if (type === 'Q') {
      const control = [Math.round(to.x1) - x, Math.round(to.y1) - y];
      contour.data += `q${[...control, end[0] - x, end[1] - y].join(' ')}`;
    } else if (type !== 'L') throw new Error(`${type} in an outline.`);
    else if (end[0] !== x || end[1] !== y) contour.data += `l${end[0] - x} ${end[1] - y}`;
    [x, y] = end;
  }
  return found.map(({ data, ...start }) => ({ ...start, data: data.replaceAll(' -', '-') }));
}

writeFileSync(
  'src/picture/letters.ts',
  `/**
 * Letters of Noto Serif Bold in thousandths of an em, y upwards, written by \`npm run letters\`. Copyright 2022 The Noto
 * Project Authors, SIL Open Font License 1.1 (templates/assets/fonts/OFL.txt).
 */

/** A contour a line, as SVG's path data from its first point. */
export const CONTOURS = \`
${[...contours.keys()].join('\n')}
\`;

/** A letter a line: its code point, its width, and which contours begin where: \`number,x,y\`. */
export const LETTERS = \`
${letters.join('\n')}
\`;
`,
);
