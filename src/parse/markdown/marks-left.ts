import { type Diagnostic, error, warning } from '../../base/diagnostic.ts';
import type { Spot } from '../../model/body.ts';
import type { StateInline, Token } from './engine.ts';
import { cut, type TokenWalk } from './walk.ts';

/** A mark of Markdown's or HTML's that came to nothing, so that readers see it as it was typed, and where it stands. */
export interface LeftMark {
  readonly found: LeftFinding;
  /** The text of a paragraph, heading or cell. It learns where it stands only later, if it is a cell. */
  readonly block: Token;
  /** The line of the block's text, the lines above it there, and the mark's place in it; both counted from 0. */
  readonly line: string;
  readonly above: number;
  readonly column: number;
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
  const lineStart = start === 0 ? 0 : src.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = src.indexOf('\n', start);
  list.left ??= [];
  list.left.push({
    found,
    block: list.block,
    line: src.slice(lineStart, lineEnd < 0 ? undefined : lineEnd),
    above: src.slice(0, lineStart).split('\n').length - 1,
    column: start - lineStart,
  });
}

/** Whether the mark noted last is a comment without an end in the block that is being read: so are all behind it. */
export function isInUnclosedComment({ env }: StateInline): boolean {
  const { block, left } = env as MarkList;
  const last = left?.at(-1);
  return last?.found.kind === 'comment' && !last.found.isRead && last.block === block;
}

export function reportLeft(left: readonly LeftMark[], walk: TokenWalk, path: string): void {
  for (const mark of left) walk.report(findingOf(mark.found, { path, ...spotOf(mark, walk) }));
}

const COMMENT = { what: '<!--', end: '-->', inParagraph: true };

function findingOf(found: LeftFinding, place: Diagnostic['place']): Diagnostic {
  if (found.kind === 'note') return warning('footnote-missing', place, { label: found.label });
  if (found.kind === 'reference') {
    return warning('reference-unread', place, { text: cut(found.text), isPicture: found.isPicture });
  }
  return (found.isRead ? warning : error)('html-unclosed', place, COMMENT);
}

function spotOf({ block, line, above, column }: LeftMark, walk: TokenWalk): Spot {
  const spot = walk.find(block, line, above);
  // A cell's text is not as it stands where a `|` is escaped.
  return spot.text.includes(line)
    ? { ...spot, column: spot.column + column }
    : walk.find(block, line.slice(column, column + 2), above);
}
