import { warning } from '../../base/diagnostic.ts';
import type { Engine, StateCore, Token } from './engine.ts';
import type { TokenWalk } from './walk.ts';

/** A footnote's text as it stands in the article; all of them, for markdown-it forgets those that it does not show. */
export interface Note {
  readonly label: string;
  /** It stands on this line or below, counted from the text's first one as 0. */
  readonly line: number;
  readonly isUsed: boolean;
}

/** What a text's parsing leaves behind of its notes; a type, for markdown-it takes what has an index. */
export type NoteList = {
  readonly footnotes?: { readonly refs?: Readonly<Record<string, number>> };
  notes?: readonly Note[];
};

export function addNoteList(engine: Engine): void {
  engine.core.ruler.before('footnote_tail', 'note_list', listNotes);
}

function listNotes({ tokens, env }: StateCore): void {
  const list = env as NoteList;
  if (list.footnotes === undefined) return;
  const notes: Note[] = [];
  let line = 0;
  for (const { type, nesting, map, meta } of tokens) {
    if (nesting === 0 && map !== null) line = Math.max(line, map[1]);
    if (type !== 'footnote_reference_open') continue;
    const label = String(meta?.['label']);
    notes.push({ label, line, isUsed: (list.footnotes.refs?.[`:${label}`] ?? -1) >= 0 });
  }
  list.notes = notes;
}

/** Notes that readers do not get: nobody refers to them, or another one of the same name stands further down. */
export function reportLostNotes(notes: readonly Note[], lines: number, walk: TokenWalk, path: string): void {
  const last = new Map(notes.map((note) => [note.label, note]));
  for (const note of notes) {
    const { label, line, isUsed } = note;
    const isLast = last.get(label) === note;
    if (isLast && isUsed) continue;
    const place = { path, ...walk.find({ map: [line, lines] }, `[^${label}]:`) };
    walk.report(warning(isLast ? 'footnote-unused' : 'footnote-twice', place, { label }));
  }
}

/**
 * Cells of a row that reach past the table's head, and numbers of a list that readers see as others. Cells are told
 * where they stand, for what is found in them.
 */
export function reportLostCellsAndNumbers(tokens: readonly Token[], walk: TokenWalk, path: string): void {
  let columns = 0;
  let row: Token | undefined;
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'table_open') columns = 0;
    else if (token.type === 'th_open') columns += 1;
    else if (token.type === 'tr_open') row = token;
    else if (token.type === 'tr_close') {
      if (row !== undefined && tokens[index - 1]?.type === 'td_close') reportCells(row, columns, walk, path);
      row = undefined;
    } else if (token.type === 'inline' && row !== undefined) token.map ??= row.map;
    else if (token.type === 'ordered_list_open') reportNumbers(tokens, index, walk, path);
  }
}

function reportCells(row: Token, columns: number, walk: TokenWalk, path: string): void {
  const spot = walk.find(row, '|');
  const start = /^[\s>]*\|?/.exec(spot.text)?.[0].length ?? 0;
  const ends = [...spot.text.slice(start).matchAll(/(?<!\\)\|/g)].map(({ index }) => start + index + 1);
  const end = ends[columns - 1];
  const rest = end === undefined ? '' : spot.text.slice(end);
  const text = rest.replace(/[\s|]+$/, '').trimStart();
  if (end === undefined || text.replace(/[\s|]/g, '') === '') return;
  const column = end + rest.indexOf(text) + 1;
  walk.report(warning('table-cells-lost', { path, ...spot, column }, { text, columns }));
}

/** The same number at each item is a habit of those who know that they are counted anew. */
function reportNumbers(tokens: readonly Token[], start: number, walk: TokenWalk, path: string): void {
  const level = tokens[start]?.level ?? 0;
  const items: Token[] = [];
  for (let index = start + 1; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined || token.level <= level) break;
    if (token.type === 'list_item_open' && token.level === level + 1) items.push(token);
  }
  const first = Number(items[0]?.info);
  if (items.every(({ info }) => Number(info) === first)) return;
  for (const [index, item] of items.entries()) {
    if (Number(item.info) === first + index) continue;
    const place = { path, ...walk.find(item, item.info) };
    walk.report(warning('list-number', place, { written: item.info, shown: first + index }));
    return;
  }
}
