import { stretches, years } from '../model/fragments.js';
import { escapeHtml } from '../model/html.js';
import { HOME, page } from '../model/page.js';

export const data = {
  pagination: { data: 'collections.tags', size: 1, alias: 'list' },
  permalink: ({ list }) => `${list.url}index.html`,
  eleventyExcludeFromCollections: true,
};

const TRAIL = [...HOME, { title: 'Tất cả các thẻ', url: '/the/' }];

export function render({ list }) {
  return page(
    list.url,
    `Thẻ: ${list.title}`,
    { description: `Tin tức và thông báo có thẻ “${list.title}”.`, trail: TRAIL },
    `<div class="head">
<h1><span class="kicker">Thẻ</span> ${escapeHtml(list.title)}</h1>
</div>
<div class="with-aside">
<section class="column" aria-labelledby="bt_newest">
<h2 class="title" id="bt_newest">Tin mới</h2>
${stretches(list.articles.slice(0, 20))}</section>
<div class="aside">
${years(list)}</div>
</div>
`,
  );
}
