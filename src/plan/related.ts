/** So many of the older articles of a section are looked at. */
export const RELATED_AMONG = 100;
const RELATED = 4;

/** Something with tags; the same tag is the same value. */
export interface Tagged {
  readonly tags: readonly unknown[];
}

/**
 * Of `older`, newest first, those that have the most tags in common with the article, newer ones first; at most four. Only
 * older ones are asked, so a page that is published stays as it is when others come.
 */
export function relatedTo<T extends Tagged>(article: T, older: readonly T[]): T[] {
  const { tags } = article;
  const found: T[] = [];
  if (tags.length === 0) return found;
  const scores: number[] = [];
  for (const each of older) {
    let common = 0;
    for (const tag of each.tags) if (tags.includes(tag)) common += 1;
    if (common === 0 || (found.length === RELATED && common <= (scores[RELATED - 1] ?? 0))) continue;
    let place = found.length;
    while (place > 0 && (scores[place - 1] ?? 0) < common) place -= 1;
    found.splice(place, 0, each);
    scores.splice(place, 0, common);
    found.length = Math.min(found.length, RELATED);
    scores.length = found.length;
  }
  return found;
}
