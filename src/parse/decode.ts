import type { Encoding } from '../base/messages/catalogue.ts';
import { readUtf8 } from '../base/utf8.ts';

export type Decoded =
  | {
      readonly text: string;
      /** The text has ordinary signs only, and is what the bytes say in UTF-8. If false, it may still be so. */
      readonly isOrdinary: boolean;
    }
  | { readonly looksLike: Encoding };

const latin1 = new TextDecoder('latin1');

/**
 * All but ASCII, letters and the usual dashes, quotes and dots. A text without one has nothing of all that is looked for
 * below and in a paste from Word, and is in NFC: one look instead of eight, a twentieth of the time of parsing.
 */
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
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { looksLike: 'utf-16' };
  }
  if (bytes.includes(0)) return { looksLike: 'binary' };
  const text = readUtf8(bytes);
  if (text === undefined) return { looksLike: lookOf(latin1.decode(bytes)) ?? 'windows-1258' };
  const isOrdinary = !UNUSUAL.test(text);
  const looksLike = lookOf(text, isOrdinary);
  if (looksLike !== undefined) return { looksLike };
  if (isOrdinary) return { text, isOrdinary };
  return {
    text: text
      .replace(/^\ufeff/, '')
      .replace(/\r\n?/g, '\n')
      .normalize('NFC'),
    isOrdinary,
  };
}

function lookOf(text: string, isOrdinary = false): Encoding | undefined {
  if (!isOrdinary && occursOften(text, MOJIBAKE, 2)) return 'mojibake';
  if (VIETNAMESE.test(text)) return undefined;
  if (occursOften(text, TCVN3, 3)) return 'tcvn3';
  return occursOften(text, VNI, 3) ? 'vni' : undefined;
}

/** One odd pair may be meant (`®` after a brand); several of them are an encoding. */
function occursOften(text: string, pattern: RegExp, times: number): boolean {
  let count = 0;
  for (const _ of text.matchAll(pattern)) {
    count += 1;
    if (count >= times) return true;
  }
  return false;
}
