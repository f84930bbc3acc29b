import { ORIGIN } from '../model/site.js';

export const data = {
  pagination: { data: 'collections.months', size: 1, alias: 'month' },
  permalink: ({ month }) => `/api/${month.name}.json`,
  eleventyExcludeFromCollections: true,
};

export function render({ month }) {
  const articles = month.articles.map(({ url, title, moment, section, summary, views, tags }) => ({
    url: ORIGIN + url,
    title,
    published: moment.rfc3339,
    section: section.title,
    sectionUrl: ORIGIN + section.url,
    summary,
    views,
    tags,
    attachments: [],
  }));
  return `${JSON.stringify({ month: month.name, articles }, null, 1)}\n`;
}
