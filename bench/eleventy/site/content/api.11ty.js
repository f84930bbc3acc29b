export const data = { permalink: '/api/index.json', eleventyExcludeFromCollections: true };

export function render({ site, collections }) {
  const months = collections.months.map(({ name }) => ({
    month: name,
    url: `${site.origin}/api/${name}.json`,
  }));
  return JSON.stringify({ title: site.title, url: `${site.origin}/`, months }, null, 1);
}
