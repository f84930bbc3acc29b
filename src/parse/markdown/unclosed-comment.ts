import type { Engine, StateInline } from './engine.ts';
import { isInUnclosedComment, noteLeft } from './marks-left.ts';

const OPENING = '<!--';
/** Word makes one dash of the two. One that is short may be an arrow, but for at the end of a line. */
const MEANT_END = /[—–]\s*>|-\s*>[^\S\n]*$/m;

/**
 * A comment that begins within a line and does not end in its paragraph is text to CommonMark, which readers see. Where it
 * was meant to end is plain if Word has made a long dash of the two; else nobody can know.
 */
export function addUnclosedComment(engine: Engine): void {
  engine.inline.ruler.after('html_inline', 'unclosed_comment', unclosedComment);
}

function unclosedComment(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (!src.startsWith(OPENING, pos)) return false;
  const next = src.indexOf(OPENING, pos + OPENING.length);
  const inside = src.slice(pos + OPENING.length, next < 0 || next > posMax ? posMax : next);
  const end = MEANT_END.exec(inside);
  if (end === null) {
    if (!silent && !isInUnclosedComment(state)) noteLeft(state, pos, { kind: 'comment', isRead: false });
    return false;
  }
  if (!silent) noteLeft(state, pos, { kind: 'comment', isRead: true });
  state.pos = pos + OPENING.length + end.index + end[0].length;
  return true;
}
