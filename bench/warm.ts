import { titleOf } from './cold.ts';
import { build, type Contestant, contestantsIn, forget } from './contestants.ts';
import { editsOf } from './edits.ts';
import { END, inFolder, type Place, settle } from './place.ts';
import type { System } from './system.ts';
import { budget, count, figure, machine, median, printTable } from './table.ts';

const ROUNDS = 9;
const COLD_ROUNDS = 3;
/** Seconds that a build may take longer for one changed article. */
const ONE_MORE = 0.1;

/** Seconds of each build. */
export interface WarmFigures {
  readonly articles: number;
  readonly cold: readonly number[];
  readonly same: readonly number[];
  readonly body: readonly number[];
  readonly added: readonly number[];
  /** With nothing changed: they build everything each time. */
  readonly others: readonly { readonly system: System; readonly seconds: readonly number[] }[];
}

/** Whole processes of `bantin build` where one was before: little has changed, or nothing. */
export async function measureWarm(articles: number, place: Place): Promise<WarmFigures> {
  const figures = { cold: [], same: [], body: [], added: [] } as Record<
    'cold' | 'same' | 'body' | 'added',
    number[]
  >;
  return await inFolder(place, async (folder) => {
    const options = { articles, end: END };
    const [ours, ...rivals] = await contestantsIn(folder, options);
    if (ours === undefined) throw new Error('Nothing to measure.');
    const others = rivals.map((contestant) => ({ contestant, seconds: [] as number[] }));
    for (const { contestant } of others) await secondsOf(contestant);
    for (let round = 0; round < COLD_ROUNDS; round++) {
      forget(ours);
      figures.cold.push(await secondsOf(ours));
    }
    const edits = editsOf(ours, options, ROUNDS * 2);
    for (let round = 0; round < ROUNDS; round++) {
      // What was saved just now is looked at once more, and remembered: that is not what is measured.
      await settle();
      await build(ours);
      figures.same.push(await secondsOf(ours));
      edits.next('body').save();
      figures.body.push(await secondsOf(ours));
      edits.next('new').save();
      figures.added.push(await secondsOf(ours));
      for (const { contestant, seconds } of round % OTHERS_EVERY === 0 ? others : []) {
        seconds.push(await secondsOf(contestant));
      }
    }
    const system = others.map(({ contestant, seconds }) => ({ system: contestant.system, seconds }));
    return { articles, ...figures, others: system };
  });
}

/** Rounds between two builds of the others, which take much longer. */
const OTHERS_EVERY = 2;

/** Infinite if it has given up. */
async function secondsOf(contestant: Contestant): Promise<number> {
  return (await build(contestant))?.seconds ?? Number.POSITIVE_INFINITY;
}

export async function benchWarm(articles: number, place: Place): Promise<void> {
  printWarm(await measureWarm(articles, place), place);
}

export function printWarm({ articles, cold, same, body, added, others }: WarmFigures, place: Place): void {
  const nothing = median(same);
  const most = articles <= 10_000 ? 0.6 : undefined;
  const row = (what: string, values: readonly number[], allowed = ''): string[] => {
    const ratios = others.map(({ seconds }) => figure(median(values) / median(seconds), 2));
    return [what, figure(median(values), 2), allowed, ...ratios];
  };
  const more = (values: readonly number[]): string => {
    const limit = nothing + ONE_MORE;
    return budget(median(values), Number(limit.toFixed(2)), 's');
  };
  const title = `whole builds, ${count(articles)} articles, medians of ${ROUNDS} (from nothing: of ${COLD_ROUNDS})`;
  printTable(
    title,
    machine(place.name),
    ['', 's', 'budget', ...others.map(({ system }) => `of ${system.name}`)],
    [
      row('nothing changed', same, budget(nothing, most, 's')),
      row('one text changed', body, more(body)),
      row('one article more', added, more(added)),
      row('from nothing', cold),
      ...others.map(({ system, seconds }) => row(`${titleOf(system)}, nothing changed`, seconds)),
    ],
  );
}
