import { describe, expect, it } from 'vitest';
import { fingerprint, fingerprinter } from '../../src/base/fingerprint.ts';

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
  const printOf = (...pieces: string[]): string => {
    const print = fingerprinter();
    for (const piece of pieces) print.add(Buffer.from(piece));
    return print.end();
  };
  expect(printOf('Hội ', '', 'Cựu chiến binh')).toBe(fingerprint('Hội Cựu chiến binh'));
  expect(printOf('Cựu chiến binh', 'Hội ')).not.toBe(fingerprint('Hội Cựu chiến binh'));
  expect(printOf()).toBe(fingerprint(''));
});
