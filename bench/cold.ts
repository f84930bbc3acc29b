import { rmSync } from 'node:fs';
import path from 'node:path';
import { buildWithHugo, hugoVersion } from './hugo.ts';
import { writeHugoSite } from './hugo-site.ts';
import { END, inFolder, type Place, writeSettledSite } from './place.ts';
import { buildSite, type Run } from './processes.ts';
import { count, figure, machine, median, printTable } from './table.ts';

const ROUNDS = 9;

/** Nothing is remembered and nothing published. Whole processes, in turn, so that a drift of the machine meets both. */
export async function benchCold(articles: number, place: Place): Promise<void> {
  const version = hugoVersion();
  const ours: Run[] = [];
  const hugos: Run[] = [];
  await inFolder(place, async (folder) => {
    const options = { articles, end: END };
    const root = path.join(folder, 'site');
    const hugo = path.join(folder, 'hugo');
    const out = path.join(folder, 'hugo-out');
    if (version !== undefined) writeHugoSite(hugo, options);
    await writeSettledSite(root, options);
    // The first round is for the disk's cache.
    for (let round = 0; round <= ROUNDS; round++) {
      forget(root);
      ours.push(await buildSite(root));
      rmSync(out, { recursive: true, force: true });
      if (version !== undefined) hugos.push(await buildWithHugo(hugo, out));
    }
  });
  const row = (name: string, of: (run: Run) => number | undefined, digits: number): string[] => {
    const [a, b] = [ours, hugos].map((runs) => middle(runs.slice(1), of));
    const ratio = a === undefined || b === undefined ? undefined : a / b;
    return [name, figure(a, digits), figure(b, digits), figure(ratio, 2)];
  };
  const title = `a build from nothing, ${count(articles)} articles, medians of ${ROUNDS}`;
  const columns = ['', 'bantin', version === undefined ? 'no Hugo' : `Hugo ${version}`, 'ratio'];
  printTable(title, machine(place.name), columns, [
    row('s', ({ seconds }) => seconds, 2),
    row('CPU s', ({ cpuSeconds }) => cpuSeconds, 2),
    row('peak MB', ({ peakMegabytes }) => peakMegabytes, 0),
  ]);
}

/** Takes away what was published, and what is remembered of it. */
export function forget(root: string): void {
  for (const name of ['dist', '.bantin']) rmSync(path.join(root, name), { recursive: true, force: true });
}

function middle(runs: readonly Run[], of: (run: Run) => number | undefined): number | undefined {
  const values = runs.map(of).filter((value) => value !== undefined);
  return values.length === 0 ? undefined : median(values);
}
