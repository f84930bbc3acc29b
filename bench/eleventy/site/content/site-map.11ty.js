import { escapeHtml } from '../model/html.js';
import { HOME, page } from '../model/page.js';

export const data = { permalink: '/so-do/index.html', eleventyExcludeFromCollections: true };

export function render({ collections: { sections } }) {
  return page(
    '/so-do/',
    'Sơ đồ trang',
    { trail: HOME },
    `<div class="head"><h1>Sơ đồ trang</h1></div>
<ul class="tree">
${branch(sections[0], sections)}</ul>
`,
  );
}

/** A section with its years and what lies in it. */
function branch({ url, title, years }, sections) {
  const name = escapeHtml(title);
  const inside = sections.filter(({ parent }) => parent === url);
  const year = (period) =>
    `<li><a href="${period.url}" aria-label="${name}, ${period.date[0]}">${period.date[0]}</a></li>\n`;
  return `<li><a class="node" href="${url}">${name}</a>
${years.length === 0 ? '' : `<ul class="year-line">\n${years.map(year).join('')}</ul>\n`}${
  inside.length === 0 ? '' : `<ul>\n${inside.map((each) => branch(each, sections)).join('')}</ul>\n`
}</li>
`;
}
