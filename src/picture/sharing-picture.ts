import { type DrawnColours, SHARING_SIZE, type SharingDrawing } from '../base/drawing.ts';
import { type Canvas, coloursOf, createCanvas, type Palette, type Pen } from './canvas.ts';
import { colourOf, mix } from './colours.ts';
import { drawBox, drawDots, drawRing, drawStar } from './emblem.ts';
import { ASCENT, drawable, drawText } from './font.ts';
import { compress, decompress, encodePng, type PngColour } from './png.ts';
import { READY_PIXELS } from './ready-pixels.ts';
import { heightOf, LEADING, type Room, typeset } from './typeset.ts';

const { width: WIDTH, height: HEIGHT } = SHARING_SIZE;
const MARGIN = 80;
/** The drum in the band's own tone, cut by the right edge: its middle and its radius. */
const DRUM = { x: 1016, y: 276, radius: 430 } as const;
/** How far its colour goes from the band's to the accent. */
const TONE = 0.17;
const PALETTE: Palette = { grades: 2, inks: 3 };
const [TITLE, ACCENT, NAME] = [0, 1, 2];

const TITLE_ROOM: Room = {
  width: WIDTH - 2 * MARGIN,
  height: 384,
  lines: 4,
  sizes: [120, 108, 96, 86, 77, 69, 62],
};
/** The middle of the title's lines. */
const TITLE_MIDDLE = 262;
const RULE = { top: 500, height: 3 } as const;
const EMBLEM = { x: MARGIN + 28, y: 558, radius: 28 } as const;
const NAME_LEFT = EMBLEM.x + EMBLEM.radius + 20;
const NAME_ROOM: Room = { width: WIDTH - MARGIN - NAME_LEFT, height: 60, lines: 1, sizes: [36, 32, 28, 24] };

/** A PNG of `SHARING_SIZE`: a title in large letters on the site's colour, and below it whose it is. */
export function drawSharingPicture({ title, name, colours }: SharingDrawing): Uint8Array {
  const { canvas, backdrop } = takeSheet();
  canvas.rows.set(backdrop);
  drawTitle(canvas, drawable(title));
  canvas.fillInk(TITLE);

  const { lines, size } = typeset(drawable(name), NAME_ROOM);
  // Capitals are 0.71 em high: their middle stands on the emblem's.
  drawText(canvas, lines.join(' '), NAME_LEFT, Math.round(EMBLEM.y + 0.34 * size), size);
  canvas.fillInk(NAME);
  return encodePng({
    ...SHARING_SIZE,
    pixels: compress(canvas.rows),
    colours: coloursOf(PALETTE, mixerOf(colours)),
  });
}

/** One canvas for all, and what all of them have on it, whatever their colours. */
interface Sheet {
  readonly canvas: Canvas;
  readonly backdrop: Uint8Array;
}

let sheet: Sheet | undefined;

function takeSheet(): Sheet {
  if (sheet !== undefined) return sheet;
  const ready = READY_PIXELS.get(BACKDROP);
  const backdrop = decompress(ready === undefined ? backdropPixels() : Buffer.from(ready, 'base64'));
  sheet = { canvas: createCanvas(WIDTH, HEIGHT, PALETTE), backdrop };
  return sheet;
}

export const BACKDROP = 'sharing-backdrop';

/** Of what all of them have on them the pixels, compressed. */
export function backdropPixels(): Uint8Array {
  const canvas = createCanvas(WIDTH, HEIGHT, PALETTE);
  drawDrum(canvas);
  canvas.fillGround();
  drawBox(canvas, MARGIN, RULE.top, WIDTH - 2 * MARGIN, RULE.height);
  drawSeal(canvas);
  canvas.fillInk(ACCENT);
  return compress(canvas.rows);
}

function drawDrum(pen: Pen): void {
  const { x, y, radius } = DRUM;
  const rings = [
    [1, 0.975],
    [0.86, 0.845],
    [0.72, 0.705],
    [0.5, 0.485],
  ] as const;
  for (const [outer, inner] of rings) drawRing(pen, x, y, radius * outer, radius * inner);
  drawDots(pen, x, y, radius * 0.917, radius * 0.022, 72);
  drawDots(pen, x, y, radius * 0.603, radius * 0.04, 36);
  drawStar(pen, x, y, radius * 0.44);
}

function drawSeal(pen: Pen): void {
  const { x, y, radius } = EMBLEM;
  drawRing(pen, x, y, radius, radius - 3);
  drawStar(pen, x, y, radius - 7);
}

function drawTitle(pen: Pen, title: string): void {
  const { lines, size } = typeset(title, TITLE_ROOM);
  const top = TITLE_MIDDLE - heightOf(lines.length, size) / 2;
  for (const [index, line] of lines.entries()) {
    drawText(pen, line, MARGIN, Math.round(top + (ASCENT + index * LEADING) * size), size);
  }
}

function mixerOf({ band, accent, name }: DrawnColours) {
  const ground = colourOf(band);
  const tone = mix(ground, colourOf(accent), TONE);
  const inks = ['#ffffff', accent, name].map(colourOf);
  return (grade: number, ink: number, coverage: number): PngColour =>
    mix(mix(ground, tone, grade), inks[ink] ?? ground, coverage);
}
