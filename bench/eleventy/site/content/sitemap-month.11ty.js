import { ORIGIN } from '../model/site.js';

export const data = {
  pagination: { data: 'collections.months', size: 1, alias: 'month' },
  permalink: ({ month }) => `/sitemap/${month.name}.xml`,
  eleventyExcludeFromCollections: true,
};

export function render({ month }) {
  const entries = month.articles.map(
    ({ url, moment }) => `<url>\n<loc>${ORIGIN}${url}</loc>\n<lastmod>${moment.rfc3339}</lastmod>\n</url>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join('')}</urlset>
`;
}
