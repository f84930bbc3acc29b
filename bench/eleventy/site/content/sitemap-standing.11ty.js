import { ORIGIN } from '../model/site.js';

export const data = { permalink: '/sitemap/trang.xml', eleventyExcludeFromCollections: true };

export function render({ collections: { sections, tags } }) {
  const entries = [...sections, ...tags].map(({ url }) => `<url>\n<loc>${ORIGIN}${url}</loc>\n</url>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join('')}</urlset>
`;
}
