import { card, footer, header, lines, links, structured } from './model/fragments.js';
import { articleOf, listsOf, monthsOf, sectionsOf } from './model/lists.js';
import { day, moment, rfc822, rfc3339 } from './model/time.js';

/** The site of the bench for Eleventy, with the same pages as ours: see bench/eleventy.ts. */
export default function configure(config) {
  config.addPassthroughCopy({ static: '/' });
  config.setUseGitIgnore(false);
  config.amendLibrary('md', addHeadingAnchors);

  // Every list is made once a build, from one pass over the articles.
  config.addCollection('articles', (api) => newestFirst(api));
  config.addCollection('sections', (api) => sectionsOf(newestFirst(api)));
  config.addCollection('tags', (api) => listsOf(newestFirst(api)).tags);
  config.addCollection('periods', (api) => listsOf(newestFirst(api)).periods);
  config.addCollection('months', (api) => monthsOf(newestFirst(api)));
  config.addCollection('mostRead', (api) =>
    [...newestFirst(api)].sort((a, b) => b.data.views - a.data.views).slice(0, 20),
  );

  config.addFilter('around', (url) => articleOf(url));
  config.addFilter('cards', (articles) => articles.map(card).join(''));
  config.addFilter('lines', lines);
  config.addFilter('links', links);
  config.addFilter('lastDays', (articles, days) => {
    const since = articles[0].date.getTime() - days * 86_400_000;
    return articles.filter(({ date }) => date.getTime() > since);
  });
  config.addFilter('day', day);
  config.addFilter('moment', moment);
  config.addFilter('rfc3339', rfc3339);
  config.addFilter('rfc822', rfc822);
  config.addFilter('count', (number) => String(number).replace(/\B(?=(?:\d{3})+$)/g, '.'));
  config.addFilter('structured', structured);
  config.addShortcode('header', header);
  config.addShortcode('footer', footer);

  return {
    dir: { input: 'content', output: '_site', includes: '../_includes', data: '../_data' },
    // Articles are text and hold no templates.
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
}

const known = new WeakMap();

/** The articles of one build; Eleventy keeps its list of all pages for as long. */
function newestFirst(api) {
  const all = api.getAll();
  const key = all[0] ?? api;
  if (!known.has(key)) {
    known.set(
      key,
      all.filter(({ data }) => data.isArticle).sort((a, b) => b.date - a.date),
    );
  }
  return known.get(key);
}

function addHeadingAnchors(md) {
  md.renderer.rules.heading_open = (tokens, index, options, _env, self) => {
    const words = tokens[index + 1].content.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    tokens[index].attrSet('id', words.replaceAll('đ', 'd').replace(/[^a-z0-9]+/g, '-'));
    return self.renderToken(tokens, index, options);
  };
}
