import { contestantsIn } from './contestants.ts';
import { measureDev, measureOther } from './dev-session.ts';
import type { EditKind } from './edits.ts';
import { END, inFolder, type Place } from './place.ts';
import type { System } from './system.ts';
import { budget, count, figure, machine, median, printTable, type Row } from './table.ts';
import type { Seen } from './watcher.ts';

const ROUNDS = 15;
/** Edits in another system, each of which takes seconds. */
const FEW_ROUNDS = 5;

const WHAT: Readonly<Record<EditKind, readonly [edit: string, page: string]>> = {
  body: ['a text is changed', 'its page'],
  title: ['a title is changed', 'its page'],
  new: ['an article comes', 'its page and the front page'],
};

export interface WatchFigures {
  readonly articles: number;
  readonly firstPage: number;
  readonly edits: Readonly<Record<EditKind, readonly Seen[]>>;
  /** Megabytes; undefined where the system does not tell. */
  readonly memory: { readonly built: number; readonly edited: number; readonly peak: number } | undefined;
  /** Milliseconds from a changed text to its page, in other systems. */
  readonly others: readonly { readonly system: System; readonly pages: readonly number[] }[];
}

/** Of more articles the others need minutes for each page, if they can hold them at all. */
const MOST_COMPARED = 10_000;

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
export async function measureWatch(articles: number, place: Place): Promise<WatchFigures> {
  return await inFolder(place, async (folder) => {
    const options = { articles, end: END };
    const [ours, ...rivals] = await contestantsIn(folder, options);
    if (ours === undefined) throw new Error('Nothing to measure.');
    const figures = await measureDev(ours, options, ROUNDS);
    const others = [];
    for (const rival of articles <= MOST_COMPARED ? rivals : []) {
      others.push({ system: rival.system, pages: await measureOther(rival, options, FEW_ROUNDS) });
    }
    return { ...figures, articles, others };
  });
}

export async function benchDev(articles: number, place: Place): Promise<void> {
  printWatch(await measureWatch(articles, place), place);
}

export function printWatch({ articles, firstPage, edits, memory, others }: WatchFigures, place: Place): void {
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
  for (const { system, pages } of others) {
    addRow(`${system.name} ${system.version}: ${WHAT.body[0]} → ${WHAT.body[1]} on disk, ms`, pages);
  }
  const title = `bantin dev, ${count(articles)} articles, ${ROUNDS} edits of each kind`;
  printTable(title, machine(place.name), ['', 'median', 'most', 'budget'], rows);
}
