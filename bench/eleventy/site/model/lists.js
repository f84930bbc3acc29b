import { once } from './once.js';
import { sections as SECTIONS } from './site.js';
import { periodTitle, two } from './time.js';

/** Lists of a site and their archives by the calendar, each made once for one list of articles. */

const NEIGHBOURS = 5;
/** So many older ones of a section are asked what they have in common with an article. */
const RELATED_AMONG = 100;
const RELATED = 4;
const HOME = { title: 'Trang chủ', url: '/' };

/** The site's own list, the parent's, and each association's. */
export const sectionsOf = once((articles) => {
  const own = groupBy(articles, ({ section }) => section.url);
  const sections = SECTIONS.map((section) => ({
    ...section,
    isSection: true,
    limit: 60 + 6 * section.depth,
    articles: section.depth < 2 ? articles : (own.get(section.url) ?? []),
    children: SECTIONS.filter(({ parent }) => parent === section.url),
  }));
  for (const section of sections) {
    section.years = yearsOf(section);
    if (section.depth === 2) rememberNeighbours(section.articles);
  }
  return sections;
});

/** The lists of all tags, as a Vietnamese dictionary has them, and the archive pages of all lists. */
export const listsOf = once((articles) => {
  const byTag = new Map();
  for (const article of articles) {
    for (const title of article.tags) {
      if (!byTag.has(title)) byTag.set(title, []);
      byTag.get(title).push(article);
    }
  }
  const { compare } = new Intl.Collator('vi');
  const tags = [...byTag]
    .map(([title, tagged]) => ({ ...tagOf(title), isSection: false, limit: 54, articles: tagged }))
    .sort((a, b) => compare(a.title, b.title));
  for (const tag of tags) {
    tag.trail = [HOME, tag];
    tag.years = yearsOf(tag);
  }
  const periods = [...sectionsOf(articles), ...tags].flatMap(periodsOf);
  return { tags, periods };
});

export const monthsOf = once((articles) =>
  [...groupBy(articles, ({ moment }) => moment.machine.slice(0, 7))].map(([name, some]) => ({
    name,
    articles: some,
  })),
);

export const mostReadOf = once((articles) =>
  articles
    .filter(({ views }) => views > 0)
    .sort((a, b) => b.views - a.views)
    .slice(0, 20),
);

const around = new Map();

/** An article with its neighbours and tags, by its address. */
export function articleAt(url) {
  return around.get(url);
}

function rememberNeighbours(articles) {
  articles.forEach((article, index) => {
    around.set(article.url, {
      article,
      newer: articles.slice(Math.max(0, index - NEIGHBOURS), index),
      older: articles.slice(index + 1, index + 1 + NEIGHBOURS),
      related: relatedTo(article, articles.slice(index + 1 + NEIGHBOURS, index + 1 + RELATED_AMONG)),
      tags: article.tags.map(tagOf),
    });
  });
}

/** Those with the most tags in common, newer ones first. */
function relatedTo({ tags }, older) {
  const common = (other) => other.tags.filter((tag) => tags.includes(tag)).length;
  return older
    .map((other) => ({ other, score: common(other) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, RELATED)
    .map(({ other }) => other);
}

const known = new Map();

/** The name and the address of a tag. */
function tagOf(title) {
  if (!known.has(title)) {
    const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
    known.set(title, { title, url: `/the/${plain.replace(/[^a-z0-9]+/g, '-')}/` });
  }
  return known.get(title);
}

/** Groups in the order of their first items. */
export function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** A year of more than the limit is cut into months, such a month into days. */
function yearsOf(list) {
  return [...groupBy(list.articles, ({ moment }) => moment.year)].map(([year, articles]) =>
    period(list, articles, [year], list.trail),
  );
}

function period(list, articles, date, trail) {
  const title = periodTitle(date);
  const page = { title, url: addressOf(list, date), date, list, trail, articles, parts: [] };
  if (articles.length <= list.limit || date.length === 3) return page;
  const partOf = date.length === 1 ? ({ moment }) => moment.month : ({ moment }) => moment.day;
  page.articles = [];
  page.parts = [...groupBy(articles, partOf)].map(([part, some]) =>
    period(list, some, [...date, part], [...trail, page]),
  );
  return page;
}

function addressOf({ url }, date) {
  return `${url}luu-tru/${date.map(two).join('/')}/`;
}

/** All pages of an archive; those that show articles know their neighbours. */
function periodsOf({ years }) {
  const all = (pages) => pages.flatMap((page) => [page, ...all(page.parts)]);
  const pages = all(years);
  const leaves = pages.filter(({ parts }) => parts.length === 0);
  leaves.forEach((page, index) => {
    page.newer = leaves[index - 1];
    page.older = leaves[index + 1];
  });
  return pages;
}
