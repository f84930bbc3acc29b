/** No page shows more of those that are read most. */
export const MOST_READ = 20;

/** Those that have a figure, the highest first; of equal ones the one that stands before. */
export function mostReadOf<T>(items: readonly T[], viewsOf: (item: T) => number): readonly T[] {
  const ranking: T[] = [];
  for (const item of items) {
    const views = viewsOf(item);
    const last = ranking[MOST_READ - 1];
    if (views === 0 || (last !== undefined && viewsOf(last) >= views)) continue;
    const place = ranking.findIndex((each) => viewsOf(each) < views);
    ranking.splice(place < 0 ? ranking.length : place, 0, item);
    ranking.length = Math.min(ranking.length, MOST_READ);
  }
  return ranking;
}
