import { calendarsOf, monthsIn, pager, shorterPeriods, stretchesOf } from '../model/archives.js';
import { link } from '../model/html.js';
import { page } from '../model/page.js';

export const data = {
  pagination: { data: 'collections.periods', size: 1, alias: 'period' },
  permalink: ({ period }) => `${period.url}index.html`,
  eleventyExcludeFromCollections: true,
};

export function render({ period }) {
  const { url, title, list, trail, parts } = period;
  const months = monthsIn(period);
  const calendars = calendarsOf(period, months);
  return page(
    url,
    `Lưu trữ ${title} - ${list.title}`,
    {
      description: `Tin tức và thông báo ${title}: ${list.title}.`,
      section: list.isSection ? list : undefined,
      trail,
      narrow: calendars === '',
    },
    `<div class="head">
<h1>Lưu trữ ${title}</h1>
<p class="description">${link(list)}</p>
</div>
<div class="archive${calendars && ' with-aside'}">
<div class="column">
${parts.length > 0 ? shorterPeriods(period) : stretchesOf(period, months)}${pager(period)}</div>
${calendars && aside(calendars)}</div>
`,
  );
}

function aside(calendars) {
  return `<div class="aside">
<section aria-labelledby="bt_calendar">
<h2 class="title" id="bt_calendar">Lịch các ngày có tin</h2>
<div class="calendars">
${calendars}</div>
</section>
</div>
`;
}
