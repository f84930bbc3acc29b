import { outputPathOf, SITE_ADDRESSES } from '../base/address.ts';
import { formatRfc3339 } from '../base/time.ts';
import { machineFilesOf, nameOfMonth } from '../model/machine-files.ts';
import type { Article, Month } from '../model/site.ts';
import type { Chrome } from './chrome.ts';
import type { PlanContext } from './context.ts';
import type { JsonValue, Page, XmlElement } from './page.ts';

/** Sitemap and JSON of all articles, both cut by month, and robots.txt. */
export function planMachineLists(context: PlanContext): Page[] {
  return [...planSitemap(context), ...planApi(context), planRobots(context.chrome)];
}

const SITEMAP_NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

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
          sitemapEntry(chrome, 'sitemap', SITE_ADDRESSES.standingSitemap),
          ...months.map((month) => sitemapEntry(chrome, 'sitemap', machineFilesOf(month).sitemap)),
        ],
      },
    }),
  };
  // Heads and standing pages; without dates, so that it changes only when one is added.
  const standing = sitemapFile(SITE_ADDRESSES.standingSitemap, () =>
    [...site.sections, ...site.pages, ...site.tags].map((each) => sitemapEntry(chrome, 'url', each.address)),
  );
  const pageOf = recall.for(planSitemapMonth);
  return [index, standing, ...months.map((month) => pageOf(month, chrome))];
}

function planSitemapMonth(month: Month, chrome: Chrome): Page {
  const { zone } = chrome.settings;
  return sitemapFile(machineFilesOf(month).sitemap, () =>
    month.articles.map((article) => {
      const modified = article.document.updated ?? { epoch: article.epoch, hasTime: true };
      return sitemapEntry(chrome, 'url', article.address, formatRfc3339(modified, zone));
    }),
  );
}

function sitemapFile(address: string, urls: () => XmlElement[]): Page {
  return {
    path: outputPathOf(address),
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
  const index = jsonFile(SITE_ADDRESSES.api, () => ({
    title: settings.title,
    organisation: settings.organisation,
    language: settings.language,
    url: chrome.url('/'),
    months: months.map((month) => ({
      month: nameOfMonth(month),
      url: chrome.url(machineFilesOf(month).api),
    })),
  }));
  const pageOf = recall.for(planApiMonth);
  return [index, ...months.map((month) => pageOf(month, chrome))];
}

function planApiMonth(month: Month, chrome: Chrome): Page {
  const file = jsonFile(machineFilesOf(month).api, () => ({
    month: nameOfMonth(month),
    articles: month.articles.map((article) => apiArticle(chrome, article)),
  }));
  return { ...file, from: () => ['api', chrome.origin, month.articles.map(chrome.facts)] };
}

function jsonFile(address: string, value: () => JsonValue): Page {
  return {
    path: outputPathOf(address),
    source: 'content',
    content: () => ({ kind: 'json', value: value() }),
  };
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
