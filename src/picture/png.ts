/** Red, green, blue and how opaque it is, each from 0 to 255. */
export type PngColour = readonly [red: number, green: number, blue: number, alpha: number];

export interface IndexedImage {
  readonly width: number;
  readonly height: number;
  /** By `compress`: each row a 0 for "not filtered", then its pixels, a number of `colours` each. */
  readonly pixels: Uint8Array;
  /** At most 256. */
  readonly colours: readonly PngColour[];
}

/** Not imported, for it would be loaded by every build: those that draw nothing have no need of it. */
const zlib = (): typeof import('node:zlib') => process.getBuiltinModule('node:zlib');

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/**
 * Runs alone: flat pictures are little else, and unlike the search for repeats it looks nothing up in tables whose hash
 * may depend on the processor.
 */
export function compress(rows: Uint8Array): Uint8Array {
  const { constants, deflateSync } = zlib();
  return deflateSync(rows, { strategy: constants.Z_RLE, level: 6, memLevel: 9 });
}

export function decompress(pixels: Uint8Array): Uint8Array {
  return zlib().inflateSync(pixels);
}

/** A PNG of at most 256 colours; the same bytes for the same version of zlib. */
export function encodePng({ width, height, pixels, colours }: IndexedImage): Uint8Array {
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  header.setUint8(8, 8);
  header.setUint8(9, 3);
  const alphas = colours.map(([, , , alpha]) => alpha);
  const isOpaque = alphas.every((alpha) => alpha === 255);
  const chunks = [
    chunkOf('IHDR', new Uint8Array(header.buffer)),
    chunkOf('PLTE', Uint8Array.from(colours.flatMap((colour) => colour.slice(0, 3)))),
    ...(isOpaque ? [] : [chunkOf('tRNS', Uint8Array.from(alphas))]),
    chunkOf('IDAT', pixels),
    chunkOf('IEND', new Uint8Array(0)),
  ];
  return Buffer.concat([SIGNATURE, ...chunks]);
}

function chunkOf(name: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let at = 0; at < 4; at++) bytes[4 + at] = name.charCodeAt(at);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, zlib().crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}
