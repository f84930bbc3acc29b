import { attribute, type Engine, type StateCore, type Token, TRUSTED, trustedToken } from './engine.ts';
import { WORD_MARKS } from './references.ts';

/** Tables that scroll and are aligned by class (a strict CSP blocks style attributes); footnotes that say where they lead. */
export function addRendering(engine: Engine): void {
  const { rules } = engine.renderer;
  rules['table_open'] = () =>
    `<div class="table" tabindex="0" role="region" aria-label="${WORD_MARKS.table}"><table>\n`;
  rules[TRUSTED] = (tokens, index) => tokens[index]?.content ?? '';
  rules['table_close'] = () => '</table></div>\n';
  const cell = (name: string) => (tokens: Token[], index: number) => {
    const align = /text-align:(\w+)/.exec(attribute(tokens[index], 'style'))?.[1];
    return align ? `<${name} class="align-${align}">` : `<${name}>`;
  };
  rules['th_open'] = cell('th');
  rules['td_open'] = cell('td');
  rules['footnote_block_open'] = () => '<div class="footnotes"><ol>\n';
  rules['footnote_block_close'] = () => '</ol></div>\n';
  // The same note has the same number, however often it is referred to.
  rules['footnote_caption'] = (tokens, index) => {
    const meta: Readonly<Record<string, unknown>> = tokens[index]?.meta ?? {};
    return `[${Number(meta['id'] ?? 0) + 1}]`;
  };
  rules['footnote_anchor'] = (tokens, index, options, env, self) => {
    const id = rules['footnote_anchor_name']?.(tokens, index, options, env, self) ?? '';
    const meta: Readonly<Record<string, unknown>> = tokens[index]?.meta ?? {};
    const before = Number(meta['subId'] ?? 0);
    const mark = before > 0 ? `:${before}` : '';
    // Several arrows of one note lead to several places, and have as many names.
    const which = before > 0 ? `, ${WORD_MARKS.mark} ${before + 1}` : '';
    const label = `${WORD_MARKS.backToText} ${Number(meta['id'] ?? 0) + 1}${which}`;
    return ` <a href="#fnref${id}${mark}" class="footnote-backref" aria-label="${label}">↩︎</a>`;
  };
  engine.core.ruler.after('inline', 'task_lists', markTasks);
}

const TASK = /^\[([ xX])\]\s+/;

/** `- [x] xong`: a box that shows, and cannot be clicked, what is done. Its label is the text beside it. */
function markTasks(state: StateCore): void {
  const { tokens } = state;
  const lists: Token[] = [];
  tokens.forEach((token, index) => {
    if (token.type === 'bullet_list_open') lists.push(token);
    if (token.type === 'bullet_list_close') lists.pop();
    const item = tokens[index - 2];
    if (token.type !== 'inline' || item?.type !== 'list_item_open') return;
    const first = token.children?.[0];
    const match = TASK.exec(first?.type === 'text' ? first.content : '');
    if (match === null || first === undefined) return;
    first.content = first.content.slice(match[0].length);
    const checked = match[1] === ' ' ? '' : ' checked';
    token.children?.unshift(trustedToken(state.md, `<label><input type="checkbox" disabled${checked}> `));
    token.children?.push(trustedToken(state.md, '</label>'));
    item.attrJoin('class', 'task');
    lists.at(-1)?.attrSet('class', 'task-list');
  });
}
