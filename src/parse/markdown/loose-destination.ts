import type { Engine, StateInline } from './engine.ts';

/** A file's name with spaces and balanced brackets in it, then perhaps a title. */
const DESTINATION = /\(\s*((?:[^()\n"<>]|\([^()\n]*\))+?\.[a-z0-9]{2,5})\s*(?:"([^"\n]*)"\s*)?\)/iy;

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
  if (labelEnd < 0 || state.src[labelEnd + 1] !== '(') return false;
  DESTINATION.lastIndex = labelEnd + 1;
  const match = DESTINATION.exec(state.src);
  if (match === null || DESTINATION.lastIndex > state.posMax) return false;
  const end = DESTINATION.lastIndex;
  if (!silent) {
    const attributes: [string, string][] = [[image ? 'src' : 'href', match[1] ?? '']];
    if (match[2] !== undefined) attributes.push(['title', match[2]]);
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
