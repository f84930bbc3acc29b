import path from 'node:path';
import { measureDev, type Seen } from './dev-session.ts';
import type { EditKind } from './edits.ts';
import { END, inFolder, type Place, writeSettledSite } from './place.ts';
import { budget, count, figure, machine, median, printTable, type Row } from './table.ts';

const ROUNDS = 15;

const WHAT: Readonly<Record<EditKind, readonly [edit: string, page: string]>> = {
  body: ['a text is changed', 'its page'],
  title: ['a title is changed', 'its page'],
  new: ['an article comes', 'its page and the front page'],
};

/** Most megabytes of a `dev` of so many articles. */
export function devMemoryBudget(articles: number): number | undefined {
  return articles <= 10_000 ? 400 : undefined;
}

/** Most milliseconds from a saved file to its page. */
function pageBudget(articles: number): number | undefined {
  if (articles <= 10_000) return 50;
  return articles <= 100_000 ? 250 : undefined;
}

/** From a saved article to what is on the disk, in the very `bantin dev`, and what it takes of memory. */
export async function benchDev(articles: number, place: Place): Promise<void> {
  const { firstPage, edits, memory } = await inFolder(place, async (folder) => {
    const options = { articles, end: END };
    const root = path.join(folder, 'site');
    await writeSettledSite(root, options);
    return await measureDev(root, options, ROUNDS);
  });
  const rows: Row[] = [['start → first page served, s', figure(firstPage, 2)]];
  const addRow = (what: string, values: readonly number[], most?: number): void => {
    const middle = median(values);
    rows.push([what, figure(middle), figure(Math.max(...values)), budget(middle, most, 'ms')]);
  };
  for (const kind of Object.keys(WHAT) as EditKind[]) {
    const seen: readonly Seen[] = edits[kind];
    const [edit, page] = WHAT[kind];
    addRow(
      `${edit} → ${page} on disk, ms`,
      seen.map((figures) => figures.page),
      pageBudget(articles),
    );
    addRow(
      `${edit} → everything on disk, ms`,
      seen.map((figures) => figures.all),
    );
  }
  rows.push(['memory after the first build, MB', figure(memory?.built)]);
  rows.push(['memory after all edits, MB', figure(memory?.edited)]);
  rows.push([
    'peak of memory, MB',
    figure(memory?.peak),
    '',
    budget(memory?.peak, devMemoryBudget(articles), 'MB'),
  ]);
  const title = `bantin dev, ${count(articles)} articles, ${ROUNDS} edits of each kind`;
  printTable(title, machine(place.name), ['', 'median', 'most', 'budget'], rows);
}
