import { readFileSync } from 'node:fs';
import { inZone } from './time.js';

/** Lists of a site and their archives by the calendar, each made once for one list of articles. */

const { sections: SECTIONS } = JSON.parse(
  readFileSync(new URL('../_data/site.json', import.meta.url), 'utf8'),
);
const NEIGHBOURS = 5;
/** So many older ones of a section are asked what they have in common with an article. */
const RELATED_AMONG = 100;
const RELATED = 4;

function once(make) {
  const made = new WeakMap();
  return (articles) => {
    if (!made.has(articles)) made.set(articles, make(articles));
    return made.get(articles);
  };
}

/** The site's own list, the parent's, and each association's. */
export const sectionsOf = once((articles) => {
  const own = groupBy(articles, ({ data }) => data.section.url);
  const sections = SECTIONS.map((section) => ({
    ...section,
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

/** The lists of all tags, and the archive pages of all lists. */
export const listsOf = once((articles) => {
  const byTag = new Map();
  for (const article of articles) {
    for (const title of article.data.the) {
      if (!byTag.has(title)) byTag.set(title, []);
      byTag.get(title).push(article);
    }
  }
  const tags = [...byTag]
    .map(([title, tagged]) => ({ title, url: tagUrl(title), limit: 54, articles: tagged }))
    .sort((a, b) => (a.title < b.title ? -1 : 1));
  for (const tag of tags) tag.years = yearsOf(tag);
  const periods = [...sectionsOf(articles), ...tags].flatMap(periodsOf);
  return { tags, periods };
});

export const monthsOf = once((articles) =>
  [...groupBy(articles, ({ date }) => inZone(date).toISOString().slice(0, 7))].map(([name, some]) => ({
    name,
    articles: some,
  })),
);

const around = new Map();

/** The neighbours and tags of an article, by its address. */
export function articleOf(url) {
  return around.get(url);
}

function rememberNeighbours(articles) {
  articles.forEach((article, index) => {
    around.set(article.url, {
      newer: articles.slice(Math.max(0, index - NEIGHBOURS), index),
      older: articles.slice(index + 1, index + 1 + NEIGHBOURS),
      related: relatedTo(article, articles.slice(index + 1 + NEIGHBOURS, index + 1 + RELATED_AMONG)),
      tags: article.data.the.map((title) => ({ title, url: tagUrl(title) })),
    });
  });
}

/** Those with the most tags in common, newer ones first. */
function relatedTo(article, older) {
  const { the } = article.data;
  const common = (other) => other.data.the.filter((tag) => the.includes(tag)).length;
  return older
    .map((other) => ({ other, score: common(other) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, RELATED)
    .map(({ other }) => other);
}

const slugs = new Map();

function tagUrl(title) {
  if (!slugs.has(title)) {
    const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
    slugs.set(title, plain.replace(/[^a-z0-9]+/g, '-'));
  }
  return `/the/${slugs.get(title)}/`;
}

function groupBy(items, keyOf) {
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
  return [...groupBy(list.articles, ({ date }) => inZone(date).getUTCFullYear())].map(([year, articles]) =>
    period(list, articles, [year]),
  );
}

function period(list, articles, date) {
  const url = `${list.url}luu-tru/${date.map((part) => String(part).padStart(2, '0')).join('/')}/`;
  const page = { title: titleOf(date), url, list, articles, parts: [], newer: null, older: null };
  if (articles.length <= list.limit || date.length === 3) return page;
  const partOf = ({ date: moment }) =>
    date.length === 1 ? inZone(moment).getUTCMonth() + 1 : inZone(moment).getUTCDate();
  const parts = [...groupBy(articles, partOf)].map(([part, some]) => period(list, some, [...date, part]));
  return { ...page, articles: [], parts };
}

function titleOf([year, month, day]) {
  const two = (number) => String(number).padStart(2, '0');
  if (day !== undefined) return `ngày ${two(day)}/${two(month)}/${year}`;
  return month === undefined ? `năm ${year}` : `tháng ${month} năm ${year}`;
}

/** All pages of an archive; those that show articles know their neighbours. */
function periodsOf({ years }) {
  const all = (pages) => pages.flatMap((page) => [page, ...all(page.parts)]);
  const pages = all(years);
  const leaves = pages.filter(({ parts }) => parts.length === 0);
  leaves.forEach((page, index) => {
    page.newer = leaves[index - 1] ?? null;
    page.older = leaves[index + 1] ?? null;
  });
  return pages;
}
