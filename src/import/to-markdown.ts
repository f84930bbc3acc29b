/**
 * Plain paragraphs as Markdown that shows the same words. Signs are escaped only where Markdown would take them for
 * marks, so that a writer finds the text readable.
 */
export function toMarkdown(lines: readonly string[]): string {
  const blocks: string[] = [];
  let items: string[] = [];
  const endList = (): void => {
    if (items.length > 0) blocks.push(items.join('\n'));
    items = [];
  };
  for (const line of lines) {
    const text = line.replace(/\s+/g, ' ').trim();
    if (text === '') continue;
    const item = /^[-–•+*] (.+)$/.exec(text);
    // A dash and a space begin an item; the other signs stay the words that they are.
    if (item && text.startsWith('- ')) items.push(`- ${escapeLine(item[1] ?? '')}`);
    else {
      endList();
      blocks.push(escapeLine(text));
    }
  }
  endList();
  return `${blocks.join('\n\n')}\n`;
}

/** One paragraph, or one item of a list, on one line. */
function escapeLine(text: string): string {
  return escapeStart(escapeInline(text));
}

/** Signs that mean something anywhere in a line. */
function escapeInline(text: string): string {
  return text
    .replace(/[\\`*[\]<~^]/g, '\\$&')
    .replace(/_/g, '\\_')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/!(?=\\\[)/g, '\\!');
}

/** Signs that mean something at the start of a line: headings, quotes, lists, rules, tables, indentation. */
function escapeStart(text: string): string {
  if (/^(?:#{1,6}(?:\s|$)|>|[+-](?:\s|$)|=+\s*$|-+\s*$|(?:-\s*){3,}$|\||:)/.test(text)) return `\\${text}`;
  return text.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
