import { SITE_ADDRESSES } from '../base/address.ts';
import { formatRfc3339, two } from '../base/time.ts';
import type { Article, Month } from '../model/site.ts';
import type { Chrome } from './chrome.ts';
import type { PlanContext } from './context.ts';
import type { JsonValue, Page, XmlElement } from './page.ts';

/** Sitemap and JSON of all articles, both cut by month, and robots.txt. */
export function planMachineLists(context: PlanContext): Page[] {
  return [...planSitemap(context), ...planApi(context), planRobots(context.chrome)];
}

/** `2020-02` */
function nameOf({ year, month }: Month): string {
  return `${year}-${two(month)}`;
}

const SITEMAP_NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
/** Heads and standing pages; without dates, so that it changes only when one is added. */
const STANDING = 'trang';

function planSitemap({ site, chrome, recall }: PlanContext): Page[] {
  const { months } = site;
  const index: Page = {
    path: SITE_ADDRESSES.sitemap.slice(1),
    source: 'content',
    content: () => ({
      kind: 'xml',
      root: {
        name: 'sitemapindex',
        attributes: { xmlns: SITEMAP_NAMESPACE },
        children: [
          sitemapEntry(chrome, 'sitemap', `/sitemap/${STANDING}.xml`),
          ...months.map((month) => sitemapEntry(chrome, 'sitemap', `/sitemap/${nameOf(month)}.xml`)),
        ],
      },
    }),
  };
  const standing = sitemapFile(STANDING, () =>
    [...site.sections, ...site.pages, ...site.tags].map((each) => sitemapEntry(chrome, 'url', each.address)),
  );
  const pageOf = recall.for(planSitemapMonth);
  return [index, standing, ...months.map((month) => pageOf(month, chrome))];
}

function planSitemapMonth(month: Month, chrome: Chrome): Page {
  const { zone } = chrome.settings;
  return sitemapFile(nameOf(month), () =>
    month.articles.map((article) => {
      const modified = article.document.updated ?? { epoch: article.epoch, hasTime: true };
      return sitemapEntry(chrome, 'url', article.address, formatRfc3339(modified, zone));
    }),
  );
}

function sitemapFile(name: string, urls: () => XmlElement[]): Page {
  return {
    path: `sitemap/${name}.xml`,
    source: 'content',
    content: () => ({
      kind: 'xml',
      root: { name: 'urlset', attributes: { xmlns: SITEMAP_NAMESPACE }, children: urls() },
    }),
  };
}

function sitemapEntry(chrome: Chrome, name: string, address: string, lastmod?: string): XmlElement {
  return {
    name,
    children: [
      { name: 'loc', children: [chrome.url(address)] },
      ...(lastmod === undefined ? [] : [{ name: 'lastmod', children: [lastmod] }]),
    ],
  };
}

function planApi({ site, chrome, recall }: PlanContext): Page[] {
  const { months } = site;
  const { settings } = chrome;
  const index = jsonFile(SITE_ADDRESSES.api.slice(1), () => ({
    title: settings.title,
    organisation: settings.organisation,
    language: settings.language,
    url: chrome.url('/'),
    months: months.map((month) => ({
      month: nameOf(month),
      url: chrome.url(`/api/${nameOf(month)}.json`),
    })),
  }));
  const pageOf = recall.for(planApiMonth);
  return [index, ...months.map((month) => pageOf(month, chrome))];
}

function planApiMonth(month: Month, chrome: Chrome): Page {
  const file = jsonFile(`api/${nameOf(month)}.json`, () => ({
    month: nameOf(month),
    articles: month.articles.map((article) => apiArticle(chrome, article)),
  }));
  return { ...file, from: () => ['api', chrome.origin, month.articles.map(chrome.facts)] };
}

function jsonFile(path: string, value: () => JsonValue): Page {
  return { path, source: 'content', content: () => ({ kind: 'json', value: value() }) };
}

function apiArticle(chrome: Chrome, article: Article): JsonValue {
  const { document } = article;
  const { language, zone } = chrome.settings;
  return {
    url: chrome.url(article.address),
    title: document.title,
    ...(article.language === language ? {} : { language: article.language }),
    published: formatRfc3339({ epoch: article.epoch, hasTime: true }, zone),
    ...(document.updated ? { updated: formatRfc3339(document.updated, zone) } : {}),
    ...(document.id ? { id: document.id.value } : {}),
    section: article.section.title,
    sectionUrl: chrome.url(article.section.address),
    summary: document.summary || document.excerpt,
    ...(document.views === null ? {} : { views: document.views }),
    ...(document.author ? { author: document.author } : {}),
    ...(document.source ? { source: document.source } : {}),
    ...(article.picture ? { image: chrome.url(article.picture.address) } : {}),
    tags: article.tags.map((tag) => tag.title),
    attachments: article.attachments.map((file) => ({ title: file.title, url: chrome.url(file.address) })),
  };
}

function planRobots(chrome: Chrome): Page {
  return {
    path: SITE_ADDRESSES.robots.slice(1),
    source: 'content',
    content: () => ({
      kind: 'text',
      text: `User-agent: *\nAllow: /\nSitemap: ${chrome.url(SITE_ADDRESSES.sitemap)}\nSitemap: ${chrome.url(SITE_ADDRESSES.newsSitemap)}\n`,
    }),
  };
}
