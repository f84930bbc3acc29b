import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../src/plan/calendars.ts';
import { wordsOf } from '../../src/plan/words/format.ts';

const sheet = (year: number, month: number, days: readonly number[] = []) =>
  calendarOf(
    wordsOf('vi'),
    year,
    month,
    { title: 'Tháng', href: '' },
    new Map(days.map((day) => [day, `#ngay-${day}`])),
  );

const numbers = (year: number, month: number): string[] =>
  sheet(year, month)
    .weeks.text.trim()
    .split('\n')
    .map((week) => [...week.matchAll(/<td>(?:<a[^>]*>)?(\d*)/g)].map(([, day]) => day || '.').join(' '));

describe('a sheet of the calendar', () => {
  it('begins its weeks on Monday, also in a leap year', () => {
    expect(numbers(2020, 2)).toEqual([
      '. . . . . 1 2',
      '3 4 5 6 7 8 9',
      '10 11 12 13 14 15 16',
      '17 18 19 20 21 22 23',
      '24 25 26 27 28 29 .',
    ]);
    expect(numbers(2021, 2)).toHaveLength(4);
    expect(numbers(2020, 8)).toHaveLength(6);
  });

  it('marks the days that have news, and says their date to those who do not see it', () => {
    const links = sheet(2020, 2, [17, 26]).weeks.text.match(/<a.*?<\/a>/g);
    expect(links).toEqual([
      '<a href="#ngay-17" aria-label="ngày 17 tháng 2 năm 2020">17</a>',
      '<a href="#ngay-26" aria-label="ngày 26 tháng 2 năm 2020">26</a>',
    ]);
  });
});
