export interface OldText {
  readonly looksLike: 'tcvn3' | 'vni';
  /** Where in the text it begins. */
  readonly index: number;
}

/** Letters and signs that Vietnamese in Unicode has no use for, and that TCVN3 or VNI cannot do without. */
const TELLING =
  /[\u00a1-\u00a9\u00ab-\u00ae\u00b5-\u00b9\u00bb-\u00be\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6\u00d8\u00db-\u00dc\u00de-\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb-\u00fc\u00fe]/;
/** What no text in an old encoding has: letters beyond Latin-1. */
const LATER = /[\u0100-\u02ff\u1e00-\u1eff]/;
const WORD = /[a-z\u00a1-\u00ff]+/gi;
const ASCII = /^[a-z]+$/i;
/** So many words must be wrong as they stand and right in the old encoding; names of other countries are fewer. */
const LEAST = 3;

export function mayBeOld(text: string): boolean {
  return TELLING.test(text);
}

/**
 * The first line that is in an encoding from before Unicode, as where an old file was pasted below a new title. A line is
 * judged by its words: nearly all are syllables of Vietnamese if read so, and several are none as they stand.
 */
export function findOldText(text: string): OldText | undefined {
  let end = -1;
  for (const { index } of text.matchAll(new RegExp(TELLING, 'g'))) {
    if (index < end) continue;
    const start = text.lastIndexOf('\n', index) + 1;
    end = text.indexOf('\n', index);
    if (end < 0) end = text.length;
    const line = text.slice(start, end);
    const found = LATER.test(line) ? undefined : judge(line);
    if (found) return { looksLike: found.looksLike, index: start + found.index };
  }
  return undefined;
}

function judge(line: string): OldText | undefined {
  const words = [...line.matchAll(WORD)];
  for (const [looksLike, read] of [
    ['tcvn3', fromTcvn3],
    ['vni', fromVni],
  ] as const) {
    let sound = 0;
    let first = -1;
    let mended = 0;
    for (const { 0: word, index } of words) {
      if (ASCII.test(word) || isSyllable(word)) {
        if (isSyllable(word)) sound += 1;
        continue;
      }
      if (!isSyllable(read(word))) continue;
      sound += 1;
      mended += 1;
      if (first < 0) first = index;
    }
    if (mended >= LEAST && sound >= words.length * 0.7) return { looksLike, index: first };
  }
  return undefined;
}

const TCVN3 = new Map(
  [...'ĂÂÊÔƠƯĐăâêôơưđ']
    .map((letter, i) => [String.fromCharCode(0xa1 + i), letter] as const)
    .concat(
      [
        [0xb5, 'àảãáạ'],
        [0xbb, 'ằẳẵắ'],
        [0xc6, 'ặầẩẫấậè'],
        [0xce, 'ẻẽéẹềểễếệìỉ'],
        [0xdc, 'ĩíịò'],
        [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
        [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
      ].flatMap(([from, letters]) =>
        [...String(letters)].map((letter, i) => [String.fromCharCode(Number(from) + i), letter] as const),
      ),
    ),
);

function fromTcvn3(word: string): string {
  return word.replace(/[\u00a1-\u00ff]/g, (letter) => TCVN3.get(letter) ?? letter);
}

const VNI_MARKS: Readonly<Record<string, string>> = {
  ...{ ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323' },
  ...{
    â: '\u0302',
    á: '\u0302\u0301',
    à: '\u0302\u0300',
    å: '\u0302\u0309',
    ã: '\u0302\u0303',
    ä: '\u0302\u0323',
  },
  ...{
    ê: '\u0306',
    é: '\u0306\u0301',
    è: '\u0306\u0300',
    ú: '\u0306\u0309',
    ü: '\u0306\u0303',
    ë: '\u0306\u0323',
  },
};
const VNI_LETTERS: Readonly<Record<string, string>> = {
  ...{ ñ: 'đ', ô: 'ơ', ö: 'ư', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' },
};

function fromVni(word: string): string {
  const letterOf = (letter: string): string => VNI_LETTERS[letter] ?? letter;
  return word
    .toLowerCase()
    .replace(/([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ñôöæóòî]/g, (all, vowel?: string, mark?: string) =>
      vowel === undefined || mark === undefined ? letterOf(all) : letterOf(vowel) + VNI_MARKS[mark],
    )
    .normalize('NFC');
}

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
const ONSET = '(?:ngh?|nh|gh|gi|g|kh|k|ph|th|tr|t|ch|c|qu|[bdđhlmnpqrsvx])?';
const BEFORE_CODA = '(?:[aăâeêioôơuưy]|iê|yê|uô|ươ|oa|oă|oe|uâ|uê|uy|uyê|oo)';
const OPEN =
  'ia|ya|ua|ưa|uơ|uya|[aâ][uy]|a[io]|e[o]|êu|iu|i?êu|yêu|o[ai]|oe|ôi|ơi|ui|uôi|ư[iu]|ươ[iu]|oa[iyo]|oeo|uâ?y|uyu|uê';
const SYLLABLE = new RegExp(`^${ONSET}(?:${BEFORE_CODA}(?:ch|c|ng|nh|m|n|p|t)?|${OPEN})$`);
const STOPPED = /(?:ch|c|p|t)$/;

/** Whether a word can be one of Vietnamese: sounds that go together, one tone, and the right ones before a stop. */
function isSyllable(word: string): boolean {
  if (word.length > 8) return false;
  const parts = word.toLowerCase().normalize('NFD');
  const tones = parts.match(TONE) ?? [];
  if (tones.length > 1) return false;
  const plain = parts.replace(TONE, '').normalize('NFC');
  if (!SYLLABLE.test(plain)) return false;
  return !STOPPED.test(plain) || tones[0] === '\u0301' || tones[0] === '\u0323';
}
