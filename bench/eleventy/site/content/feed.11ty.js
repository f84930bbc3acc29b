import { rfc3339 } from '../model/time.js';

export const data = {
  pagination: {
    data: 'collections.sections',
    size: 1,
    alias: 'list',
    before: (lists) => lists.filter(({ depth }) => depth < 2),
  },
  permalink: ({ list }) => `${list.url}feed.json`,
  eleventyExcludeFromCollections: true,
};

export function render({ site, list }) {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: list.title,
    home_page_url: site.origin + list.url,
    items: list.articles.slice(0, 20).map((article) => ({
      id: site.origin + article.url,
      url: site.origin + article.url,
      title: article.data.title,
      summary: article.data.summary,
      content_html: article.content,
      date_published: rfc3339(article.date),
      tags: article.data.the,
    })),
  });
}
