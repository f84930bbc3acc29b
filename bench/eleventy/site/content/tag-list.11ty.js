import { links } from '../model/html.js';
import { HOME, page } from '../model/page.js';

export const data = { permalink: '/the/index.html', eleventyExcludeFromCollections: true };

export function render({ collections: { tags } }) {
  return page(
    '/the/',
    'Tất cả các thẻ',
    { trail: HOME },
    `<div class="head"><h1>Tất cả các thẻ</h1></div>
<ul class="chips">
${links(tags)}</ul>
`,
  );
}
