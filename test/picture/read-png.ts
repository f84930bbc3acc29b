import { crc32, inflateSync } from 'node:zlib';

/** What a PNG of at most 256 colours shows. */
export interface ReadImage {
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  /** `#rrggbb`, or `#rrggbbaa` where it is not opaque. */
  at(x: number, y: number): string;
  /** How many pixels of a part are not of the colour. */
  inked(left: number, top: number, right: number, bottom: number, ground: string): number;
}

/** A reader of its own, which holds every chunk to its checksum. */
export function readPng(bytes: Uint8Array): ReadImage {
  const buffer = Buffer.from(bytes);
  const chunks = new Map<string, Buffer>();
  if (buffer.subarray(0, 8).toString('latin1') !== '\x89PNG\r\n\x1a\n') throw new Error('No PNG.');
  for (let at = 8; at < buffer.length; ) {
    const length = buffer.readUInt32BE(at);
    const name = buffer.toString('latin1', at + 4, at + 8);
    const end = at + 8 + length;
    if (crc32(buffer.subarray(at + 4, end)) !== buffer.readUInt32BE(end))
      throw new Error(`${name} is spoilt.`);
    chunks.set(name, buffer.subarray(at + 8, end));
    at = end + 4;
  }
  const chunk = (name: string): Buffer => {
    const found = chunks.get(name);
    if (found === undefined) throw new Error(`No ${name}.`);
    return found;
  };
  const header = chunk('IHDR');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  if (header.subarray(8).toString('hex') !== '0803000000') throw new Error('Not of 256 colours.');
  if ([...chunks.keys()].at(-1) !== 'IEND') throw new Error('It does not end.');
  const rows = inflateSync(chunk('IDAT'));
  if (rows.length !== (width + 1) * height) throw new Error('Rows are missing.');
  const palette = chunk('PLTE').toString('hex');
  const alphas = chunks.get('tRNS');
  const at = (x: number, y: number): string => {
    const start = y * (width + 1);
    if (rows[start] !== 0) throw new Error('A row is filtered.');
    const index = rows[start + 1 + x] ?? 0;
    const alpha = alphas?.[index] ?? 255;
    const colour = `#${palette.slice(index * 6, index * 6 + 6)}`;
    if (colour.length !== 7) throw new Error(`No colour ${index}.`);
    return alpha === 255 ? colour : colour + alpha.toString(16).padStart(2, '0');
  };
  return {
    width,
    height,
    bytes: bytes.length,
    at,
    inked(left, top, right, bottom, ground) {
      let count = 0;
      for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) if (at(x, y) !== ground) count++;
      return count;
    },
  };
}
