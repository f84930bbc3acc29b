/** Vietnamese text: folding for comparison, slugs for addresses, and the alphabet's order. Pure; no `Intl`. */

const COMBINING = /[\u0300-\u036f]/g;
const ASCII = /^[\0-\x7f]*$/;

/** Letters that do not decompose into a base letter and a mark. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};
const UNDECOMPOSED_PATTERN = /[đðøłßæœı]/g;

/**
 * The text as a reader types it who has no accents: lower case, marks off, đ as d. *Đảng* and *dang* fold
 * alike, and so do *hoà* and *hòa*. For comparing and searching only; never for showing.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(COMBINING, '')
    .replace(UNDECOMPOSED_PATTERN, (letter) => UNDECOMPOSED[letter] ?? letter);
}

/** A field or file name as it is compared: folded, and spaces, `_` and `-` all the same or absent. */
export function foldName(text: string): string {
  return fold(text.normalize('NFC')).replace(/[\s_-]+/g, '');
}

/** Words that stand for a title, as the name of a file does. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const SLUG_LENGTH = 80;
/** Names that Windows keeps for devices; a folder of such a name cannot be made there. */
const WINDOWS_DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/**
 * A name that is safe in an address and on every disk: lower-case ASCII letters, digits and single hyphens, at
 * most 80 characters, cut at a word. Empty if the text has no letter or digit.
 */
export function slug(text: string): string {
  let result = fold(text.normalize('NFC'))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (result.length > SLUG_LENGTH) {
    const cut = result.lastIndexOf('-', SLUG_LENGTH);
    result = result.slice(0, cut > 0 ? cut : SLUG_LENGTH);
  }
  return WINDOWS_DEVICE.test(result) ? `${result}-1` : result;
}

/** A file name made safe as `slug` does, its extension kept in lower case: `Ảnh (1).JPG` is `anh-1.jpg`. */
export function slugFileName(name: string): string {
  const dot = name.lastIndexOf('.');
  const stem = slug(dot > 0 ? name.slice(0, dot) : name) || 'tep';
  const extension = dot > 0 ? slug(name.slice(dot + 1)) : '';
  return extension === '' ? stem : `${stem}.${extension}`;
}

const ALPHABET = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
/** No tone, then huyền, hỏi, ngã, sắc, nặng: the order of Vietnamese dictionaries. */
const TONES = '\u0300\u0309\u0303\u0301\u0323';
const TONE_PATTERN = /[\u0300\u0301\u0303\u0309\u0323]/;

interface Collation {
  readonly letters: readonly number[];
  readonly tones: readonly number[];
}

function collate(text: string): Collation {
  const letters: number[] = [];
  const tones: number[] = [];
  for (const character of text.normalize('NFC').toLowerCase()) {
    let tone = 0;
    const letter = character
      .normalize('NFD')
      .replace(TONE_PATTERN, (mark) => {
        tone = TONES.indexOf(mark) + 1;
        return '';
      })
      .normalize('NFC');
    if (letter === '') continue;
    const place = ALPHABET.indexOf(letter);
    // Digits and signs come before letters; what the alphabet does not know comes after them.
    const code = letter.codePointAt(0) ?? 0;
    letters.push(place >= 0 ? 1000 + place : code < 0x80 ? code : 2000 + code);
    tones.push(tone);
  }
  return { letters, tones };
}

/** Order of the Vietnamese alphabet: letters first (a ă â b … d đ …), then tones, then code points. */
export function compareVietnamese(a: string, b: string): number {
  const left = collate(a);
  const right = collate(b);
  return (
    compareNumbers(left.letters, right.letters) ||
    compareNumbers(left.tones, right.tones) ||
    compareText(a, b)
  );
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Order by UTF-16 code units: the same on every machine, for paths and as the last tie. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
