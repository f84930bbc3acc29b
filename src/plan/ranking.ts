import type { Article } from '../model/site.ts';
import type { Chrome } from './parts.ts';
import type { MostReadItem } from './views.ts';
import { formatCount } from './words.ts';

export const MOST_READ = 20;
export const MOST_READ_ON_FRONT = 5;

/** Of `articles`, newest first, those that have a figure, the highest first; of equal ones the newer first. */
export function mostRead(chrome: Chrome, articles: readonly Article[], count: number): MostReadItem[] {
  const ranking: Article[] = [];
  for (const article of articles) {
    const views = viewsOf(article);
    const last = ranking[count - 1];
    if (views === 0 || (last !== undefined && viewsOf(last) >= views)) continue;
    const place = ranking.findIndex((each) => viewsOf(each) < views);
    ranking.splice(place < 0 ? ranking.length : place, 0, article);
    ranking.length = Math.min(ranking.length, count);
  }
  return ranking.map((article) => ({
    card: chrome.card(article),
    views: formatCount(viewsOf(article), chrome.words),
  }));
}

function viewsOf({ document }: Article): number {
  return document.views ?? 0;
}
