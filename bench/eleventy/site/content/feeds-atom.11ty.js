import { escapedText } from '../model/fragments.js';
import { escapeHtml } from '../model/html.js';
import { ORIGIN, SITE } from '../model/site.js';

export const data = {
  pagination: {
    data: 'collections.sections',
    size: 1,
    alias: 'list',
    before: (lists) => lists.filter(({ depth }) => depth < 2),
  },
  permalink: ({ list }) => `${list.url}atom.xml`,
  eleventyExcludeFromCollections: true,
};

export function render({ list }) {
  const newest = list.articles.slice(0, 20);
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">
<id>${ORIGIN}${list.url}</id>
<title>${escapeHtml(list.feedTitle)}</title>
<updated>${newest[0]?.moment.rfc3339 ?? '1970-01-01T07:00:00+07:00'}</updated>
<author>
<name>${escapeHtml(SITE)}</name>
</author>
<link href="${ORIGIN}${list.url}" rel="alternate" type="text/html"/>
<link href="${ORIGIN}${list.url}atom.xml" rel="self" type="application/atom+xml"/>
${newest.map(entry).join('')}</feed>
`;
}

function entry(article) {
  const { url, title, summary, tags, moment } = article;
  const categories = tags.map((tag) => `<category term="${escapeHtml(tag)}"/>\n`);
  return `<entry>
<id>${ORIGIN}${url}</id>
<title>${escapeHtml(title)}</title>
<published>${moment.rfc3339}</published>
<updated>${moment.rfc3339}</updated>
<link href="${ORIGIN}${url}" rel="alternate" type="text/html"/>
${categories.join('')}<summary>${escapeHtml(summary)}</summary>
<content type="html">${escapedText(article)}</content>
</entry>
`;
}
