import type { Article } from '../model/site.ts';

/** So many of the older articles of a section are looked at. */
export const RELATED_AMONG = 100;
const RELATED = 4;

/**
 * Of `older`, newest first, those that have the most tags in common with the article, newer ones first; at most four. Only
 * older ones are asked, so a page that is published stays as it is when others come.
 */
export function relatedTo(article: Article, older: readonly Article[]): Article[] {
  if (article.tags.length === 0) return [];
  const found: { readonly article: Article; readonly common: number }[] = [];
  for (const each of older) {
    let common = 0;
    for (const tag of each.tags) if (article.tags.includes(tag)) common += 1;
    if (common > 0) found.push({ article: each, common });
  }
  // The order of sorting is stable, and they come newest first.
  return found
    .sort((a, b) => b.common - a.common)
    .slice(0, RELATED)
    .map((each) => each.article);
}
