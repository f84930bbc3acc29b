import { divide } from '../model/periods.ts';
import type { Article } from '../model/site.ts';
import type { Chrome } from './chrome.ts';
import type { StretchPart } from './views.ts';

/** So many articles for each signpost at the least, or it would stand over every second one. */
const WORTH_A_SIGNPOST = 2.5;

/**
 * A list of the newest in stretches of the calendar, so that whoever scrolls knows where they are: months, or years
 * where little is published, or all in one without a title where even these would be short.
 */
export function stretchesOf(chrome: Chrome, articles: readonly Article[]): StretchPart[] {
  const months = divide(articles, ({ year, month }) => year * 12 + month - 1);
  const years = divide(articles, ({ year }) => year);
  const isWorthIt = (stretches: readonly unknown[]): boolean =>
    stretches.length > 1 && articles.length >= WORTH_A_SIGNPOST * stretches.length;
  const titled = (year: number, month: number, listed: readonly Article[]): StretchPart => ({
    title: capitalised(chrome.words.period(year, month, 0)),
    articles: listed.map(chrome.card),
  });
  if (isWorthIt(months))
    return months.map(([key, listed]) => titled(Math.floor(key / 12), (key % 12) + 1, listed));
  if (isWorthIt(years)) return years.map(([year, listed]) => titled(year, 0, listed));
  return [{ title: '', articles: articles.map(chrome.card) }];
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
