import { daysIn } from '../base/time.ts';
import type { CalendarDay, CalendarPart, Link } from './views.ts';
import type { Catalogue } from './words/catalogue.ts';

const WEEK = 7;

/** A month as a sheet of weeks from Monday on; `hrefs` are where its marked days lead, by the day. */
export function calendarOf(
  words: Catalogue,
  year: number,
  month: number,
  sheet: Link,
  hrefs: ReadonlyMap<number, string>,
): CalendarPart {
  const first = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % WEEK;
  const count = daysIn(year, month);
  const weeks: CalendarDay[][] = [];
  for (let start = 1 - first; start <= count; start += WEEK) {
    weeks.push(
      Array.from({ length: WEEK }, (_, index): CalendarDay => {
        const day = start + index;
        if (day < 1 || day > count) return { day: '', href: '', label: '' };
        const href = hrefs.get(day) ?? '';
        return { day: String(day), href, label: href === '' ? '' : words.dayOf(day, month, year) };
      }),
    );
  }
  return { ...sheet, weekdays: words.weekdays, weeks };
}
