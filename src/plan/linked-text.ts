import { fold } from '../base/vietnamese.ts';
import type { TextPiece } from './views.ts';

/** An e-mail address, one of the web, or what may be a number: digits with up to two marks between them. */
const FOUND =
  /(?<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)|(?<web>(?:https?:\/\/|www\.)[^\s<>"]*[^\s<>".,;:!?)])|(?<![\p{L}\d.]|\p{L}\/)(?<number>[+(]{0,2}\d(?:[\s.()-]{0,2}\d)*)(?![\p{L}\d]|\/\p{L})/giu;

/** Their numbers may begin with 0 as a phone's does. */
const NO_PHONE = /\b(?:tai khoan|stk|account|iban|ma so|(?:ma|so) thue|mst|tax)\b/;
const PHONE = /\b(?:dien thoai|dt|sdt|di dong|duong day nong|phone|telephone|tel|mobile|hotline)\b/;
/** A number inside a house is dialled by hand. */
const EXTENSION = /\b(?:may le|so le|may nhanh|noi bo|ext|extension)\b[^a-z]*$/;

/**
 * What a line of contact says, with links where a phone or a browser can do something with it. All pieces together are
 * the line as it was written.
 */
export function linkedText(name: string, value: string): TextPiece[] {
  const field = fold(name);
  // However it is written apart, it is one number where there is nothing else.
  const whole = phoneHref(value, field, '');
  if (whole !== '') return [{ text: value, href: whole }];
  const pieces: TextPiece[] = [];
  let told = 0;
  let seen = 0;
  for (const match of value.matchAll(FOUND)) {
    const { index } = match;
    const href = hrefOf(match, field, fold(value.slice(seen, index)));
    seen = index + match[0].length;
    if (href === '') continue;
    if (index > told) pieces.push({ text: value.slice(told, index), href: '' });
    pieces.push({ text: match[0], href });
    told = seen;
  }
  if (told < value.length) pieces.push({ text: value.slice(told), href: '' });
  return pieces;
}

/** `before` is what stands between what was found before and this. */
function hrefOf({ groups = {} }: RegExpMatchArray, field: string, before: string): string {
  const { mail, web, number } = groups;
  if (mail !== undefined) return `mailto:${mail}`;
  if (web !== undefined) return /^www\./i.test(web) ? `https://${web}` : web;
  return number === undefined ? '' : phoneHref(number, field, before);
}

/** Of numbers as they are called in Vietnam, and of those that begin with a country's; empty for all others. */
function phoneHref(written: string, field: string, before: string): string {
  if (NO_PHONE.test(field) || NO_PHONE.test(before)) return '';
  const number = written.replace(/^(\(?\+84\)?)\s*\(0\)/, '$1').replace(/[\s().-]/g, '');
  const isPhone =
    /^(?:0[1-9]\d{7,9}|\+[1-9]\d{7,13}|1[89]00\d{4,6})$/.test(number) ||
    (/^11\d$/.test(number) && PHONE.test(field) && !EXTENSION.test(before));
  return isPhone ? `tel:${number}` : '';
}
