import { newestFirst } from './model/articles.js';
import { listsOf, monthsOf, mostReadOf, sectionsOf } from './model/lists.js';

/** The site of the bench for Eleventy, with the same pages as ours: see bench/eleventy.ts. */
export default function configure(config) {
  config.addPassthroughCopy({ static: '/' });
  config.setUseGitIgnore(false);
  config.amendLibrary('md', addRendering);

  // Every list is made once a build, from one pass over the articles.
  let articles;
  config.on('eleventy.before', () => {
    articles = undefined;
  });
  const addCollection = (name, make) =>
    config.addCollection(name, (api) => {
      articles ??= newestFirst(api.getAll());
      return make(articles);
    });
  addCollection('articles', (all) => all);
  addCollection('sections', sectionsOf);
  addCollection('tags', (all) => listsOf(all).tags);
  addCollection('periods', (all) => listsOf(all).periods);
  addCollection('months', monthsOf);
  addCollection('mostRead', mostReadOf);

  return {
    dir: { input: 'content', output: '_site', includes: '../_includes' },
    // Articles are text and hold no templates.
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
}

/** Headings have ids; tables scroll, and are aligned by class, for a strict policy blocks styles in attributes. */
function addRendering(md) {
  const { rules } = md.renderer;
  rules.heading_open = (tokens, index, options, _env, self) => {
    const words = tokens[index + 1].content.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    tokens[index].attrSet('id', words.replaceAll('đ', 'd').replace(/[^a-z0-9]+/g, '-'));
    return self.renderToken(tokens, index, options);
  };
  rules.table_open = () => '<div class="table" tabindex="0" role="region" aria-label="Bảng"><table>\n';
  rules.table_close = () => '</table></div>\n';
  const cell = (name) => (tokens, index) => {
    const align = tokens[index].attrGet('style')?.slice('text-align:'.length);
    return align ? `<${name} class="align-${align}">` : `<${name}>`;
  };
  rules.th_open = cell('th');
  rules.td_open = cell('td');
}
