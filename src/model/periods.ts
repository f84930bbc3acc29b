import { ARCHIVE } from '../base/address.ts';
import { two } from '../base/time.ts';
import type { Article } from './site.ts';

/** A stretch of the calendar; month and day are 0 where it is longer. */
export interface Period {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** One page of a list's archive: its articles, or, where they are too many for one, the shorter periods in it. */
export interface ArchivePage {
  readonly period: Period;
  readonly address: string;
  /** Newest first; empty if `parts` has some. */
  readonly articles: readonly Article[];
  readonly parts: readonly ArchivePage[];
}

/** More than this on one page, and the period is split. */
const PAGE_LIMIT = 60;

/**
 * A list's archive by the calendar, years newest first. It is never cut by count, so that nothing shifts from page
 * to page when something is published or deleted. `address` is the list's own; `articles` are newest first.
 */
export function archiveOf(address: string, articles: readonly Article[]): ArchivePage[] {
  return divide(articles, (article) => article.year).map(([year, ofYear]) =>
    pageOf(`${address}${ARCHIVE}/${year}/`, { year, month: 0, day: 0 }, ofYear),
  );
}

function pageOf(address: string, period: Period, articles: readonly Article[]): ArchivePage {
  if (articles.length <= PAGE_LIMIT || period.day > 0) return { period, address, articles, parts: [] };
  const unit = period.month === 0 ? 'month' : 'day';
  const parts = divide(articles, (article) => article[unit]).map(([number, some]) =>
    pageOf(`${address}${two(number)}/`, { ...period, [unit]: number }, some),
  );
  return { period, address, articles: [], parts };
}

/** Cuts a sorted list where the key changes. */
function divide(articles: readonly Article[], keyOf: (article: Article) => number): [number, Article[]][] {
  const groups: [number, Article[]][] = [];
  for (const article of articles) {
    const key = keyOf(article);
    const last = groups.at(-1);
    if (last?.[0] === key) last[1].push(article);
    else groups.push([key, [article]]);
  }
  return groups;
}

/** All pages of an archive, and those among them that show articles. */
export function archivePages(pages: readonly ArchivePage[]): ArchivePage[] {
  return pages.flatMap((page) => [page, ...archivePages(page.parts)]);
}
