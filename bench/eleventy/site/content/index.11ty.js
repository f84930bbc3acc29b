import { siteFacts } from '../model/facts.js';
import { cards, count, lead, lines, years } from '../model/fragments.js';
import { escapeHtml } from '../model/html.js';
import { page } from '../model/page.js';
import { SITE } from '../model/site.js';

export const data = { permalink: '/index.html', eleventyExcludeFromCollections: true };

export function render({ collections: { articles, sections, mostRead } }) {
  const [root] = sections;
  return page(
    '/',
    SITE,
    { feeds: root.feeds, head: siteFacts() },
    `<h1 class="hidden">${escapeHtml(SITE)}</h1>
${articles.slice(0, 1).map(lead).join('')}<div class="with-aside">
<section aria-labelledby="bt_newest">
<h2 class="title" id="bt_newest">Tin mới</h2>
<div class="cards">
${cards(articles.slice(1, 10))}</div>
</section>
<div class="aside">
<section aria-labelledby="bt_mostread">
<h2 class="title" id="bt_mostread"><a href="/doc-nhieu/">Tin đọc nhiều</a></h2>
<ol class="lines ranked">
${mostRead.slice(0, 5).map(ranked).join('')}</ol>
</section>
${years(root)}</div>
<section class="across" aria-labelledby="bt_older">
<h2 class="title" id="bt_older">Tin cũ hơn</h2>
<ul class="lines more">
${lines(articles.slice(10, 20))}</ul>
</section>
</div>
<section class="blocks" aria-labelledby="bt_blocks">
<h2 class="title" id="bt_blocks">Các tổ chức</h2>
<div class="grid">
${sections
  .filter(({ depth }) => depth === 2)
  .map(block)
  .join('')}</div>
</section>
`,
  );
}

function ranked({ url, title, views }) {
  return `<li><a href="${url}">${escapeHtml(title)}</a> <span class="figure">${count(views)} lượt xem</span></li>\n`;
}

function block({ url, title, articles }) {
  const newest = articles.slice(0, 3);
  return `<section class="block">
<header>
<span class="emblem star"></span>
<div>
<h3><a href="${url}">${escapeHtml(title)}</a></h3>
</div>
</header>
${newest.length === 0 ? '<p class="none">Chưa có tin nào.</p>\n' : `<ul class="lines">\n${lines(newest)}</ul>\n`}</section>
`;
}
