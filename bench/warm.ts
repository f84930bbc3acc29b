import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { forget } from './cold.ts';
import { editsOf } from './edits.ts';
import { buildWithHugo, hugoVersion } from './hugo.ts';
import { writeHugoSite } from './hugo-site.ts';
import { END, FRESH, inFolder, type Place, writeSettledSite } from './place.ts';
import { buildSite } from './processes.ts';
import { budget, count, figure, machine, median, printTable } from './table.ts';

const ROUNDS = 9;
const COLD_ROUNDS = 3;
/** Seconds that a build may take longer for one changed article. */
const ONE_MORE = 0.1;

/** Whole processes of `bantin build` where one was before: little has changed, or nothing. */
export async function benchWarm(articles: number, place: Place): Promise<void> {
  const version = hugoVersion();
  const cold: number[] = [];
  const same: number[] = [];
  const body: number[] = [];
  const added: number[] = [];
  const hugo: number[] = [];
  await inFolder(place, async (folder) => {
    const options = { articles, end: END };
    const root = path.join(folder, 'site');
    const hugoRoot = path.join(folder, 'hugo');
    const build = async (): Promise<number> => (await buildSite(root)).seconds;
    const buildHugo = async (): Promise<number> =>
      (await buildWithHugo(hugoRoot, path.join(folder, 'hugo-out'))).seconds;
    if (version !== undefined) {
      writeHugoSite(hugoRoot, options);
      await buildHugo();
    }
    await writeSettledSite(root, options);
    for (let round = 0; round < COLD_ROUNDS; round++) {
      forget(root);
      cold.push(await build());
    }
    const edits = editsOf(root, options, ROUNDS * 2);
    for (let round = 0; round < ROUNDS; round++) {
      // What was saved just now is looked at once more, and remembered: that is not what is measured.
      await sleep(FRESH);
      await build();
      same.push(await build());
      edits.next('body').save();
      body.push(await build());
      edits.next('new').save();
      added.push(await build());
      if (version !== undefined) hugo.push(await buildHugo());
    }
  });
  const nothing = median(same);
  const most = articles <= 10_000 ? 0.6 : undefined;
  const row = (what: string, values: readonly number[], allowed?: string): string[] => {
    const ours = median(values);
    const ratio = hugo.length === 0 ? undefined : ours / median(hugo);
    return [what, figure(ours, 2), allowed ?? '', figure(ratio, 2)];
  };
  const more = (values: readonly number[]): string => {
    const limit = nothing + ONE_MORE;
    return budget(median(values), Number(limit.toFixed(2)), 's');
  };
  const title = `whole builds, ${count(articles)} articles, medians of ${ROUNDS} (from nothing: of ${COLD_ROUNDS})`;
  printTable(
    title,
    machine(place.name),
    ['', 's', 'budget', 'of Hugo'],
    [
      row('nothing changed', same, budget(nothing, most, 's')),
      row('one text changed', body, more(body)),
      row('one article more', added, more(added)),
      row('from nothing', cold),
      ...(version === undefined ? [] : [row(`Hugo ${version}, nothing changed`, hugo)]),
    ],
  );
}
