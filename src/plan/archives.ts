import { ARCHIVE, outputPathOf } from '../base/address.ts';
import type { Recall } from '../base/recall.ts';
import { two } from '../base/time.ts';
import { type ArchivePage as Archive, archiveOf, archivePages, type Period } from '../model/periods.ts';
import type { Article, SectionName, TagName } from '../model/site.ts';
import { calendarOf } from './calendars.ts';
import type { Chrome } from './chrome.ts';
import type { PlanContext } from './context.ts';
import type { Page, PageTree } from './page.ts';
import type { ArchiveMonth, ArchiveView, CalendarPart, Card, Link } from './views.ts';
import { formatPeriod } from './words/format.ts';

type ArchivePage = Archive<Article>;
type ListName = SectionName | TagName;

/** The archive of every list, by the calendar. */
export function planArchives({ site, chrome, recall }: PlanContext): PageTree[] {
  const { root } = site;
  return [...site.sections, ...site.tags].map(({ articles, name }) =>
    recall.later(planArchive)(articles, chromeOf(name, chrome), name, root.name, recall),
  );
}

/** A section's archive is in its language; tags belong to the whole site. */
function chromeOf(list: ListName, chrome: Chrome): Chrome {
  return 'folder' in list ? chrome.in(list.language) : chrome;
}

function planArchive(
  articles: readonly Article[],
  chrome: Chrome,
  list: ListName,
  root: SectionName,
  recall: Recall,
): PageTree[] {
  const years = archiveOf(list, articles, recall);
  return years.map((year, index) => {
    // Only pages that show articles have neighbours: a page that names months would change with every new year.
    const newer = years[index - 1];
    const older = years[index + 1];
    return recall.later(planYear)(
      year,
      chrome,
      list,
      root,
      newer && recall.for(leavesOf)(newer).at(-1),
      older && recall.for(leavesOf)(older)[0],
      recall,
    );
  });
}

function planYear(
  year: ArchivePage,
  chrome: Chrome,
  list: ListName,
  root: SectionName,
  newer: ArchivePage | undefined,
  older: ArchivePage | undefined,
  recall: Recall,
): Page[] {
  const leaves = recall.for(leavesOf)(year);
  const place = new Map(leaves.map((page, index) => [page, index]));
  return archivePages([year]).map((page) => {
    const index = place.get(page);
    const [before, after] =
      index === undefined ? [] : [leaves[index - 1] ?? newer, leaves[index + 1] ?? older];
    return recall.for(planArchivePage)(page, chrome, list, root, before, after);
  });
}

/** Of a list, and not of an article on it, which is no more to blame for the page's address than the others. */
function sourceOf(list: ListName): string {
  return 'folder' in list && list.folder !== '' ? `content/${list.folder}` : 'content';
}

/** The pages that show articles. */
function leavesOf(page: ArchivePage): readonly ArchivePage[] {
  return archivePages([page]).filter(({ parts }) => parts.length === 0);
}

function planArchivePage(
  page: ArchivePage,
  chrome: Chrome,
  list: ListName,
  root: SectionName,
  newer: ArchivePage | undefined,
  older: ArchivePage | undefined,
): Page {
  return {
    path: outputPathOf(page.address),
    source: sourceOf(list),
    from: () => [
      'archive',
      chrome.origin,
      trailOf(chrome, list, root),
      chrome.link(list),
      page.period,
      page.address,
      page.articles.map(chrome.card),
      page.parts.map(({ address }) => address),
      newer?.address,
      older?.address,
    ],
    content: () => ({
      kind: 'template',
      template: 'archive.njk',
      view: archiveView(chrome, list, root, page, newer, older),
    }),
  };
}

function archiveView(
  chrome: Chrome,
  list: ListName,
  root: SectionName,
  page: ArchivePage,
  newer: ArchivePage | undefined,
  older: ArchivePage | undefined,
): ArchiveView {
  const { words } = chrome;
  const periodLink = ({ period, address }: { period: Period; address: string }): Link => ({
    title: formatPeriod(period, words),
    href: chrome.href(address),
  });
  const period = formatPeriod(page.period, words);
  const months = monthsOf(chrome, page);
  const base = chrome.base(page.address, {
    title: `${words.archive(period)} - ${list.title}`,
    description: words.newsIn(period, list.title),
    breadcrumb: [...trailOf(chrome, list, root), ...periodsAbove(list, page.period).map(periodLink)],
    ...('folder' in list ? { image: chrome.sharing(list) } : {}),
  });
  // All in one literal: fields after a spread cost more than the rest of a view (docs/performance.md).
  return {
    site: base.site,
    words: base.words,
    navigation: base.navigation,
    page: base.page,
    list: chrome.link(list),
    heading: words.archive(period),
    period,
    articles: page.articles.map(chrome.card),
    months,
    periods: page.parts.map(periodLink),
    calendars: 'folder' in list ? calendarsOf(chrome, page, months) : [],
    newer: newer ? periodLink(newer) : null,
    older: older ? periodLink(older) : null,
  };
}

/** In one pass: there are as many archives as lists and years. */
function monthsOf({ words, card }: Chrome, { articles }: ArchivePage): OpenMonth[] {
  const months: OpenMonth[] = [];
  for (const article of articles) {
    const { month, day } = article;
    let ofMonth = months.at(-1);
    if (ofMonth?.month !== month) {
      ofMonth = { month, id: `thang-${month}`, title: words.month(month), days: [] };
      months.push(ofMonth);
    }
    let ofDay = ofMonth.days.at(-1);
    if (ofDay?.day !== day) {
      ofDay = { day, id: `ngay-${day}-${month}`, articles: [] };
      ofMonth.days.push(ofDay);
    }
    ofDay.articles.push(card(article));
  }
  return months;
}

interface OpenMonth extends ArchiveMonth {
  readonly month: number;
  readonly days: { readonly day: number; readonly id: string; readonly articles: Card[] }[];
}

/**
 * A year of few articles shows each of its months, a month of many the days that have a page of their own. Tags have
 * none: nobody looks there for a day, and they would be half of all calendars.
 */
function calendarsOf(
  chrome: Chrome,
  { period, parts }: ArchivePage,
  months: readonly OpenMonth[],
): CalendarPart[] {
  const { words } = chrome;
  const { year, month, day } = period;
  if (day > 0 || (month === 0 && parts.length > 0)) return [];
  const sheet = (of: number, href: string, hrefs: readonly (readonly [number, string])[]): CalendarPart =>
    calendarOf(words, year, of, { title: words.month(of), href }, new Map(hrefs));
  if (parts.length > 0) {
    const days = parts.map((part) => [part.period.day, chrome.href(part.address)] as const);
    return [sheet(month, '', days)];
  }
  return months.map((each) =>
    sheet(
      each.month,
      month === 0 ? `#${each.id}` : '',
      each.days.map((one) => [one.day, `#${one.id}`] as const),
    ),
  );
}

function trailOf(chrome: Chrome, list: ListName, root: SectionName): Link[] {
  return 'folder' in list ? chrome.trail(list) : [...chrome.trail(root), chrome.link(list)];
}

/** The longer periods that hold one, the longest first. */
function periodsAbove({ address }: ListName, { year, month, day }: Period) {
  const ofYear = { period: { year, month: 0, day: 0 }, address: `${address}${ARCHIVE}/${year}/` };
  const ofMonth = { period: { year, month, day: 0 }, address: `${ofYear.address}${two(month)}/` };
  return [...(month > 0 ? [ofYear] : []), ...(day > 0 ? [ofMonth] : [])];
}
