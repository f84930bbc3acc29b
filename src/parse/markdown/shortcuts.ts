import { type Engine, StateBlock, type StateCore, type StateInline } from './engine.ts';
import type { MarkList } from './marks-left.ts';

/**
 * Ways past markdown-it's own for what most of a text is: plain words. Each gives the very tokens that the long way
 * would; a property test compares them. They take a sixth off the time of parsing.
 */
export function addShortcuts(engine: Engine): void {
  engine.block.State = LineState;
  engine.block.ruler.before('table', 'prose', prose);
  engine.core.ruler.at('inline', inline);
  engine.inline.ruler.at('text', text);
}

const TAB = 9;
const SPACE = 32;

/** Finds the lines of a text by their ends instead of looking at each character. */
class LineState extends StateBlock {
  constructor(...[src, md, env, tokens]: ConstructorParameters<typeof StateBlock>) {
    // Of nothing, markdown-it makes the line behind the last one, which every text has.
    super('', md, env, tokens);
    this.src = src;
    this.bMarks.length =
      this.eMarks.length =
      this.tShift.length =
      this.sCount.length =
      this.bsCount.length =
        0;
    for (let start = 0; start < src.length; ) {
      const found = src.indexOf('\n', start);
      const end = found < 0 ? src.length : found;
      let column = 0;
      let first = start;
      for (; first < end; first++) {
        const code = src.charCodeAt(first);
        if (code === SPACE) column += 1;
        else if (code === TAB) column += 4 - (column % 4);
        else break;
      }
      // Spaces at the end of a text are no line, if no line break follows.
      if (found >= 0 || first < end) this.#add(start, end, first - start, column);
      start = end + 1;
    }
    this.lineMax = this.bMarks.length;
    this.#add(src.length, src.length, 0, 0);
  }

  #add(start: number, end: number, indent: number, column: number): void {
    this.bMarks.push(start);
    this.eMarks.push(end);
    this.tShift.push(indent);
    this.sCount.push(column);
    this.bsCount.push(0);
  }
}

/** A paragraph whose lines all begin with a letter and which an empty line ends is nothing else. */
function prose(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (silent) return false;
  let nextLine = startLine;
  do {
    if (!isLetter(state.src.charCodeAt((state.bMarks[nextLine] ?? 0) + (state.tShift[nextLine] ?? 0))))
      return false;
    nextLine += 1;
  } while (nextLine < endLine && !state.isEmpty(nextLine));
  state.line = nextLine;
  state.push('paragraph_open', 'p', 1).map = [startLine, nextLine];
  const token = state.push('inline', '', 0);
  token.content = state.md.utils.asciiTrim(state.getLines(startLine, nextLine, state.blkIndent, false));
  token.map = [startLine, nextLine];
  token.children = [];
  state.push('paragraph_close', 'p', -1);
  return true;
}

/** No mark of Markdown's begins with a letter, nor with anything outside of ASCII. */
function isLetter(code: number): boolean {
  return code > 0x7f || (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

/** What the rules for a line of text begin with, `]` that ends a link's words, and `:` in the middle of an address. */
const MARK = /[\n!&*:<[\\\]^_`~]/;
const NEXT_MARK = new RegExp(MARK, 'g');

/** A line without a mark is one piece of text. */
function inline(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.type !== 'inline' || token.children === null) continue;
    if (MARK.test(token.content)) {
      (state.env as MarkList).block = token;
      state.md.inline.parse(token.content, state.md, state.env, token.children);
    } else if (token.content !== '') {
      const text = new state.Token('text', '', 0);
      text.content = token.content;
      token.children = [text];
    }
  }
}

/** Text goes on to the next mark. markdown-it also stops at `#$%+-=>@{}`, where no rule begins. */
function text(state: StateInline, silent: boolean): boolean {
  NEXT_MARK.lastIndex = state.pos;
  const next = NEXT_MARK.exec(state.src)?.index ?? state.posMax;
  const end = Math.min(next, state.posMax);
  if (end === state.pos) return false;
  if (!silent) state.pending += state.src.slice(state.pos, end);
  state.pos = end;
  return true;
}
