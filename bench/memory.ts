import path from 'node:path';
import { bantin } from './bantin.ts';
import { build, forget } from './contestants.ts';
import { devMemoryBudget } from './dev.ts';
import { measureDev } from './dev-session.ts';
import { END, inFolder, type Place, settle } from './place.ts';
import { budget, count, figure, machine, printTable } from './table.ts';

/** Edits of each kind in `dev`. */
const ROUNDS = 3;

/** Most megabytes of a build from nothing of so many articles. */
function buildMemoryBudget(articles: number): number | undefined {
  return articles <= 100_000 ? 1500 : undefined;
}

/** The most memory that the program ever holds at once. */
export async function benchMemory(articles: number, place: Place): Promise<void> {
  await inFolder(place, async (folder) => {
    const options = { articles, end: END };
    const ours = { system: bantin(), root: path.join(folder, 'site') };
    ours.system.writeSite(ours.root, options);
    await settle();
    const cold = await build(ours);
    const warm = await build(ours);
    forget(ours);
    const { memory } = await measureDev(ours, options, ROUNDS);
    const title = `peak of resident memory, ${count(articles)} articles`;
    printTable(
      title,
      machine(place.name),
      ['', 'MB', 'budget'],
      [
        [
          'build, from nothing',
          figure(cold?.peakMegabytes),
          budget(cold?.peakMegabytes, buildMemoryBudget(articles), 'MB'),
        ],
        ['build, nothing changed', figure(warm?.peakMegabytes)],
        ['dev, from nothing', figure(memory?.peak), budget(memory?.peak, devMemoryBudget(articles), 'MB')],
      ],
    );
  });
}
