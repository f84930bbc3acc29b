import { build, compare, contestantsIn, forget } from './contestants.ts';
import { END, inFolder, type Place } from './place.ts';
import type { Run } from './processes.ts';
import type { Kind, SiteCensus } from './same-site.ts';
import type { System } from './system.ts';
import { count, figure, machine, median, printTable, type Row } from './table.ts';

/** Builds of each system, so many that a size takes minutes and not hours. */
export function roundsFor(articles: number): number {
  if (articles <= 1000) return 9;
  return articles <= 10_000 ? 5 : 3;
}

export interface ColdFigures {
  readonly articles: number;
  /** Ours first. */
  readonly systems: readonly SystemFigures[];
}

/** Medians; undefined where the machine does not tell, or the system has given up. */
export interface SystemFigures {
  readonly system: System;
  readonly census: SiteCensus | undefined;
  readonly seconds: number | undefined;
  readonly cpuSeconds: number | undefined;
  readonly peakMegabytes: number | undefined;
}

/** Nothing is remembered and nothing published. Whole processes, in turn, so that a drift of the machine meets all. */
export async function measureCold(articles: number, place: Place): Promise<ColdFigures> {
  return await inFolder(place, async (folder) => {
    const options = { articles, end: END };
    const contestants = await contestantsIn(folder, options);
    const censuses = await compare(contestants, options);
    const runs = new Map<System, Run[]>();
    for (let round = 0; round < roundsFor(articles); round++) {
      for (const contestant of contestants.filter(({ system }) => censuses.has(system))) {
        forget(contestant);
        const run = await build(contestant);
        if (run !== undefined) runs.set(contestant.system, [...(runs.get(contestant.system) ?? []), run]);
      }
    }
    const systems = contestants.map(({ system }) => {
      const own = runs.get(system) ?? [];
      return {
        system,
        census: censuses.get(system),
        seconds: middle(own, ({ seconds }) => seconds),
        cpuSeconds: middle(own, ({ cpuSeconds }) => cpuSeconds),
        peakMegabytes: middle(own, ({ peakMegabytes }) => peakMegabytes),
      };
    });
    return { articles, systems };
  });
}

export async function benchCold(articles: number, place: Place): Promise<void> {
  printCold(await measureCold(articles, place), place);
}

export function printCold({ articles, systems }: ColdFigures, place: Place): void {
  const [ours, ...others] = systems;
  if (ours === undefined) return;
  const columns = [ours.system.name, ...others.flatMap(({ system }) => [titleOf(system), 'ratio'])];
  const row = (name: string, of: (figures: SystemFigures) => number | undefined, digits: number): Row => {
    const cells = others.flatMap((figures) => [
      figure(of(figures), digits),
      figure(ratio(ours, figures, of), 2),
    ]);
    return [name, figure(of(ours), digits), ...cells];
  };
  printTable(
    `a build from nothing, ${count(articles)} articles, medians of ${roundsFor(articles)}`,
    machine(place.name),
    ['', ...columns],
    [
      row('s', ({ seconds }) => seconds, 2),
      row('CPU s', ({ cpuSeconds }) => cpuSeconds, 2),
      row('peak MB', ({ peakMegabytes }) => peakMegabytes, 0),
      row('files', ({ census }) => census?.allFiles, 0),
      row('MB of them', ({ census }) => census && census.bytes / 1e6, 1),
    ],
  );
  printCensus(articles, systems, place);
}

/** Ours divided by theirs. */
export function ratio(
  ours: SystemFigures,
  theirs: SystemFigures | undefined,
  of: (figures: SystemFigures) => number | undefined,
): number | undefined {
  const [a, b] = [of(ours), theirs && of(theirs)];
  return a === undefined || b === undefined ? undefined : a / b;
}

/** That the work was the same: `compare` has held the counts equal, and sampled articles word for word. */
function printCensus(articles: number, systems: readonly SystemFigures[], place: Place): void {
  const censuses = systems.flatMap(({ system, census }) => (census ? [{ system, census }] : []));
  const kinds = Object.keys(censuses[0]?.census.files ?? {}) as Kind[];
  printTable(
    `what was made, ${count(articles)} articles: files, and in brackets links from them to articles`,
    machine(place.name),
    ['', ...censuses.map(({ system }) => system.name)],
    kinds.map((kind) => [
      kind,
      ...censuses.map(({ census: { files, links } }) =>
        links[kind] > 0 ? `${count(files[kind])} (${count(links[kind])})` : count(files[kind]),
      ),
    ]),
  );
}

export function titleOf({ name, version }: System): string {
  return `${name} ${version}`;
}

function middle(runs: readonly Run[], of: (run: Run) => number | undefined): number | undefined {
  const values = runs.map(of).filter((value) => value !== undefined);
  return values.length === 0 ? undefined : median(values);
}
