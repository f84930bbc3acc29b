import { ORIGIN } from '../model/site.js';

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

export function render({ list }) {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: list.feedTitle,
    home_page_url: ORIGIN + list.url,
    feed_url: `${ORIGIN}${list.url}feed.json`,
    language: 'vi',
    items: list.articles.slice(0, 20).map(({ item, url, title, summary, moment, tags }) => ({
      id: ORIGIN + url,
      url: ORIGIN + url,
      title,
      summary,
      content_html: item.content,
      date_published: moment.rfc3339,
      tags,
    })),
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}
