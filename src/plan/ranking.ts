import { joined } from '../base/joined.ts';
import { MOST_READ, mostReadOf } from '../base/most-read.ts';
import type { Article } from '../model/site.ts';
import type { PlanContext } from './context.ts';
import type { MostReadItem } from './views.ts';
import { formatCount } from './words/format.ts';

export const MOST_READ_ON_FRONT = 5;

/** Articles that have a figure, the highest first; of equal ones the newer first. At most 20. */
export function mostRead(context: PlanContext, count = MOST_READ): MostReadItem[] {
  const { site, chrome, recall } = context;
  const candidates = joined(site.months.map((month) => recall.for(rank)(month.articles)));
  return recall
    .for(rank)(recall.keep(site.root.name, 'candidates', candidates))
    .slice(0, count)
    .map((article) => {
      const views = formatCount(viewsOf(article), chrome.words);
      return { card: chrome.card(article), views, readings: chrome.words.readings(views) };
    });
}

function rank(articles: readonly Article[]): readonly Article[] {
  return mostReadOf(articles, viewsOf);
}

function viewsOf({ document }: Article): number {
  return document.views ?? 0;
}
