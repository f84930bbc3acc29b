import { SECTIONS } from './site.js';
import { momentOf } from './time.js';

/** The articles of one build, newest first: of each what lists and pages ask for, read once from Eleventy's data. */
export function newestFirst(items) {
  return items
    .filter(({ data }) => data.isArticle)
    .sort((a, b) => b.date - a.date)
    .map(articleOf);
}

function articleOf(item) {
  const { url, date, data } = item;
  const { title, summary, views, the: tags } = data;
  const section = SECTIONS.get(url.slice(0, url.lastIndexOf('/', url.length - 2) + 1));
  return { item, url, title, summary, views, tags, section, moment: momentOf(date), date };
}
