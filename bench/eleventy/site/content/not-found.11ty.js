import { links } from '../model/html.js';
import { HOME, page } from '../model/page.js';

export const data = { permalink: '/404.html', eleventyExcludeFromCollections: true };

export function render({ collections: { sections } }) {
  return page(
    '/404.html',
    'Không tìm thấy trang',
    { trail: HOME, index: false, script: '/assets/not-found.0123456789.js' },
    `<div class="head">
<h1>Không tìm thấy trang</h1>
<p class="description">Địa chỉ này không có trên trang, hoặc bài đã được chuyển đi nơi khác.</p>
</div>
<p><a href="/">Về trang chủ</a> · <a href="/so-do/">Sơ đồ trang</a> · <a href="/doc-nhieu/">Tin đọc nhiều</a></p>
<section class="choice needs-script" id="bt_suggest" aria-live="polite" aria-labelledby="bt_meant" data-tags="/the/" data-read="/doc-nhieu/" data-nothing="Không có bài nào giống các chữ trong địa chỉ.">
<h2 class="title" id="bt_meant">Có thể bạn tìm</h2>
<p>Đang tìm theo các chữ trong địa chỉ…</p>
</section>
<section class="choice" aria-labelledby="bt_choice">
<h2 class="title" id="bt_choice">Chọn một chuyên mục</h2>
<ul class="chips">
${links(sections.slice(1))}</ul>
</section>
`,
  );
}
