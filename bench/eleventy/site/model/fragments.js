import { readFileSync } from 'node:fs';
import { day, moment, rfc3339 } from './time.js';

/** What many pages show, made once. */

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text) => text.replace(/[&<>"']/g, (character) => ENTITIES[character]);

const cards = new WeakMap();
const ofLine = new WeakMap();

export function card(article) {
  let html = cards.get(article);
  if (html === undefined) {
    const { title, summary, section } = article.data;
    html = `<article class="card plain">
<div class="text">
<h3><a href="${article.url}">${escapeHtml(title)}</a></h3>
<p class="lead">${escapeHtml(summary)}</p>
<p class="meta"><time datetime="${rfc3339(article.date)}">${moment(article.date)}</time> <a href="${section.url}">${escapeHtml(section.title)}</a></p>
</div>
</article>
`;
    cards.set(article, html);
  }
  return html;
}

function line(article) {
  let html = ofLine.get(article);
  if (html === undefined) {
    html = `<li><a href="${article.url}">${escapeHtml(article.data.title)}</a> <time datetime="${rfc3339(article.date)}">${day(article.date)}</time></li>\n`;
    ofLine.set(article, html);
  }
  return html;
}

export function lines(articles) {
  return articles.map(line).join('');
}

export function links(places) {
  return places.map(({ url, title }) => `<li><a href="${url}">${escapeHtml(title)}</a></li>\n`).join('');
}

const {
  origin,
  title: SITE,
  sections,
} = JSON.parse(readFileSync(new URL('../_data/site.json', import.meta.url), 'utf8'));
const FIRST_LEVEL = sections.filter(({ depth }) => depth === 1);
const headers = new Map();

/** By where the reader is: at the front page, at a first section or in it, or somewhere else. */
export function header(url) {
  const inside = FIRST_LEVEL.find((section) => url.startsWith(section.url));
  const key = url === '/' || url === inside?.url ? url : `inside ${inside?.url}`;
  if (!headers.has(key)) headers.set(key, makeHeader(url, inside));
  return headers.get(key);
}

function makeHeader(url, inside) {
  const current = (place) =>
    place === url ? ' aria-current="page"' : place === inside?.url ? ' aria-current="true"' : '';
  const item = (place, title) => `<li><a href="${place}"${current(place)}>${escapeHtml(title)}</a></li>\n`;
  return `<a class="skip" href="#bt_main">Tới nội dung chính</a>
<header class="top">
<div class="banner">
<a class="brand" href="/"><span class="name">${escapeHtml(SITE)}</span></a>
</div>
<nav class="menu" aria-label="Chuyên mục chính">
<ul>
${item('/', 'Trang chủ')}${FIRST_LEVEL.map((section) => item(section.url, section.title)).join('')}</ul>
</nav>
</header>`;
}

const FOOTER = `<footer class="bottom">
<div class="columns">
<div class="imprint"><p class="name">${escapeHtml(SITE)}</p></div>
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
</footer>`;

export function footer() {
  return FOOTER;
}

/** An article's facts for search engines. */
export function structured(page, section, headline, description, keywords) {
  const publisher = { '@type': 'Organization', name: SITE, url: `${origin}/` };
  const published = rfc3339(page.date);
  const article = {
    '@type': 'NewsArticle',
    headline,
    description,
    datePublished: published,
    dateModified: published,
    author: publisher,
    publisher,
    mainEntityOfPage: origin + page.url,
    articleSection: section.title,
    inLanguage: 'vi',
    keywords,
  };
  const crumbs = {
    '@type': 'BreadcrumbList',
    itemListElement: section.trail.map(({ url, title }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: title,
      item: origin + url,
    })),
  };
  const graph = { '@context': 'https://schema.org', '@graph': [article, crumbs] };
  return JSON.stringify(graph).replaceAll('<', '\\u003c');
}
