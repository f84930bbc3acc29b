import { SITE_ADDRESSES } from '../base/address.ts';
import { formatRfc3339, two } from '../base/time.ts';
import type { Article } from '../model/site.ts';
import type { JsonValue, Page, XmlElement } from './page.ts';
import type { PlanContext } from './parts.ts';

/** Sitemap and JSON of all articles, both cut by month, and robots.txt. */
export function planMachineLists(context: PlanContext): Page[] {
  const months = byMonth(context.site.articles);
  return [...planSitemap(context, months), ...planApi(context, months), planRobots(context)];
}

type Months = ReadonlyMap<string, readonly Article[]>;

/** `2020-02` → its articles, newest month first. */
function byMonth(articles: readonly Article[]): Months {
  const months = new Map<string, Article[]>();
  for (const article of articles) {
    const month = `${article.year}-${two(article.month)}`;
    const known = months.get(month);
    if (known) known.push(article);
    else months.set(month, [article]);
  }
  return months;
}

const SITEMAP_NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
/** Heads and standing pages; without dates, so that it changes only when one is added. */
const STANDING = 'trang';

function planSitemap(context: PlanContext, months: Months): Page[] {
  const { site } = context;
  const modified = (article: Article): string =>
    formatRfc3339(article.document.updated ?? { epoch: article.epoch, hasTime: true }, site.settings.zone);
  const entry = (name: string, address: string, lastmod?: string): XmlElement => ({
    name,
    children: [
      { name: 'loc', children: [context.url(address)] },
      ...(lastmod === undefined ? [] : [{ name: 'lastmod', children: [lastmod] }]),
    ],
  });
  const file = (name: string, urls: () => XmlElement[]): Page => ({
    path: `sitemap/${name}.xml`,
    source: 'content',
    content: () => ({
      kind: 'xml',
      root: { name: 'urlset', attributes: { xmlns: SITEMAP_NAMESPACE }, children: urls() },
    }),
  });
  const standing = (): XmlElement[] =>
    [...site.sections, ...site.pages, ...site.tags].map((each) => entry('url', each.address));
  const index: Page = {
    path: SITE_ADDRESSES.sitemap.slice(1),
    source: 'content',
    content: () => ({
      kind: 'xml',
      root: {
        name: 'sitemapindex',
        attributes: { xmlns: SITEMAP_NAMESPACE },
        children: [
          entry('sitemap', `/sitemap/${STANDING}.xml`),
          ...[...months.keys()].map((month) => entry('sitemap', `/sitemap/${month}.xml`)),
        ],
      },
    }),
  };
  return [
    index,
    file(STANDING, standing),
    ...[...months].map(([month, articles]) =>
      file(month, () => articles.map((article) => entry('url', article.address, modified(article)))),
    ),
  ];
}

function planApi(context: PlanContext, months: Months): Page[] {
  const { site } = context;
  const json = (path: string, value: () => JsonValue): Page => ({
    path,
    source: 'content',
    content: () => ({ kind: 'json', value: value() }),
  });
  return [
    json(SITE_ADDRESSES.api.slice(1), () => ({
      title: site.settings.title,
      organisation: site.settings.organisation,
      url: context.url('/'),
      months: [...months.keys()].map((month) => ({ month, url: context.url(`/api/${month}.json`) })),
    })),
    ...[...months].map(([month, articles]) =>
      json(`api/${month}.json`, () => ({
        month,
        articles: articles.map((article) => apiArticle(context, article)),
      })),
    ),
  ];
}

function apiArticle(context: PlanContext, article: Article): JsonValue {
  const { document } = article;
  const { zone } = context.site.settings;
  return {
    url: context.url(article.address),
    title: document.title,
    published: formatRfc3339({ epoch: article.epoch, hasTime: true }, zone),
    ...(document.updated ? { updated: formatRfc3339(document.updated, zone) } : {}),
    ...(document.id ? { id: document.id.value } : {}),
    section: article.section.title,
    sectionUrl: context.url(article.section.address),
    summary: document.summary || document.excerpt,
    ...(document.views === null ? {} : { views: document.views }),
    ...(document.author ? { author: document.author } : {}),
    ...(document.source ? { source: document.source } : {}),
    ...(article.picture ? { image: context.url(article.picture.address) } : {}),
    tags: article.tags.map((tag) => tag.title),
    attachments: article.attachments.map((file) => ({ title: file.title, url: context.url(file.address) })),
  };
}

function planRobots(context: PlanContext): Page {
  return {
    path: SITE_ADDRESSES.robots.slice(1),
    source: 'content',
    content: () => ({
      kind: 'text',
      text: `User-agent: *\nAllow: /\nSitemap: ${context.url(SITE_ADDRESSES.sitemap)}\n`,
    }),
  };
}
