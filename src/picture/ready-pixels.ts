/**
 * Pixels that are the same whatever the colours are, compressed as a PNG has them, in base64, by their names: drawn by the
 * program itself when it was bundled, and put here by `scripts/bundle.mjs`. That spares each build from nothing 40 ms.
 * Where nothing was bundled, they are drawn when they are asked for.
 */
export const READY_PIXELS: ReadonlyMap<string, string> = new Map();
