import type { IconDrawing } from '../base/drawing.ts';
import { coloursOf, createCanvas, type Palette } from './canvas.ts';
import { colourOf, mix } from './colours.ts';
import { drawBox, drawRing, drawStar, drawTile } from './emblem.ts';
import { compress, encodePng } from './png.ts';
import { READY_PIXELS } from './ready-pixels.ts';

/** Of the side: how far the ring reaches from the middle. What is cut to a circle keeps four fifths of the side. */
const REACH = { tile: 0.4, square: 0.4, maskable: 0.33 } as const;
const CORNER = 0.2;
const PALETTE: Palette = { grades: 7, inks: 1 };

/** A PNG of the drum's star on the site's colour. */
export function drawIcon(drawing: IconDrawing): Uint8Array {
  const { size, colours } = drawing;
  const ready = READY_PIXELS.get(iconName(drawing));
  const [band, ink] = [colourOf(colours.band), colourOf(colours.name)];
  return encodePng({
    width: size,
    height: size,
    pixels: ready === undefined ? iconPixels(drawing) : Buffer.from(ready, 'base64'),
    colours: coloursOf(PALETTE, (ground, _, coverage) =>
      mix([band[0], band[1], band[2], Math.round(ground * 255)], ink, coverage),
    ),
  });
}

type IconOutline = Pick<IconDrawing, 'size' | 'shape'>;

export function iconName({ size, shape }: IconOutline): string {
  return `icon-${shape}-${size}`;
}

/** Its pixels, compressed, without its colours. */
export function iconPixels({ size, shape }: IconOutline): Uint8Array {
  const canvas = createCanvas(size, size, PALETTE);
  if (shape === 'tile') drawTile(canvas, size, size * CORNER);
  else drawBox(canvas, 0, 0, size, size);
  canvas.fillGround();
  const [middle, reach] = [size / 2, size * REACH[shape]];
  drawRing(canvas, middle, middle, reach, reach * 0.93);
  drawStar(canvas, middle, middle, reach * 0.84);
  canvas.fillInk(0);
  return compress(canvas.rows);
}
