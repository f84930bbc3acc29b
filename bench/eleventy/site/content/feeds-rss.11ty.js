import { escapedText } from '../model/fragments.js';
import { escapeHtml } from '../model/html.js';
import { ORIGIN } from '../model/site.js';
import { rfc822 } from '../model/time.js';

export const data = {
  pagination: { data: 'collections.sections', size: 1, alias: 'list' },
  permalink: ({ list }) => `${list.url}rss.xml`,
  eleventyExcludeFromCollections: true,
};

export function render({ list }) {
  const newest = list.articles.slice(0, 20);
  const built = newest.slice(0, 1).map(({ date }) => `<lastBuildDate>${rfc822(date)}</lastBuildDate>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${escapeHtml(list.feedTitle)}</title>
<link>${ORIGIN}${list.url}</link>
<description>${escapeHtml(list.title)}</description>
<language>vi</language>
${built.join('')}<atom:link href="${ORIGIN}${list.url}rss.xml" rel="self" type="application/rss+xml"/>
${newest.map(item).join('')}</channel>
</rss>
`;
}

function item(article) {
  const { url, title, summary, tags, date } = article;
  const categories = tags.map((tag) => `<category>${escapeHtml(tag)}</category>\n`);
  return `<item>
<title>${escapeHtml(title)}</title>
<link>${ORIGIN}${url}</link>
<guid>${ORIGIN}${url}</guid>
<pubDate>${rfc822(date)}</pubDate>
${categories.join('')}<description>${escapeHtml(summary)}</description>
<content:encoded>${escapedText(article)}</content:encoded>
</item>
`;
}
