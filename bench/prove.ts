import { writeFileSync } from 'node:fs';
import { bantin } from './bantin.ts';
import { measureCold, printCold } from './cold.ts';
import { measureWatch, printWatch } from './dev.ts';
import { comparisonsOf, printGoals } from './goals.ts';
import { drawComparisons } from './picture.ts';
import type { Place } from './place.ts';
import { machine } from './table.ts';
import { measureWarm, printWarm } from './warm.ts';

/** Where a writer works while others wait: the site in which small changes are measured. */
const WRITERS_SITE = 10_000;

/**
 * All that is measured against others, and the table of the goals: builds from nothing in sites of each size, small
 * changes in the largest that has at most 10,000 articles. `picture` is the file for an SVG of it, if one is wanted.
 */
export async function prove(
  sizes: readonly number[],
  placeFor: (articles: number) => Place,
  picture: string | undefined,
): Promise<void> {
  const cold = [];
  for (const size of sizes) {
    const figures = await measureCold(size, placeFor(size));
    printCold(figures, placeFor(size));
    cold.push(figures);
  }
  const writers = Math.max(...sizes.filter((size) => size <= WRITERS_SITE));
  const size = Number.isFinite(writers) ? writers : Math.min(...sizes);
  const place = placeFor(size);
  const warm = await measureWarm(size, place);
  printWarm(warm, place);
  const watch = await measureWatch(size, place);
  printWatch(watch, place);
  const comparisons = comparisonsOf({ cold, warm, watch }, bantin());
  const facts = machine(place.name);
  printGoals(comparisons, facts);
  if (picture !== undefined) writeFileSync(picture, drawComparisons(comparisons, facts));
}
