import { count } from '../model/fragments.js';
import { escapeHtml } from '../model/html.js';
import { HOME, page } from '../model/page.js';

export const data = { permalink: '/doc-nhieu/index.html', eleventyExcludeFromCollections: true };

export function render({ collections: { mostRead } }) {
  return page(
    '/doc-nhieu/',
    'Tin đọc nhiều',
    { trail: HOME },
    `<div class="head"><h1>Tin đọc nhiều</h1></div>
<ol class="lines ranked wide">
${mostRead.map(ranked).join('')}</ol>
`,
  );
}

function ranked({ url, title, views, moment, section }) {
  return `<li><a href="${url}">${escapeHtml(title)}</a>
<p class="meta"><span>${count(views)} lượt xem</span> <time datetime="${moment.machine}">${moment.date}</time> <a href="${section.url}">${escapeHtml(section.title)}</a></p></li>
`;
}
