import { articleFacts } from '../model/facts.js';
import { count, lines, share } from '../model/fragments.js';
import { escapeHtml, links } from '../model/html.js';
import { articleAt } from '../model/lists.js';
import { page } from '../model/page.js';
import { ORIGIN } from '../model/site.js';

const TOOLS = `<div class="tools bt-off" id="bt_tools" role="group" aria-label="Công cụ đọc bài" data-enlarge="Phóng to ảnh" data-close="Đóng" data-previous="Ảnh trước" data-next="Ảnh sau">
<button type="button" data-size="-1" aria-label="A− Chữ nhỏ hơn">A−</button>
<button type="button" data-size="0" aria-label="A Cỡ chữ thường">A</button>
<button type="button" data-size="1" aria-label="A+ Chữ lớn hơn">A+</button>
<button type="button" id="bt_print" title="In bài, hoặc chọn “Lưu thành PDF” trong hộp in">In</button>
<button type="button" class="bt-off" id="bt_listen" data-stop="Dừng đọc">Nghe</button>
</div>
`;

export function render({ page: { url }, content }) {
  const { article, newer, older, related, tags } = articleAt(url);
  const { title, summary, views, moment, section } = article;
  const aside =
    asideList('bt_related', 'Tin liên quan', related) +
    asideList('bt_newer', 'Tin mới hơn', newer) +
    asideList('bt_older', 'Tin cũ hơn', older);
  const head = `<meta property="article:published_time" content="${moment.machine}">\n${articleFacts(article)}`;
  return page(
    url,
    title,
    {
      description: summary,
      section,
      trail: section.trail,
      type: 'article',
      head,
      narrow: newer.length + older.length === 0,
      script: '/assets/reader.0123456789.js',
    },
    `<div${aside && ' class="with-aside"'}>
<article class="story">
<header>
<h1${title.length > 80 ? ' class="long"' : ''}>${escapeHtml(title)}</h1>
<p class="dateline">Ngày đăng <time datetime="${moment.machine}">${moment.date} | ${moment.time}</time>${views === undefined ? '' : ` | <span>Lượt xem: ${count(views)}</span>`}</p>
${TOOLS}<p class="summary">${escapeHtml(summary)}</p>
</header>
<div class="prose">
${content}
</div>
${tags.length === 0 ? '' : `<nav class="tags" aria-label="Thẻ của bài">\n<ul class="chips">\n${links(tags)}</ul>\n</nav>\n`}${share(article)}<p class="address">${ORIGIN}${url}</p>
</article>
${aside && `<div class="aside">\n${aside}</div>\n`}</div>
`,
  );
}

function asideList(id, title, articles) {
  if (articles.length === 0) return '';
  return `<section aria-labelledby="${id}">
<h2 class="title" id="${id}">${title}</h2>
<ul class="lines">
${lines(articles)}</ul>
</section>
`;
}
