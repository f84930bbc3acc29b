import { describe, expect, it } from 'vitest';
import { fingerprint, fingerprintOfPieces } from '../../src/base/fingerprint.ts';

describe('a fingerprint', () => {
  it('is the first half of the SHA-256', () => {
    // FIPS 180-2, appendix B.1.
    expect(fingerprint('abc')).toBe('ba7816bf8f01cfea414140de5dae2223');
    expect(fingerprint('')).toBe('e3b0c44298fc1c149afbf4c8996fb924');
  });

  it('is that of the text in UTF-8', () => {
    const text = 'Đảng - đoàn thể';
    expect(fingerprint(text)).toBe(fingerprint(new TextEncoder().encode(text)));
    expect(fingerprint(text)).not.toBe(fingerprint(text.normalize('NFD')));
  });
});

it('is the same for bytes in pieces', () => {
  const pieces = ['Hội ', '', 'Cựu chiến binh'].map((text) => Buffer.from(text));
  expect(fingerprintOfPieces(pieces)).toBe(fingerprint('Hội Cựu chiến binh'));
  expect(fingerprintOfPieces(pieces.toReversed())).not.toBe(fingerprint('Hội Cựu chiến binh'));
  expect(fingerprintOfPieces([])).toBe(fingerprint(''));
});
