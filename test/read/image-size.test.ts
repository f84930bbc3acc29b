import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isSpoiltPicture } from '../../src/base/media.ts';
import { memoryFileSystem } from '../../src/read/memory-file-system.ts';
import { takeSnapshot } from '../../src/read/snapshot.ts';

const PIXEL = readFileSync(new URL('../pixel.png', import.meta.url));

/** A JPEG of 3 by 2 pixels with so many bytes of notes before them. */
function jpegWithNotes(length: number): Buffer {
  const notes: Buffer[] = [];
  for (let left = length; left > 0; left -= 60_000) {
    const segment = Buffer.alloc(60_004);
    segment.set([0xff, 0xed, 60_002 >> 8, 60_002 & 0xff]);
    notes.push(segment);
  }
  const start = [0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];
  const frame = [0xff, 0xc0, 0, 17, 8, 0, 2, 0, 3, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0];
  return Buffer.concat([Buffer.from(start), ...notes, Buffer.from(frame), Buffer.from([0xff, 0xd9, 0, 0])]);
}

function measured(name: string, bytes: string | Uint8Array) {
  const site = memoryFileSystem({ [`content/${name}`]: bytes });
  const known = { size: 0, get: () => undefined, set: () => {}, delete: () => {}, keepOnly: () => {} };
  const [file] = takeSnapshot(site, memoryFileSystem({}), known).media;
  return file && [file.width, file.height, isSpoiltPicture(file)];
}

it.each<[string, string | Uint8Array, readonly unknown[]]>([
  ['a.png', PIXEL, [1, 1, false]],
  ['a.jpg', PIXEL, [1, 1, false]],
  ['a.jpg', jpegWithNotes(0), [3, 2, false]],
  ['nhieu-ghi-chu.jpg', jpegWithNotes(600_000), [3, 2, false]],
  ['rong.jpg', '', [0, 0, true]],
  ['chu.JPG', 'Kính gửi: các chi hội', [0, 0, true]],
  ['chu.webp', 'chữ '.repeat(100_000), [0, 0, true]],
  ['dung-do.png', PIXEL.subarray(0, 10), [0, 0, true]],
  ['khong-co.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', [0, 0, false]],
  ['a.tif', 'II*', [0, 0, false]],
  ['a.pdf', '', [0, 0, false]],
])('%s is measured, and known to be a picture or not', (name, bytes, expected) => {
  expect(measured(name, bytes)).toEqual(expected);
});
