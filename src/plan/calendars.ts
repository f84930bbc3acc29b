import { escapeHtml, Html } from '../base/html.ts';
import { daysIn } from '../base/time.ts';
import type { CalendarPart, Link } from './views.ts';
import type { Catalogue } from './words/catalogue.ts';

const WEEK = 7;

/**
 * A month as a sheet of weeks from Monday on; `hrefs` are where its marked days lead, by the day. Its cells are put
 * together here: an archive has forty of them a month, and in a template they would be half of its time.
 */
export function calendarOf(
  words: Catalogue,
  year: number,
  month: number,
  sheet: Link,
  hrefs: ReadonlyMap<number, string>,
): CalendarPart {
  const first = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % WEEK;
  const count = daysIn(year, month);
  let weeks = '';
  for (let start = 1 - first; start <= count; start += WEEK) {
    weeks += '<tr>';
    for (let day = start; day < start + WEEK; day++) {
      const href = hrefs.get(day);
      if (day < 1 || day > count) weeks += '<td></td>';
      else if (href === undefined) weeks += `<td>${day}</td>`;
      else {
        const label = escapeHtml(words.dayOf(day, month, year));
        weeks += `<td><a href="${escapeHtml(href)}" aria-label="${label}">${day}</a></td>`;
      }
    }
    weeks += '</tr>\n';
  }
  return {
    title: sheet.title,
    href: sheet.href,
    weekdays: weekdaysOf(words),
    weeks: new Html(weeks, () => weeks),
  };
}

function weekdaysOf(words: Catalogue): Html {
  let cells = '';
  for (const [short, long] of words.weekdays) cells += `<th scope="col" abbr="${long}">${short}</th>`;
  return new Html(cells, () => cells);
}
