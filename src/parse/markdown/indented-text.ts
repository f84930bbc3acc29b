import type { Engine, StateBlock } from './engine.ts';

/**
 * A line that begins with four spaces or a tab is code to CommonMark. To writers it is the first line of a paragraph, as
 * Word sets it, so such lines are read as if they stood at the margin; code stands between fences.
 */
export function addIndentedText(engine: Engine): void {
  engine.block.ruler.disable('code');
  engine.block.ruler.before('table', 'indented_text', unindent);
}

/** Takes the first line's indent from all lines that would be code with it, and leaves them to the rules that follow. */
function unindent(state: StateBlock, startLine: number, endLine: number): boolean {
  const indent = indentOf(state, startLine);
  if (indent < 4) return false;
  for (let line = startLine; line < endLine; line++) {
    if (state.isEmpty(line)) continue;
    const own = indentOf(state, line);
    if (own < 4) break;
    moveStart(state, line, state.blkIndent + Math.max(own - indent, 0));
  }
  return false;
}

function indentOf(state: StateBlock, line: number): number {
  return (state.sCount[line] ?? 0) - state.blkIndent;
}

/** Lets a line begin so far before its text that its indent is `columns` wide; with a tab it may be a little more. */
function moveStart(state: StateBlock, line: number, columns: number): void {
  const begin = state.bMarks[line] ?? 0;
  const text = begin + (state.tShift[line] ?? 0);
  let start = text;
  let width = 0;
  while (width < columns && start > begin) {
    start -= 1;
    width += state.src[start] === '\t' ? 4 : 1;
  }
  state.bMarks[line] = start;
  state.tShift[line] = text - start;
  state.sCount[line] = Math.max(width, columns);
  state.bsCount[line] = 0;
}
