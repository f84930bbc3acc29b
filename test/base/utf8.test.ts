import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passingUtf8, readUtf8 } from '../../src/base/utf8.ts';

function strictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

describe('UTF-8', () => {
  const sound = fc.string({ unit: 'binary' }).map((text) => new TextEncoder().encode(text));
  const byte = fc.constantFrom(
    0,
    0x41,
    0x80,
    0xbf,
    0xc0,
    0xc3,
    0xe1,
    0xbb,
    0xed,
    0xa0,
    0xef,
    0xf0,
    0x9f,
    0xf4,
    0xff,
  );
  const broken = fc.array(byte, { maxLength: 8 }).map((bytes) => Uint8Array.from(bytes));

  it('is read as the standard says, or not at all', () => {
    fc.assert(
      fc.property(fc.oneof(sound, broken), (bytes) => {
        expect(readUtf8(bytes)).toBe(strictly(bytes));
      }),
      { numRuns: 10_000 },
    );
  });

  it('is read from the middle of other bytes', () => {
    expect(readUtf8(new TextEncoder().encode('một Đảng hai').subarray(6, 13))).toBe('Đảng');
  });
});

describe('a text in UTF-8 for the moment', () => {
  it('is what Node makes of it, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 })), (texts) => {
        for (const text of texts) expect(Buffer.from(passingUtf8(text))).toEqual(Buffer.from(text));
      }),
    );
    const long = 'Hội nghị \ud800 '.repeat(30_000);
    expect(Buffer.compare(passingUtf8(long), Buffer.from(long))).toBe(0);
  });
});
