import type { Pen } from './canvas.ts';
import { CONTOURS, LETTERS } from './letters.ts';

/** Thousandths of an em. */
const EM = 1000;
/** From the top of a capital with two accents, and to the lowest ink, in em. */
export const ASCENT = 1.07;
export const DESCENT = 0.24;

interface Letter {
  readonly width: number;
  readonly contours: readonly Contour[];
}

interface Contour {
  readonly x: number;
  readonly y: number;
  /** Steps from point to point: dx, dy of the control point and of the end, which for a line are the same. */
  readonly steps: readonly number[];
}

const letters = new Map<string, Letter>();
let lines: ReadonlyMap<number, string> | undefined;
let contours: readonly string[] = [];

/** What is written in `letters.ts` is read when the first letter is asked for: most builds draw nothing. */
function letterOf(character: string): Letter | undefined {
  const known = letters.get(character);
  if (known !== undefined) return known;
  if (lines === undefined) {
    contours = CONTOURS.trim().split('\n');
    const each = LETTERS.trim().split('\n');
    lines = new Map(each.map((line) => [Number.parseInt(line, 16), line]));
  }
  const line = lines.get(character.codePointAt(0) ?? 0);
  if (line === undefined) return undefined;
  const [, width, ...uses] = line.split(' ');
  const letter = {
    width: Number(width),
    contours: uses.map((use) => {
      const [number = 0, x = 0, y = 0] = use.split(',').map(Number);
      return { x, y, steps: stepsOf(contours[number] ?? '') };
    }),
  };
  letters.set(character, letter);
  return letter;
}

function stepsOf(data: string): number[] {
  return (data.match(/[lq][^lq]+/g) ?? []).flatMap((command) => {
    const numbers = (command.match(/-?\d+/g) ?? []).map(Number);
    return command.startsWith('l') ? [...numbers, ...numbers] : numbers;
  });
}

/**
 * The text in letters that there are: a letter that is missing loses its marks, and is left out if it is missing even so;
 * what the eye takes for a space is one.
 */
export function drawable(text: string): string {
  return Array.from(text.normalize('NFC').replace(/\s/g, ' '), (character) => {
    if (letterOf(character) !== undefined) return character;
    return Array.from(character.normalize('NFKD'))
      .filter((part) => letterOf(part) !== undefined)
      .join('');
  })
    .join('')
    .replace(/ +/g, ' ')
    .trim();
}

/** How wide a drawable text is, in em. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += letterOf(character)?.width ?? 0;
  return width / EM;
}

/** Draws a text from its left end on its base line; `size` is an em in pixels. */
export function drawText(pen: Pen, text: string, left: number, base: number, size: number): void {
  const scale = size / EM;
  let at = left;
  for (const character of text) {
    const letter = letterOf(character);
    if (letter === undefined) continue;
    for (const contour of letter.contours) drawContour(pen, contour, at, base, scale);
    at += letter.width * scale;
  }
}

function drawContour(pen: Pen, contour: Contour, left: number, base: number, scale: number): void {
  let { x, y } = contour;
  const { steps } = contour;
  pen.moveTo(left + x * scale, base - y * scale);
  for (let at = 0; at < steps.length; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = [steps[at], steps[at + 1], steps[at + 2], steps[at + 3]];
    const [controlX, controlY] = [left + (x + a) * scale, base - (y + b) * scale];
    x += c;
    y += d;
    if (a === c && b === d) pen.lineTo(controlX, controlY);
    else pen.curveTo(controlX, controlY, left + x * scale, base - y * scale);
  }
}
