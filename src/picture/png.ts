/** Red, green, blue and how opaque it is, each from 0 to 255. */
export type PngColour = readonly [red: number, green: number, blue: number, alpha: number];

export interface IndexedImage {
  readonly width: number;
  readonly height: number;
  /** Each row a 0 for "not filtered", then its pixels, a number of `colours` each. */
  readonly rows: Uint8Array;
  /** At most 256. */
  readonly colours: readonly PngColour[];
}

type Zlib = typeof import('node:zlib');

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/**
 * Runs alone: flat pictures are little else, and unlike the search for repeats it looks nothing up in tables whose hash
 * may depend on the processor.
 */
const deflate = (zlib: Zlib, bytes: Uint8Array): Uint8Array =>
  zlib.deflateSync(bytes, { strategy: zlib.constants.Z_RLE, level: 6, memLevel: 9 });

/** A PNG of at most 256 colours; the same bytes for the same version of zlib. */
export function encodePng({ width, height, rows, colours }: IndexedImage): Uint8Array {
  // Not imported, for it would be loaded by every build: those that draw nothing have no need of it.
  const zlib = process.getBuiltinModule('node:zlib');
  const chunk = (name: string, data: Uint8Array): Uint8Array => chunkOf(zlib, name, data);
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  header.setUint8(8, 8);
  header.setUint8(9, 3);
  const alphas = colours.map(([, , , alpha]) => alpha);
  const isOpaque = alphas.every((alpha) => alpha === 255);
  const chunks = [
    chunk('IHDR', new Uint8Array(header.buffer)),
    chunk('PLTE', Uint8Array.from(colours.flatMap((colour) => colour.slice(0, 3)))),
    ...(isOpaque ? [] : [chunk('tRNS', Uint8Array.from(alphas))]),
    chunk('IDAT', deflate(zlib, rows)),
    chunk('IEND', new Uint8Array(0)),
  ];
  return Buffer.concat([SIGNATURE, ...chunks]);
}

function chunkOf(zlib: Zlib, name: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let at = 0; at < 4; at++) bytes[4 + at] = name.charCodeAt(at);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, zlib.crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}
