import { rfc3339 } from '../model/time.js';

export const data = {
  pagination: { data: 'collections.months', size: 1, alias: 'month' },
  permalink: ({ month }) => `/api/${month.name}.json`,
  eleventyExcludeFromCollections: true,
};

export function render({ site, month }) {
  const articles = month.articles.map(({ url, date, data: { title, section, summary, views, the } }) => ({
    url: site.origin + url,
    title,
    published: rfc3339(date),
    section: section.title,
    sectionUrl: site.origin + section.url,
    summary,
    views,
    tags: the,
    attachments: [],
  }));
  return JSON.stringify({ month: month.name, articles }, null, 1);
}
