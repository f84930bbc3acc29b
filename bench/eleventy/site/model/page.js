import { escapeHtml, links } from './html.js';
import { once } from './once.js';
import { ORIGIN, SECTIONS, SITE, sections } from './site.js';

/**
 * What every page has around its own part. In JavaScript, as all templates here: Eleventy compiles a Nunjucks template
 * that is paginated once more for each of its pages, which for archives is most of their time.
 */

const HEAD = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#8a171b">
<script src="/assets/text-size.0123456789.js"></script>
<link rel="stylesheet" href="/assets/style.0123456789.css">
<link rel="icon" href="/icon_192.png" type="image/png">
<link rel="apple-touch-icon" href="/icon_180.png">
<link rel="manifest" href="/site.webmanifest">
<meta property="og:site_name" content="${escapeHtml(SITE)}">
<meta property="og:locale" content="vi_VN">
<meta name="twitter:card" content="summary_large_image">
`;

const FOOTER = `</main>
<footer class="bottom">
<div class="columns">
<div class="imprint">
<p class="name">${escapeHtml(SITE)}</p>
</div>
<nav aria-labelledby="bt_more">
<h2 id="bt_more">Tra cứu</h2>
<ul>
<li><a href="/doc-nhieu/">Tin đọc nhiều</a></li>
<li><a href="/the/">Tất cả các thẻ</a></li>
<li><a href="/so-do/">Sơ đồ trang</a></li>
<li>Nhận tin tự động: <a href="/rss.xml">RSS</a>, <a href="/atom.xml">Atom</a>, <a href="/feed.json">JSON Feed</a></li>
</ul>
</nav>
</div>
</footer>
`;
const END = '</body>\n</html>\n';

/** The picture that stands for a section where it is shared, or for the whole site. */
export function pictureOf({ url }) {
  return `${ORIGIN}${url}chia_se.png`;
}

const sharing = once((section) => {
  const alt = section.depth === 0 ? SITE : `${section.title} - ${SITE}`;
  return `<meta property="og:image" content="${pictureOf(section)}">
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
<meta property="og:image:alt" content="${escapeHtml(alt)}">
`;
});

const ROOT = SECTIONS.get('/');
const FIRST_LEVEL = sections.filter(({ depth }) => depth === 1);
const headers = new Map();

/** By where the reader is: at the front page, at a first section or in it, or somewhere else. */
function header(url) {
  const inside = FIRST_LEVEL.find((section) => url.startsWith(section.url));
  const key = url === '/' || url === inside?.url ? url : `inside ${inside?.url}`;
  let html = headers.get(key);
  if (html === undefined) {
    html = makeHeader(url, inside);
    headers.set(key, html);
  }
  return html;
}

function makeHeader(url, inside) {
  const current = (place) =>
    place === url ? ' aria-current="page"' : place === inside?.url ? ' aria-current="true"' : '';
  const item = (place, title) => `<li><a href="${place}"${current(place)}>${escapeHtml(title)}</a></li>\n`;
  return `<a class="skip" href="#bt_main">Tới nội dung chính</a>
<header class="top">
<div class="banner">
<a class="brand" href="/">
<span class="names">
<span class="name">${escapeHtml(SITE)}</span>
</span>
</a>
</div>
<nav class="menu" aria-label="Chuyên mục chính">
<ul>
${item('/', 'Trang chủ')}${FIRST_LEVEL.map((section) => item(section.url, section.title)).join('')}</ul>
</nav>
</header>
`;
}

/** The way to a place; all articles of a section and all years of a list share theirs. */
const breadcrumb = once(
  (trail) => `<nav class="breadcrumb" aria-label="Vị trí trong trang">
<ol>
${links(trail)}</ol>
</nav>
`,
);

/** The way to pages that stand for themselves. */
export const HOME = ROOT.trail;

/** The file of a page; `main` is its own part, `head` and `script` what only it has in the head and at the end. */
export function page(url, title, { description, section = ROOT, feeds = [], trail, ...own }, main) {
  const { type = 'website', index = true, head = '', narrow = false, script } = own;
  const heading = escapeHtml(title);
  const address = ORIGIN + url;
  const words = description === undefined ? '' : escapeHtml(description);
  return `${HEAD}<title>${url === '/' ? heading : `${heading} - ${escapeHtml(SITE)}`}</title>
${words && `<meta name="description" content="${words}">\n`}${
  index ? `<link rel="canonical" href="${address}">` : '<meta name="robots" content="noindex">'
}
${feeds.map(alternate).join('')}<meta property="og:type" content="${type}">
<meta property="og:title" content="${heading}">
<meta property="og:url" content="${address}">
${words && `<meta property="og:description" content="${words}">\n`}${sharing(section)}${head}</head>
<body${narrow ? ' class="narrow"' : ''}>
${header(url)}${trail ? breadcrumb(trail) : ''}<main id="bt_main" tabindex="-1">
${main}${FOOTER}${script ? `<script src="${script}" defer></script>\n` : ''}${END}`;
}

function alternate({ type, title, url }) {
  return `<link rel="alternate" type="${type}" title="${escapeHtml(title)}" href="${url}">\n`;
}
