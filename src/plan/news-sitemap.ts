import { SITE_ADDRESSES } from '../base/address.ts';
import { formatRfc3339 } from '../base/time.ts';
import type { PlanContext } from './context.ts';
import type { Page } from './page.ts';

/** Search engines for news want what is younger than two days. */
const SPAN = 48 * 3600;
/** And no more than this. */
const MOST = 1000;

/**
 * The articles of the 48 hours before the newest one, for search engines that list news. It counts from the newest
 * article and not from now, so that it changes only when something is published.
 */
export function planNewsSitemap({ site, chrome }: PlanContext): Page[] {
  const { settings } = chrome;
  const newest = site.articles[0]?.epoch ?? 0;
  const end = site.articles.slice(0, MOST).findIndex(({ epoch }) => epoch < newest - SPAN);
  const articles = site.articles.slice(0, end < 0 ? MOST : end);
  return [
    {
      path: SITE_ADDRESSES.newsSitemap.slice(1),
      source: 'content',
      content: () => ({
        kind: 'xml',
        root: {
          name: 'urlset',
          attributes: {
            xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
            'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
          },
          children: articles.map(({ address, language, epoch, document }) => ({
            name: 'url',
            children: [
              { name: 'loc', children: [chrome.url(address)] },
              {
                name: 'news:news',
                children: [
                  {
                    name: 'news:publication',
                    children: [
                      { name: 'news:name', children: [settings.title] },
                      { name: 'news:language', children: [language] },
                    ],
                  },
                  {
                    name: 'news:publication_date',
                    children: [formatRfc3339({ epoch, hasTime: true }, settings.zone)],
                  },
                  { name: 'news:title', children: [document.title] },
                ],
              },
            ],
          })),
        },
      }),
    },
  ];
}
