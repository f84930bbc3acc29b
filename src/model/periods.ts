import { ARCHIVE } from '../base/address.ts';
import type { Recall } from '../base/recall.ts';
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

/** Something that lists articles: a section, which lies in others, or a tag. */
export interface ArchivedList {
  readonly address: string;
  readonly parent?: ArchivedList | null;
}

/** More than this on one page of the site's own archive, and the period is split. */
const PAGE_LIMIT = 60;
/** So much higher is the limit of a section than that of the one it lies in, and lower that of a tag. */
const LIMIT_STEP = 6;

/**
 * A split makes a page of every day of a month. Lists often hold the same articles, and with one limit for all they
 * would be split by the same publication: each kind has its own.
 */
export function pageLimit({ parent }: ArchivedList): number {
  if (parent === undefined) return PAGE_LIMIT - LIMIT_STEP;
  return parent === null ? PAGE_LIMIT : pageLimit(parent) + LIMIT_STEP;
}

/**
 * A list's archive by the calendar, years newest first. It is never cut by count, so that nothing shifts from page
 * to page when something is published or deleted. `articles` are newest first. Periods in which nothing has changed
 * are the same objects as last time for the same `list`.
 */
export function archiveOf<T extends Dated>(
  list: ArchivedList,
  articles: readonly T[],
  recall: Recall,
): ArchivePage<T>[] {
  return divide(articles, (article) => article.year).map(([year, ofYear]) =>
    periodOf(ofYear, `${list.address}${ARCHIVE}/${year}/`, year, 0, 0, list, recall),
  );
}

/** A period of a list. */
type Stretch = [
  address: string,
  year: number,
  month: number,
  day: number,
  list: ArchivedList,
  recall: Recall,
];

function periodOf<T extends Dated>(articles: readonly T[], ...stretch: Stretch): ArchivePage<T> {
  const [address, , , , list, recall] = stretch;
  return recall.for(divided<T>)(recall.keep(list, address, articles), ...stretch);
}

function divided<T extends Dated>(articles: readonly T[], ...stretch: Stretch): ArchivePage<T> {
  const [address, year, month, day, list, recall] = stretch;
  const period = { year, month, day };
  if (articles.length <= pageLimit(list) || day > 0) return { period, address, articles, parts: [] };
  const parts = divide(articles, (article) => (month === 0 ? article.month : article.day)).map(
    ([number, some]) => {
      const [ofMonth, ofDay] = month === 0 ? [number, 0] : [month, number];
      return periodOf(some, `${address}${two(number)}/`, year, ofMonth, ofDay, list, recall);
    },
  );
  return { period, address, articles: [], parts };
}

/**
 * Cuts a list where the key changes; the keys fall from the first article to the last. The places are searched for, so
 * that of a long list only few articles are looked at.
 */
export function divide<T>(articles: readonly T[], keyOf: (article: T) => number): [number, T[]][] {
  return [...stretches(articles, keyOf)].map(([key, start, end]) => [key, articles.slice(start, end)]);
}

/** The keys alone. */
export function keysOf<T>(articles: readonly T[], keyOf: (article: T) => number): number[] {
  return [...stretches(articles, keyOf)].map(([key]) => key);
}

function* stretches<T>(
  articles: readonly T[],
  keyOf: (article: T) => number,
): Generator<[key: number, start: number, end: number]> {
  let start = 0;
  for (let first = articles[0]; first !== undefined; first = articles[start]) {
    const key = keyOf(first);
    const end = endOf(articles, start, (article) => keyOf(article) === key);
    yield [key, start, end];
    start = end;
  }
}

/** The first index after `start` whose article does not belong; those that do come before all that do not. */
function endOf<T>(articles: readonly T[], start: number, belongs: (article: T) => boolean): number {
  let inside = start;
  let outside = start + 1;
  const isInside = (index: number): boolean => {
    const article = articles[index];
    return article !== undefined && belongs(article);
  };
  for (let step = 1; isInside(outside); step *= 2) {
    inside = outside;
    outside = Math.min(inside + step, articles.length);
  }
  while (outside - inside > 1) {
    const middle = (inside + outside) >> 1;
    if (isInside(middle)) inside = middle;
    else outside = middle;
  }
  return outside;
}

/** All pages of an archive, and those among them that show articles. */
export function archivePages<T extends Dated>(
  pages: readonly ArchivePage<T>[],
  into: ArchivePage<T>[] = [],
): ArchivePage<T>[] {
  for (const page of pages) {
    into.push(page);
    archivePages(page.parts, into);
  }
  return into;
}
