import type { Article } from '../model/site.ts';

/** So many of the older articles of a section are looked at. */
export const RELATED_AMONG = 100;
const RELATED = 4;

/**
 * Of `older`, newest first, those that have the most tags in common with the article, newer ones first; at most four. Only
 * older ones are asked, so a page that is published stays as it is when others come.
 */
export function relatedTo(article: Article, older: readonly Article[]): Article[] {
  const { tags } = article;
  const found: Article[] = [];
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
