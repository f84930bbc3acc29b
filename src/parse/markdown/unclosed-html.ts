import type { Engine, StateBlock, Token } from './engine.ts';

/** A token for what is opened and not closed; cleanHtmlTokens reports it. */
export const UNCLOSED = 'html_unclosed';

export interface UnclosedHtml {
  readonly what: string;
  readonly end: string;
  /** Where it was meant to end is plain, so only what was to be hidden is. */
  readonly isRead: boolean;
  /** It does not begin its block, so it has to end before the next empty line. */
  readonly inParagraph?: boolean;
}

const KINDS = [
  { what: '<!--', opening: /^<!--/, end: '-->' },
  { what: '<![CDATA[', opening: /^<!\[CDATA\[/, end: ']]>' },
  { what: '<!', opening: /^<![a-z]/i, end: '>' },
  { what: '<?', opening: /^<\?/, end: '?>' },
] as const;

/** Word makes one dash of the two. */
const LONG_DASH = /[—–]\s*>\s*$/;
/** May also be an arrow in a comment that ends further down. */
const SHORT_DASH = /-\s*>\s*$/;

/**
 * To CommonMark a comment without an end goes on to the end of the text, which nobody would see then. One that is opened
 * again before its end has none either.
 */
export function addUnclosedHtml(engine: Engine): void {
  engine.block.ruler.before('html_block', 'unclosed_html', unclosedHtml);
}

export function unclosedOf({ meta }: Token): UnclosedHtml {
  return { what: String(meta?.['what']), end: String(meta?.['end']), isRead: meta?.['isRead'] === true };
}

function unclosedHtml(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const first = textOf(state, startLine);
  if (silent || !first.startsWith('<')) return false;
  const kind = KINDS.find(({ opening }) => opening.test(first));
  if (kind === undefined || first.includes(kind.end)) return false;
  const lastLine = kind.what === '<!--' ? endOfComment(state, startLine, endLine) : undefined;
  if (lastLine === undefined && isClosed(state, startLine, endLine, kind)) return false;
  state.line = (lastLine ?? startLine) + 1;
  const token = state.push(UNCLOSED, '', 0);
  token.map = [startLine, state.line];
  token.meta = { what: kind.what, end: kind.end, isRead: lastLine !== undefined } satisfies UnclosedHtml;
  return true;
}

/** The line where a comment was meant to end, if it has no end of its own. */
function endOfComment(state: StateBlock, startLine: number, endLine: number): number | undefined {
  let maybe: number | undefined;
  for (const [line, text] of linesOf(state, startLine, endLine)) {
    if (line > startLine && isFirst('<!--', '-->', text)) return maybe;
    if (text.includes('-->')) return undefined;
    if (LONG_DASH.test(text)) return line;
    if (SHORT_DASH.test(text)) maybe ??= line;
  }
  return maybe;
}

function isClosed(
  state: StateBlock,
  startLine: number,
  endLine: number,
  { what, end }: (typeof KINDS)[number],
): boolean {
  for (const [line, text] of linesOf(state, startLine, endLine)) {
    if (line > startLine && isFirst(what, end, text)) return false;
    if (text.includes(end)) return true;
  }
  return false;
}

function isFirst(what: string, other: string, text: string): boolean {
  const at = text.indexOf(what);
  return at >= 0 && !text.slice(0, at).includes(other);
}

function* linesOf(state: StateBlock, startLine: number, endLine: number): Generator<[number, string]> {
  for (let line = startLine; line < endLine; line++) {
    if ((state.sCount[line] ?? 0) < state.blkIndent && !state.isEmpty(line)) return;
    yield [line, textOf(state, line)];
  }
}

function textOf(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}
