import type { IconDrawing } from '../base/drawing.ts';
import { createCanvas } from './canvas.ts';
import { colourOf, mix } from './colours.ts';
import { drawBox, drawRing, drawStar, drawTile } from './emblem.ts';
import { encodePng } from './png.ts';

/** Of the side: how far the ring reaches from the middle. What is cut to a circle keeps four fifths of the side. */
const REACH = { tile: 0.4, square: 0.4, maskable: 0.33 } as const;
const CORNER = 0.2;
const GRADES = 7;

/** A PNG of the drum's star on the site's colour. */
export function drawIcon({ size, shape, colours }: IconDrawing): Uint8Array {
  const canvas = createCanvas(size, size, GRADES, 1);
  if (shape === 'tile') drawTile(canvas, size, size * CORNER);
  else drawBox(canvas, 0, 0, size, size);
  canvas.fillGround();
  const [middle, reach] = [size / 2, size * REACH[shape]];
  drawRing(canvas, middle, middle, reach, reach * 0.93);
  drawStar(canvas, middle, middle, reach * 0.84);
  canvas.fillInk(0);
  const [band, ink] = [colourOf(colours.band), colourOf(colours.name)];
  return encodePng({
    ...canvas,
    colours: canvas.colours((ground, _, coverage) =>
      mix([band[0], band[1], band[2], Math.round(ground * 255)], ink, coverage),
    ),
  });
}
