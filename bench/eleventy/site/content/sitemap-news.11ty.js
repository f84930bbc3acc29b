import { escapeHtml } from '../model/html.js';
import { ORIGIN, SITE } from '../model/site.js';

export const data = { permalink: '/sitemap/tin-moi.xml', eleventyExcludeFromCollections: true };

const SPAN = 48 * 3_600_000;
const MOST = 1000;

export function render({ collections: { articles } }) {
  const since = articles[0].date - SPAN;
  const entries = articles
    .slice(0, MOST)
    .filter(({ date }) => date >= since)
    .map(entry);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${entries.join('')}</urlset>
`;
}

function entry({ url, title, moment }) {
  return `<url>
<loc>${ORIGIN}${url}</loc>
<news:news>
<news:publication>
<news:name>${escapeHtml(SITE)}</news:name>
<news:language>vi</news:language>
</news:publication>
<news:publication_date>${moment.rfc3339}</news:publication_date>
<news:title>${escapeHtml(title)}</news:title>
</news:news>
</url>
`;
}
