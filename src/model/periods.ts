import { ARCHIVE } from '../base/address.ts';
import { two } from '../base/time.ts';

/** Something with a place in the calendar of the site's zone. */
export interface Dated {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A stretch of the calendar; month and day are 0 where it is longer. */
export type Period = Dated;

/** One page of a list's archive: its articles, or, where they are too many for one, the shorter periods in it. */
export interface ArchivePage<T extends Dated> {
  readonly period: Period;
  readonly address: string;
  /** Newest first; empty if `parts` has some. */
  readonly articles: readonly T[];
  readonly parts: readonly ArchivePage<T>[];
}

/** More than this on one page, and the period is split. */
const PAGE_LIMIT = 60;

/**
 * A list's archive by the calendar, years newest first. It is never cut by count, so that nothing shifts from page
 * to page when something is published or deleted. `address` is the list's own; `articles` are newest first.
 */
export function archiveOf<T extends Dated>(address: string, articles: readonly T[]): ArchivePage<T>[] {
  return divide(articles, (article) => article.year).map(([year, ofYear]) =>
    pageOf(`${address}${ARCHIVE}/${year}/`, { year, month: 0, day: 0 }, ofYear),
  );
}

function pageOf<T extends Dated>(address: string, period: Period, articles: readonly T[]): ArchivePage<T> {
  if (articles.length <= PAGE_LIMIT || period.day > 0) return { period, address, articles, parts: [] };
  const unit = period.month === 0 ? 'month' : 'day';
  const parts = divide(articles, (article) => article[unit]).map(([number, some]) =>
    pageOf(`${address}${two(number)}/`, { ...period, [unit]: number }, some),
  );
  return { period, address, articles: [], parts };
}

/** Cuts a sorted list where the key changes. */
function divide<T>(articles: readonly T[], keyOf: (article: T) => number): [number, T[]][] {
  const groups: [number, T[]][] = [];
  for (const article of articles) {
    const key = keyOf(article);
    const last = groups.at(-1);
    if (last?.[0] === key) last[1].push(article);
    else groups.push([key, [article]]);
  }
  return groups;
}

/** All pages of an archive, and those among them that show articles. */
export function archivePages<T extends Dated>(pages: readonly ArchivePage<T>[]): ArchivePage<T>[] {
  return pages.flatMap((page) => [page, ...archivePages(page.parts)]);
}
