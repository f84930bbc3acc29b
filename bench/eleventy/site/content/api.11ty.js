import { ORIGIN, SITE } from '../model/site.js';

export const data = { permalink: '/api/index.json', eleventyExcludeFromCollections: true };

export function render({ collections }) {
  const months = collections.months.map(({ name }) => ({ month: name, url: `${ORIGIN}/api/${name}.json` }));
  const index = { title: SITE, organisation: '', language: 'vi', url: `${ORIGIN}/`, months };
  return `${JSON.stringify(index, null, 1)}\n`;
}
