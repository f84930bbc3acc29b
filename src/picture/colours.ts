import type { PngColour } from './png.ts';

/** `#rrggbb`, opaque. */
export function colourOf(hex: string): PngColour {
  const number = Number.parseInt(hex.slice(1), 16);
  return [(number >> 16) & 255, (number >> 8) & 255, number & 255, 255];
}

/** From one colour (0) to the other (1). */
export function mix(from: PngColour, to: PngColour, share: number): PngColour {
  const between = (a: number, b: number): number => Math.round(a + (b - a) * share);
  return [between(from[0], to[0]), between(from[1], to[1]), between(from[2], to[2]), between(from[3], to[3])];
}
