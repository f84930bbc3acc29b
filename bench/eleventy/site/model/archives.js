import { cards } from './fragments.js';
import { capitalised, links } from './html.js';
import { groupBy } from './lists.js';

/** The parts of a period's page. */

/** The articles of a period by month and day, with ids that calendars lead to. */
export function monthsIn({ articles }) {
  return [...groupBy(articles, ({ moment }) => moment.month)].map(([month, ofMonth]) => ({
    month,
    id: `thang-${month}`,
    days: [...groupBy(ofMonth, ({ moment }) => moment.day)].map(([day, ofDay]) => ({
      day,
      id: `ngay-${day}-${month}`,
      articles: ofDay,
    })),
  }));
}

export function shorterPeriods({ title, parts }) {
  const places = parts.map((part) => ({ url: part.url, title: capitalised(part.title) }));
  return `<h2 class="hidden">Các kỳ trong ${title}</h2>
<ul class="chips periods">
${links(places)}</ul>
`;
}

/** All articles of a period, and above them where each month begins, if there are several. */
export function stretchesOf({ title }, months) {
  const several = months.length > 1;
  const jump = ({ id, month }) => `<li><a href="#${id}">Tháng ${month}</a></li>\n`;
  const day = ({ id, articles }) => `<div class="cards" id="${id}">\n${cards(articles)}</div>\n`;
  const stretch = ({ id, month, days }) => `<section class="stretch" aria-labelledby="${id}">
<h2 class="${several ? 'signpost' : 'hidden'}" id="${id}">Tháng ${month}</h2>
${days.map(day).join('')}</section>
`;
  const nav = `<nav aria-label="Các kỳ trong ${title}">
<ul class="chips jump">
${months.map(jump).join('')}</ul>
</nav>
`;
  return `${several ? nav : ''}<div class="stretches">\n${months.map(stretch).join('')}</div>\n`;
}

export function pager({ newer, older }) {
  if (!newer && !older) return '';
  return `<nav class="pager" aria-label="Kỳ khác">
${newer ? `<a class="newer" href="${newer.url}">Mới hơn: ${newer.title}</a>\n` : ''}${
  older ? `<a class="older" href="${older.url}">Cũ hơn: ${older.title}</a>\n` : ''
}</nav>
`;
}

/**
 * A year of few articles shows each of its months, a month of many the days that have a page of their own. Tags have
 * none.
 */
export function calendarsOf({ list, date: [year, month, day], parts }, months) {
  if (!list.isSection || day !== undefined || (month === undefined && parts.length > 0)) return '';
  if (parts.length > 0) {
    return sheet(year, month, '', new Map(parts.map(({ date, url }) => [date[2], url])));
  }
  return months
    .map(({ month: of, id, days }) =>
      sheet(
        year,
        of,
        month === undefined ? `#${id}` : '',
        new Map(days.map((each) => [each.day, `#${each.id}`])),
      ),
    )
    .join('');
}

const WEEKDAYS = ['Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy', 'Chủ nhật']
  .map((name, index) => `<th scope="col" abbr="${name}">${index < 6 ? `T${index + 2}` : 'CN'}</th>`)
  .join('');

/** A month in weeks from Monday on; `hrefs` are where its marked days lead, by the day. */
function sheet(year, month, href, hrefs) {
  const first = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const title = `Tháng ${month}`;
  let weeks = '';
  for (let start = 1 - first; start <= count; start += 7) {
    weeks += '<tr>';
    for (let day = start; day < start + 7; day++) {
      const to = hrefs.get(day);
      if (day < 1 || day > count) weeks += '<td></td>';
      else if (to === undefined) weeks += `<td>${day}</td>`;
      else weeks += `<td><a href="${to}" aria-label="ngày ${day} tháng ${month} năm ${year}">${day}</a></td>`;
    }
    weeks += '</tr>\n';
  }
  return `<table class="calendar">
<caption>${href ? `<a href="${href}">${title}</a>` : title}</caption>
<thead><tr>${WEEKDAYS}</tr></thead>
<tbody>
${weeks}</tbody>
</table>
`;
}
