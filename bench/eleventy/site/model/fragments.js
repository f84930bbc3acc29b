import { capitalised, escapeHtml } from './html.js';
import { groupBy } from './lists.js';
import { once } from './once.js';
import { ORIGIN } from './site.js';
import { periodTitle } from './time.js';

/** What many pages show, made once. */

const meta = ({ moment, section }) =>
  `<p class="meta"><time datetime="${moment.machine}">${moment.date} | ${moment.time}</time> <a href="${section.url}">${escapeHtml(section.title)}</a></p>`;

const card = once(
  (article) => `<article class="card">
<div class="text">
<h3><a href="${article.url}">${escapeHtml(article.title)}</a></h3>
<p class="lead">${escapeHtml(article.summary)}</p>
${meta(article)}
</div>
</article>
`,
);

export function cards(articles) {
  return articles.map(card).join('');
}

/** The first of the front page. */
export function lead(article) {
  return `<article class="opening plain">
<div class="text">
<h2${article.title.length > 100 ? ' class="long"' : ''}><a href="${article.url}">${escapeHtml(article.title)}</a></h2>
<p class="lead">${escapeHtml(article.summary)}</p>
${meta(article)}
</div>
</article>
`;
}

const line = once(
  ({ url, title, moment }) =>
    `<li><a href="${url}">${escapeHtml(title)}</a> <time datetime="${moment.machine}">${moment.date}</time></li>\n`,
);

export function lines(articles) {
  return articles.map(line).join('');
}

/** `4.991` */
export function count(number) {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, '.');
}

/** Links to the archive of a list by the year. */
export function years({ title, years: periods }) {
  if (periods.length === 0) return '';
  const of = escapeHtml(title);
  const items = periods.map(
    ({ url, date: [year] }) =>
      `<li><a href="${url}" aria-label="Lưu trữ năm ${year}, ${of}">${year}</a></li>\n`,
  );
  return `<nav class="years" aria-labelledby="bt_years">
<h2 class="title" id="bt_years">Lưu trữ theo năm</h2>
<ul class="chips">
${items.join('')}</ul>
</nav>
`;
}

/** So many articles for each signpost at the least. */
const WORTH_A_SIGNPOST = 2.5;

/** The newest of a list between signposts: months, or years where little is published, or none. */
export function stretches(articles) {
  if (articles.length === 0) return '<p>Chưa có tin nào.</p>\n';
  const isWorthIt = ({ size }) => size > 1 && articles.length >= WORTH_A_SIGNPOST * size;
  const titleOf = (date) => capitalised(periodTitle(date));
  const byMonth = groupBy(articles, ({ moment }) => titleOf([moment.year, moment.month]));
  const byYear = groupBy(articles, ({ moment }) => titleOf([moment.year]));
  const parts = [byMonth, byYear].find(isWorthIt) ?? new Map([['', articles]]);
  const stretch = ([title, some]) =>
    `${title && `<p class="signpost">${title}</p>\n`}<div class="cards">\n${cards(some)}</div>\n`;
  return `<div class="stretches">\n${[...parts].map(stretch).join('')}</div>\n`;
}

/** Addresses by which a reader hands an article on. Zalo's own button opens the address in JSON, in Base64. */
export function share({ url, title }) {
  const address = ORIGIN + url;
  const encoded = encodeURIComponent(address);
  const zalo = encodeURIComponent(btoa(JSON.stringify({ url: address })));
  return `<nav class="share" aria-labelledby="bt_share">
<h2 id="bt_share">Chia sẻ</h2>
<ul>
<li><a href="https://button-share.zalo.me/share_external?d=${zalo}&amp;shareType=0" rel="noopener nofollow">Zalo</a></li>
<li><a href="https://www.facebook.com/sharer/sharer.php?u=${encoded}" rel="noopener nofollow">Facebook</a></li>
<li><a href="mailto:?subject=${encodeURIComponent(title)}&amp;body=${encoded}">Thư điện tử</a></li>
<li><button type="button" class="bt-off" id="bt_copy" data-done="Đã chép">Chép địa chỉ</button></li>
</ul>
</nav>
`;
}

/** An article's text as feeds hold it; the same in up to five of them. */
export const escapedText = once(({ item }) => escapeHtml(item.content));
