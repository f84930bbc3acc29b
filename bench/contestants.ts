import { rmSync } from 'node:fs';
import path from 'node:path';
import { bantin } from './bantin.ts';
import type { CorpusOptions } from './corpus.ts';
import { eleventy } from './eleventy.ts';
import { hugo } from './hugo.ts';
import { settle } from './place.ts';
import { type Run, run } from './processes.ts';
import { censusOf, differencesOf, type SiteCensus } from './same-site.ts';
import type { System } from './system.ts';

/** A system with a site of its own. */
export interface Contestant {
  readonly system: System;
  /** Absolute: the folder of its site. */
  readonly root: string;
}

/** Ours first, then those that can be had here, each with the same site below `folder`, none of it written just now. */
export async function contestantsIn(folder: string, options: CorpusOptions): Promise<Contestant[]> {
  const systems = [bantin(), hugo(), eleventy()].filter((system) => system !== undefined);
  const contestants = systems.map((system) => {
    const root = path.join(folder, system.name.toLowerCase());
    system.writeSite(root, options);
    return { system, root };
  });
  await settle();
  return contestants;
}

/** A whole build; undefined if it has given up. */
export function build({ system, root }: Contestant): Promise<Run | undefined> {
  return run(system.build, root);
}

/** Takes away what was published, and what is remembered of it. */
export function forget({ system, root }: Contestant): void {
  for (const name of system.memory) rmSync(path.join(root, name), { recursive: true, force: true });
}

/** Builds all sites once, for the disk's cache, and says what they consist of. Throws unless they are the same site. */
export async function compare(
  contestants: readonly Contestant[],
  options: CorpusOptions,
): Promise<ReadonlyMap<System, SiteCensus>> {
  const censuses = new Map<System, SiteCensus>();
  for (const contestant of contestants) {
    forget(contestant);
    if ((await build(contestant)) !== undefined) censuses.set(contestant.system, censusOf(contestant));
  }
  const whole = contestants.filter(({ system }) => censuses.has(system));
  const differences = differencesOf(whole, [...censuses.values()], options);
  if (differences.length > 0) throw new Error(`The sites are not the same:\n${differences.join('\n')}`);
  return censuses;
}
