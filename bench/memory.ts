import path from 'node:path';
import { forget } from './cold.ts';
import { devMemoryBudget } from './dev.ts';
import { measureDev } from './dev-session.ts';
import { END, inFolder, type Place, writeSettledSite } from './place.ts';
import { buildSite } from './processes.ts';
import { budget, count, figure, machine, printTable } from './table.ts';

/** Edits of each kind in `dev`. */
const ROUNDS = 3;

/** The most memory that the program ever holds at once. */
export async function benchMemory(articles: number, place: Place): Promise<void> {
  await inFolder(place, async (folder) => {
    const options = { articles, end: END };
    const root = path.join(folder, 'site');
    await writeSettledSite(root, options);
    const cold = await buildSite(root);
    const warm = await buildSite(root);
    forget(root);
    const { memory } = await measureDev(root, options, ROUNDS);
    const title = `peak of resident memory, ${count(articles)} articles`;
    printTable(
      title,
      machine(place.name),
      ['', 'MB', 'budget'],
      [
        ['build, from nothing', figure(cold.peakMegabytes)],
        ['build, nothing changed', figure(warm.peakMegabytes)],
        ['dev, from nothing', figure(memory?.peak), budget(memory?.peak, devMemoryBudget(articles), 'MB')],
      ],
    );
  });
}
