import type { PlanContext } from './parts.ts';
import type { MostReadItem } from './views.ts';
import { formatCount } from './words.ts';

export const MOST_READ = 20;
export const MOST_READ_ON_FRONT = 5;

/** Articles that have a figure, the highest first; of equal ones the newer first. */
export function mostRead(context: PlanContext, count: number): MostReadItem[] {
  return context.site.articles
    .map((article, order) => ({ article, order, views: article.document.views ?? 0 }))
    .filter(({ views }) => views > 0)
    .sort((a, b) => b.views - a.views || a.order - b.order)
    .slice(0, count)
    .map(({ article, views }) => ({
      card: context.card(article),
      views: formatCount(views, context.words),
    }));
}
