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
    for (const text of odd) expect(decoded(text)).toMatchObject({ looksLike: 'mojibake' });
  });
});

describe('old letters in a text', () => {
  const TOP = '---\ntitle: Hội nghị sơ kết\ndate: 1/3/2024\n---\n\nSáng nay, Hội họp.\n';

  it.each([
    ['Ban chÊp hµnh Héi Cùu chiÕn binh tæ chøc héi nghÞ.', 'tcvn3', 5],
    ['Ban chaáp haønh Hoäi Cöïu chieán binh toå chöùc hoäi nghò.', 'vni', 5],
    ['§¹i héi §¶ng bé', 'tcvn3', 1],
    ['BAN CHAÁP HAØNH HOÄI CÖÏU CHIEÁN BINH', 'vni', 5],
    ['- **Ñoaøn vieân** tham gia', undefined, 0],
  ])('are seen: %s', (line, looksLike, column) => {
    const result = decoded(`${TOP}${line}\n\nHết.\n`);
    if (looksLike === undefined) expect(result).toHaveProperty('text');
    else expect(result).toEqual({ looksLike, spot: { line: 7, column, text: line } });
  });

  it('are seen where nothing else is, with their line', () => {
    expect(decoded('---\r\ntitle: A\r\n---\r\nBan chÊp hµnh Héi Cùu chiÕn binh')).toEqual({
      looksLike: 'tcvn3',
      spot: { line: 4, column: 5, text: 'Ban chÊp hµnh Héi Cùu chiÕn binh' },
    });
  });

  it.each([
    'Đoàn gồm Jürgen Müller, Günther Schröder, Björn Åkesson và Søren Kierkegård.',
    'Jürgen Müller, Günther Schröder, Björn Åkesson, François Noël',
    'Les élèves fêtèrent Noël à la Maison de la Culture, où le maître était déjà arrivé.',
    'Le théâtre «Île-de-France» présente «Molière», «Racine» et «Corneille» du même siècle.',
    'Das Mädchen hört täglich Musik und möchte später Köchin werden.',
    'Příliš žluťoučký kůň úpěl ďábelské ódy v Plzni.',
    'Giá 5µm, 10µm, 20µm; Bantin® và Bantin© 2024, ½ giá ± 3 ²',
    'Size 5µm, 10µm and 20µm of Bantin® and Bantin©',
    'A señor from España visited Curaçao, Århus and Tromsø',
    'Hội nghị, thế là xong; cô bé về nhà bà, có cá và rùa.',
    'co be ve nha ba, có cá và rùa, bé là bà già',
  ])('are not seen in %s', (line) => {
    expect(decoded(`${TOP}${line}\n`)).toHaveProperty('text');
  });
});
