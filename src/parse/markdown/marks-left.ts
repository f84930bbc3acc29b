import { type Diagnostic, error, warning } from '../../base/diagnostic.ts';
import type { Spot } from '../../model/body.ts';
import type { StateInline, Token } from './engine.ts';
import { cut, type TokenWalk } from './walk.ts';

/** A mark of Markdown's or HTML's that came to nothing, so that readers see it as it was typed, and where it stands. */
export interface LeftMark {
  readonly found: LeftFinding;
  readonly line: LeftLine;
  /** Its place in the line, counted from 0. */
  readonly column: number;
}

/** A line on which there are such marks: one object for all of them, for it may be long and have thousands. */
interface LeftLine {
  /** The text of a paragraph, heading or cell. It learns where it stands only later, if it is a cell. */
  readonly block: Token;
  /** The text that is being read, and where in it the line begins and ends: the block's, or a picture's words. */
  readonly src: string;
  readonly start: number;
  readonly end: number;
  /** The lines above it. */
  readonly above: number;
}

export type LeftFinding =
  | { readonly kind: 'comment'; readonly isRead: boolean }
  | { readonly kind: 'note'; readonly label: string }
  | { readonly kind: 'reference'; readonly text: string; readonly isPicture: boolean };

/** What a text's parsing leaves behind of them; a type, for markdown-it takes what has an index. */
export type MarkList = {
  /** The block that is being read. */
  block?: Token;
  left?: LeftMark[];
};

/** Notes a mark that begins at `start` of the line of text that is being read. */
export function noteLeft({ src, env }: StateInline, start: number, found: LeftFinding): void {
  const list = env as MarkList;
  if (list.block === undefined) return;
  list.left ??= [];
  const line = lineAt(list.block, src, start, list.left.at(-1)?.line);
  list.left.push({ found, line, column: start - line.start });
}

/** `last` is the line of the mark noted last: mostly it is the same, or stands above. */
function lineAt(block: Token, src: string, at: number, last: LeftLine | undefined): LeftLine {
  let [above, start] = [0, 0];
  if (last?.block === block && last.start <= at && last.src === src) {
    if (at <= last.end) return last;
    above = last.above;
    start = last.start;
  }
  for (;;) {
    const found = src.indexOf('\n', start);
    const end = found < 0 ? src.length : found;
    if (at <= end) return { block, src, start, end, above };
    start = end + 1;
    above += 1;
  }
}

/** Whether the mark noted last is a comment without an end in the block that is being read: so are all behind it. */
export function isInUnclosedComment({ env }: StateInline): boolean {
  const { block, left } = env as MarkList;
  const last = left?.at(-1);
  return last?.found.kind === 'comment' && !last.found.isRead && last.line.block === block;
}

export function reportLeft(left: readonly LeftMark[], walk: TokenWalk, path: string): void {
  let line: LeftLine | undefined;
  let start: Spot | undefined;
  for (const mark of left) {
    if (mark.line !== line) {
      line = mark.line;
      start = startOf(line, walk);
    }
    walk.report(findingOf(mark.found, { path, ...spotOf(mark, start, walk) }));
  }
}

const COMMENT = { what: '<!--', end: '-->', inParagraph: true };

function findingOf(found: LeftFinding, place: Diagnostic['place']): Diagnostic {
  if (found.kind === 'note') return warning('footnote-missing', place, { label: found.label });
  if (found.kind === 'reference') {
    return warning('reference-unread', place, { text: cut(found.text), isPicture: found.isPicture });
  }
  return (found.isRead ? warning : error)('html-unclosed', place, COMMENT);
}

/** Where a line of a block's text begins; undefined if the block is a cell, and a `|` in it is escaped. */
function startOf({ block, src, start, end, above }: LeftLine, walk: TokenWalk): Spot | undefined {
  const text = src.slice(start, end);
  const spot = walk.find(block, text, above);
  return spot.text.includes(text) ? spot : undefined;
}

function spotOf({ line, column }: LeftMark, start: Spot | undefined, walk: TokenWalk): Spot {
  if (start !== undefined) return { ...start, column: start.column + column };
  const at = line.start + column;
  return walk.find(line.block, line.src.slice(at, Math.min(at + 2, line.end)), line.above);
}
