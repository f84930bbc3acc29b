import { escapeLine } from './escape-line.ts';

/** `- ` begins an item. A row of dashes is no item, and neither is `+`, `•` or a number: they stay words. */
const ITEM = /^- (?![- ]+$)(.+)$/;

/** Lines of plain text, each a paragraph or an item of a list, as Markdown that shows the same words. */
export function toMarkdown(lines: readonly string[]): string {
  const blocks: string[] = [];
  let items: string[] = [];
  const endList = (): void => {
    if (items.length > 0) blocks.push(`${items.join('\n')}\n`);
    items = [];
  };
  for (const line of lines) {
    if (line === '') continue;
    const item = ITEM.exec(line)?.[1];
    if (item !== undefined) {
      items.push(`- ${escapeLine(item)}`);
    } else {
      endList();
      blocks.push(`${escapeLine(line)}\n`);
    }
  }
  endList();
  return blocks.join('\n');
}
