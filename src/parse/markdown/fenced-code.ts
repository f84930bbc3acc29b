/**
 * Marks of quotes and items may stand before a fence; behind the one that opens, what language the code is in. The loop takes each
 * sign in one way only, so that a long line takes no more time than it is long.
 */
const FENCE = /^(?:[ \t>]|(?:[-+*]|\d{1,9}[.)])[ \t])*(`{3,}|~{3,})(.*)$/;

/** Rewrites all of a text but what stands between fences: code stays as it was typed. */
export function outsideFences(text: string, rewrite: (piece: string) => string): string {
  if (!text.includes('```') && !text.includes('~~~')) return rewrite(text);
  let result = '';
  let start = 0;
  let fence = '';
  for (let lineStart = 0; lineStart < text.length; ) {
    const found = text.indexOf('\n', lineStart);
    const lineEnd = found < 0 ? text.length : found + 1;
    const [, marks = '', rest = ''] = FENCE.exec(text.slice(lineStart, lineEnd).trimEnd()) ?? [];
    if (fence === '' && marks !== '' && !(marks.startsWith('`') && rest.includes('`'))) {
      result += rewrite(text.slice(start, lineStart));
      start = lineStart;
      fence = marks;
    } else if (fence !== '' && marks.startsWith(fence) && rest === '') {
      result += text.slice(start, lineEnd);
      start = lineEnd;
      fence = '';
    }
    lineStart = lineEnd;
  }
  const last = text.slice(start);
  return result + (fence === '' ? rewrite(last) : last);
}
