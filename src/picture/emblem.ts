import type { Pen } from './canvas.ts';

/** The star of a bronze drum: rays, and how far out the hollows between them lie. */
const RAYS = 14;
const HOLLOW = 0.36;
/** A circle is so many curves, which leaves it off by less than a tenth of a pixel. */
const ARCS = 16;
const SMALL = { radius: 20, arcs: 8 } as const;

/** `radius` reaches the tips of the rays, in pixels. */
export function drawStar(pen: Pen, x: number, y: number, radius: number): void {
  for (let point = 0; point < RAYS * 2; point++) {
    const [dx, dy] = at(point / (RAYS * 2), point % 2 === 0 ? radius : radius * HOLLOW);
    if (point === 0) pen.moveTo(x + dx, y + dy);
    else pen.lineTo(x + dx, y + dy);
  }
}

/** A ring between two radii, in pixels; a disc if the inner one is 0. */
export function drawRing(pen: Pen, x: number, y: number, outer: number, inner: number): void {
  drawCircle(pen, x, y, outer, 1);
  if (inner > 0) drawCircle(pen, x, y, inner, -1);
}

function drawCircle(pen: Pen, x: number, y: number, radius: number, turn: 1 | -1): void {
  const arcs = radius < SMALL.radius ? SMALL.arcs : ARCS;
  pen.moveTo(x, y - radius);
  for (let arc = 1; arc <= arcs; arc++) {
    const [controlX, controlY] = at((turn * (arc - 0.5)) / arcs, radius / Math.cos(Math.PI / arcs));
    const [endX, endY] = at((turn * arc) / arcs, radius);
    pen.curveTo(x + controlX, y + controlY, x + endX, y + endY);
  }
}

/** A row of `count` dots around the middle. */
export function drawDots(pen: Pen, x: number, y: number, radius: number, dot: number, count: number): void {
  for (let each = 0; each < count; each++) {
    const [dx, dy] = at(each / count, radius);
    drawCircle(pen, x + dx, y + dy, dot, 1);
  }
}

/** Clockwise from the top; `part` of a turn. In thousandths, so that no machine's sine makes a difference. */
function at(part: number, radius: number): readonly [number, number] {
  const angle = 2 * Math.PI * part;
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  return [round(Math.sin(angle) * radius), round(-Math.cos(angle) * radius)];
}

export function drawBox(pen: Pen, left: number, top: number, width: number, height: number): void {
  pen.moveTo(left, top);
  pen.lineTo(left + width, top);
  pen.lineTo(left + width, top + height);
  pen.lineTo(left, top + height);
}

/** A square of the given side with rounded corners, at the top left. */
export function drawTile(pen: Pen, side: number, corner: number): void {
  pen.moveTo(corner, 0);
  pen.lineTo(side - corner, 0);
  pen.curveTo(side, 0, side, corner);
  pen.lineTo(side, side - corner);
  pen.curveTo(side, side, side - corner, side);
  pen.lineTo(corner, side);
  pen.curveTo(0, side, 0, side - corner);
  pen.lineTo(0, corner);
  pen.curveTo(0, 0, corner, 0);
}
