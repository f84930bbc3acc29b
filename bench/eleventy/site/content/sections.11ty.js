import { sectionFacts } from '../model/facts.js';
import { stretches, years } from '../model/fragments.js';
import { escapeHtml, links } from '../model/html.js';
import { page } from '../model/page.js';

export const data = {
  pagination: {
    data: 'collections.sections',
    size: 1,
    alias: 'list',
    before: (lists) => lists.filter(({ depth }) => depth > 0),
  },
  permalink: ({ list }) => `${list.url}index.html`,
  eleventyExcludeFromCollections: true,
};

export function render({ list }) {
  const { title, feeds, children } = list;
  return page(
    list.url,
    title,
    { section: list, trail: list.above, feeds, head: sectionFacts(list) },
    `<div class="head">
<div>
<h1>${escapeHtml(title)}</h1>
</div>
${children.length === 0 ? '' : inside(title, children)}</div>
<div class="with-aside">
<div class="column">
<section aria-labelledby="bt_newest">
<h2 class="title" id="bt_newest">Tin mới</h2>
${stretches(list.articles.slice(0, 20))}</section>
</div>
<div class="aside">
${years(list)}<section class="feeds" aria-labelledby="bt_feeds">
<h2 class="title" id="bt_feeds">Nhận tin tự động</h2>
<ul>
${links(feeds)}</ul>
</section>
</div>
</div>
`,
  );
}

function inside(title, children) {
  return `<nav class="children" aria-label="Các chuyên mục trong ${escapeHtml(title)}">
<ul class="chips">
${links(children)}</ul>
</nav>
`;
}
