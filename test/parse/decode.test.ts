import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/parse/decode.ts';
import { cleanWordPaste } from '../../src/parse/markdown/word-paste.ts';

const utf8 = new TextEncoder();
const decoded = (text: string) => decode(utf8.encode(text));

const unusual = fc.integer({ min: 1, max: 0xffff }).map((code) => String.fromCharCode(code));
const piece = fc.oneof(
  fc.constantFrom(
    'Hội nghị ',
    'Đảng',
    'Vieet ',
    '“a” – b…',
    '\n',
    '.',
    '"',
    "'",
    '\u0301',
    '\u00a0',
    '\ufeff',
    '\r',
  ),
  unusual,
);

/** Whether a text is called ordinary; if so, all that is said of it must be true. */
function isOrdinary(written: string): boolean {
  const bytes = utf8.encode(written);
  const result = decode(bytes);
  if ('looksLike' in result || !result.isOrdinary) return false;
  const { text } = result;
  expect(utf8.encode(text)).toEqual(bytes);
  expect(text).toBe(text.replace(/\r\n?/g, '\n').normalize('NFC'));
  expect(cleanWordPaste(text, true)).toBe(cleanWordPaste(text, false));
  return true;
}

describe('an ordinary text', () => {
  it('has nothing to be mended, and is what its bytes say', () => {
    let ordinary = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 3 }), (pieces) => {
        if (isOrdinary(pieces.join(''))) ordinary += 1;
      }),
      { numRuns: 20_000 },
    );
    expect(ordinary).toBeGreaterThan(2000);
  });

  it('may have no sign that is unusual by itself', () => {
    let ordinary = 0;
    for (let code = 1; code <= 0xffff; code++) if (isOrdinary(String.fromCharCode(code))) ordinary += 1;
    expect(ordinary).toBeGreaterThan(900);
  });

  it('may have every letter of Vietnamese and what stands between words', () => {
    const vowels = 'aăâeêioôơuưy';
    const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
    const all = [...vowels]
      .flatMap((letter) => tones.map((tone) => (letter + tone).normalize('NFC')))
      .join('');
    const text = `${all}đ ${all.toUpperCase()}Đ “a” – b… (c), d/e: 1%; f\n`;
    expect(decoded(text)).toEqual({ text, isOrdinary: true });
  });

  it.each([
    ['a\r\nb', 'a\nb'],
    ['\ufeffa', 'a'],
    ['a\u0302\u0301', 'ấ'],
    ['a\u00a0b', 'a\u00a0b'],
    ['a\u200bb', 'a\u200bb'],
    ['Thá»±c', 'Thá»±c'],
  ])('is not %j', (text, expected) => {
    expect(decoded(text)).toEqual({ text: expected, isOrdinary: false });
  });

  it('is never what text of another encoding becomes', () => {
    const odd = ['Thá»±c Ä\u0091áº£ng', 'Ã¡ Ãº', 'trÆ°á»\u009dng', 'Ä‘ Ä‘', 'Æ° Æ¡'];
    for (const text of odd) expect(decoded(text)).toEqual({ looksLike: 'mojibake' });
  });
});
