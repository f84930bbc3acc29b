import type { Encoding } from '../base/messages/catalogue.ts';
import { beginsAsUtf16, readUtf8 } from '../base/utf8.ts';
import type { Spot } from '../model/body.ts';
import { findOldText, mayBeOld } from './old-encodings.ts';

export type Decoded =
  | {
      readonly text: string;
      /** The text has ordinary signs only, and is what the bytes say in UTF-8. If false, it may still be so. */
      readonly isOrdinary: boolean;
    }
  | {
      readonly looksLike: Encoding;
      /** Where it begins; at the top if it is so all over. */
      readonly spot: Spot;
    };

const TOP: Spot = { line: 1, column: 1, text: '' };

const latin1 = new TextDecoder('latin1');

/** All but ASCII, letters of Vietnamese and some other languages, and the usual dashes, quotes and dots. */
const UNUSUAL = /[^\n\x20-\x7e\u00c0-\u02ff\u1e00-\u1eff\u2013-\u2017\u201c\u201d\u2026]/;
/** Letters that only Vietnamese in Unicode has; where they stand, the text is sound. */
const VIETNAMESE = /[\u1e00-\u1eff]/;
/** UTF-8 read as Latin-1 or Windows-1252: `Thá»±c`, `Äáº£ng`, `trÆ°á»ng`. */
const MOJIBAKE = /á[»º][\u0080-\u00bf\u0152-\u2122]|Ä[\u0090\u0091\u2018]|Æ[°¡]|Ã[¡¢£¨©ª¬­²³´µ¹º½]/g;
/** TCVN3 keeps its letters where Latin-1 has signs: `V¨n hãa`, `§¶ng`. */
const TCVN3 = /[a-z][¨©ª«¬®µ¶·¸¹¼½¾]|[¡¢£¤¥¦§¨©ª«¬®µ¶·¸¹¼½¾][a-z]/gi;
/** VNI writes a vowel and then its mark as a letter of its own: `Vieät Nam`, `ñoaøn`. */
const VNI = /[aeiouy][äåæøûïö]|ñ[aeiouy]/gi;

/** Bytes as text in NFC with LF, or which encoding they look like instead. A byte order mark goes. */
export function decode(bytes: Uint8Array): Decoded {
  if (beginsAsUtf16(bytes)) return { looksLike: 'utf-16', spot: TOP };
  if (bytes.includes(0)) return { looksLike: 'binary', spot: TOP };
  const text = readUtf8(bytes);
  if (text === undefined) {
    return { looksLike: lookOf(latin1.decode(bytes))?.looksLike ?? 'windows-1258', spot: TOP };
  }
  // An ordinary text has nothing of all that is looked for below and in a paste from Word, and is in NFC: two looks instead of
  // eight, a twentieth of the time of parsing. One look for both would take three times as long: its class has thirty ranges.
  const isOrdinary = !UNUSUAL.test(text) && !mayBeOld(text);
  const look = lookOf(text, isOrdinary);
  if (look !== undefined) return { looksLike: look.looksLike, spot: spotIn(text, look.index) };
  if (isOrdinary) return { text, isOrdinary };
  return {
    text: text
      .replace(/^\ufeff/, '')
      .replace(/\r\n?/g, '\n')
      .normalize('NFC'),
    isOrdinary,
  };
}

interface Look {
  readonly looksLike: Encoding;
  readonly index: number;
}

function lookOf(text: string, isOrdinary = false): Look | undefined {
  const mojibake = isOrdinary ? undefined : often(text, MOJIBAKE, 2);
  if (mojibake !== undefined) return { looksLike: 'mojibake', index: mojibake };
  if (VIETNAMESE.test(text)) return isOrdinary ? undefined : findOldText(text);
  const tcvn3 = often(text, TCVN3, 3);
  if (tcvn3 !== undefined) return { looksLike: 'tcvn3', index: tcvn3 };
  const vni = often(text, VNI, 3);
  if (vni !== undefined) return { looksLike: 'vni', index: vni };
  return isOrdinary ? undefined : findOldText(text);
}

/** Where the first is. One odd pair may be meant (`®` after a brand); several of them are an encoding. */
function often(text: string, pattern: RegExp, times: number): number | undefined {
  let first: number | undefined;
  let count = 0;
  for (const { index } of text.matchAll(pattern)) {
    first ??= index;
    count += 1;
    if (count >= times) return first;
  }
  return undefined;
}

/** The place of the word that has the letter at `index`. */
function spotIn(text: string, index: number): Spot {
  const above = text.slice(0, index).replace(/\r\n?/g, '\n').split('\n');
  const before = (above.at(-1) ?? '').replace(/^\ufeff/, '');
  const word = /\S*$/.exec(before)?.index ?? 0;
  return {
    line: above.length,
    column: word + 1,
    text: before + (/^[^\r\n]*/.exec(text.slice(index))?.[0] ?? ''),
  };
}
