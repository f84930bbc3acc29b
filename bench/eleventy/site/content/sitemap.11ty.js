import { ORIGIN } from '../model/site.js';

export const data = { permalink: '/sitemap.xml', eleventyExcludeFromCollections: true };

export function render({ collections: { months } }) {
  const entries = ['trang', ...months.map(({ name }) => name)].map(
    (name) => `<sitemap>\n<loc>${ORIGIN}/sitemap/${name}.xml</loc>\n</sitemap>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join('')}</sitemapindex>
`;
}
