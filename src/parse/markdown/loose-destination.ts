import type { Engine, StateInline } from './engine.ts';

/**
 * A file's name with spaces and balanced brackets in it, a folder's with spaces, or a telephone number in groups; then
 * perhaps a title, which may hold quotes, or which Word has put into curly ones.
 */
const DESTINATION =
  /\(\s*((?:[^()\n"<>]|\([^()\n]*\))+?\.[a-z0-9]{2,5}|\.{0,2}\/[^()\n"<>]*\/|tel:\+?[\d .-]+)\s*(?:"((?:(?!\]\()[^\n])*?)"\s*|[“”]([^\n“”]*)[“”]\s*)?\)/iy;
/** What leaves no doubt behind a space that should not be there: a picture's name. */
const PICTURE = /\.(?:jpe?g|png|gif|webp|avif|svg)$/i;

/**
 * CommonMark leaves `![](Ảnh hội nghị (1).jpg)` as text, for a destination may hold no spaces. Writers' files have
 * them, so where the standard rules have failed, a destination that ends like a file's name is taken as one.
 */
export function addLooseDestinations(engine: Engine): void {
  engine.inline.ruler.after('image', 'loose_destination', looseDestination);
}

function looseDestination(state: StateInline, silent: boolean): boolean {
  const image = state.src.startsWith('![', state.pos);
  if (!image && state.src[state.pos] !== '[') return false;
  const labelStart = state.pos + (image ? 2 : 1);
  const labelEnd = state.md.helpers.parseLinkLabel(state, labelStart - 1, !image);
  if (labelEnd < 0) return false;
  const open = image && state.src[labelEnd + 1] === ' ' ? labelEnd + 2 : labelEnd + 1;
  if (state.src[open] !== '(') return false;
  DESTINATION.lastIndex = open;
  const match = DESTINATION.exec(state.src);
  if (match === null || DESTINATION.lastIndex > state.posMax) return false;
  const [, target = '', title, curlyTitle] = match;
  if (open > labelEnd + 1 && !PICTURE.test(target)) return false;
  const end = DESTINATION.lastIndex;
  if (!silent) {
    const attributes: [string, string][] = [[image ? 'src' : 'href', target]];
    const words = title ?? curlyTitle;
    if (words !== undefined) attributes.push(['title', words]);
    if (image) pushImage(state, state.src.slice(labelStart, labelEnd), attributes);
    else pushLink(state, labelStart, labelEnd, attributes);
  }
  state.pos = end;
  return true;
}

function pushImage(state: StateInline, label: string, attributes: [string, string][]): void {
  const token = state.push('image', 'img', 0);
  token.attrs = attributes;
  token.content = label;
  token.children = [];
  state.md.inline.parse(label, state.md, state.env, token.children);
}

function pushLink(state: StateInline, start: number, end: number, attributes: [string, string][]): void {
  const max = state.posMax;
  state.pos = start;
  state.posMax = end;
  state.push('link_open', 'a', 1).attrs = attributes;
  state.linkLevel += 1;
  state.md.inline.tokenize(state);
  state.linkLevel -= 1;
  state.push('link_close', 'a', -1);
  state.posMax = max;
}
