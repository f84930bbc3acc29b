import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calendar,
  daysIn,
  formatDate,
  formatMachine,
  formatRfc822,
  formatRfc3339,
  formatTime,
  parseTimestamp,
  parseZone,
  type Timestamp,
  VIETNAM,
  type Zone,
} from '../../src/base/time.ts';

const UTC: Zone = { name: 'UTC', offset: 0 };
const NEWFOUNDLAND: Zone = { name: '-03:30', offset: -210 };

function read(text: string, zone: Zone = VIETNAM): string {
  const result = parseTimestamp(text, zone);
  if (!('time' in result)) return result.fault;
  return result.time.hasTime ? formatRfc3339(result.time, zone) : formatMachine(result.time, zone);
}

describe('reading a date', () => {
  it.each([
    ['17/02/2020 15:47', '2020-02-17T15:47:00+07:00'],
    ['17/02/2020 | 15:47', '2020-02-17T15:47:00+07:00'],
    ['17/02/2020|15:47', '2020-02-17T15:47:00+07:00'],
    ['17/02/2020, 15:47', '2020-02-17T15:47:00+07:00'],
    ['  17/2/2020    9:05  ', '2020-02-17T09:05:00+07:00'],
    ['17-02-2020 15h47', '2020-02-17T15:47:00+07:00'],
    ['17.02.2020 15:47:09', '2020-02-17T15:47:09+07:00'],
    ['17/02/2020', '2020-02-17'],
    ['05/02/2020', '2020-02-05'],
    ['29/02/2020', '2020-02-29'],
    ['2020-02-17', '2020-02-17'],
    ['2020-02-17 15:47', '2020-02-17T15:47:00+07:00'],
    ['2020-02-17T15:47:09.123', '2020-02-17T15:47:09+07:00'],
    ['2020-02-17T08:47:00Z', '2020-02-17T15:47:00+07:00'],
    ['2020-02-17T08:47:00z', '2020-02-17T15:47:00+07:00'],
    ['2020-02-17T23:30+0530', '2020-02-18T01:00:00+07:00'],
    ['2015-03-11 11:25:36 -0400', '2015-03-11T22:25:36+07:00'],
    ['2020-02-17T15:47:00+07:00', '2020-02-17T15:47:00+07:00'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    '',
    'hôm qua',
    '17/02',
    '17/02/20',
    '17/02-2020',
    '17 tháng 2 năm 2020',
    '17/02/202015:47',
    '17/02/2020 |',
    '17/02/2020 15',
    '17/02/2020 15:4',
    '17/02/2020 15:47 PM',
    '2020-02-17T',
    '2020-02-17T15:47 ICT',
    '20200217',
  ])('is strict about its form: %j', (text) => {
    expect(read(text)).toBe('form');
  });

  it.each([
    '31/02/2020',
    '29/02/2019',
    '29/02/1900',
    '31/04/2020',
    '00/02/2020',
    '17/00/2020',
    '32/13/2020',
    '17/02/1899',
    '17/02/2020 24:00',
    '17/02/2020 15:60',
    '17/02/2020 15:47:60',
    '2020-02-30',
    '2020-13-01',
    '2020-02-17T15:47+25:00',
    '2020-02-17T15:47+07:75',
  ])('knows what does not exist: %s', (text) => {
    expect(read(text)).toBe('range');
  });

  it('tells a month that stands first from a day that does not exist', () => {
    expect(read('02/17/2020')).toBe('month-first');
    expect(read('02/17/2020 9:00')).toBe('month-first');
    expect(read('02/17/2020 25:00')).toBe('range');
    expect(read('02/30/2020')).toBe('range');
  });

  it('takes a date without a zone for one of the site', () => {
    expect(parseTimestamp('17/02/2020 15:47', VIETNAM)).toEqual({
      time: { epoch: Date.UTC(2020, 1, 17, 8, 47) / 1000, hasTime: true },
    });
    expect(parseTimestamp('17/02/2020', NEWFOUNDLAND)).toEqual({
      time: { epoch: Date.UTC(2020, 1, 17, 3, 30) / 1000, hasTime: false },
    });
  });

  it('reads back what was printed, in any zone', () => {
    const moment = fc.integer({
      min: Date.UTC(1901, 0, 1) / 1000,
      max: Date.UTC(2100, 0, 1) / 1000,
    });
    const zone = fc.integer({ min: -14 * 60, max: 14 * 60 }).map((offset) => ({ name: '', offset }));
    fc.assert(
      fc.property(moment, zone, zone, (epoch, local, other) => {
        const time: Timestamp = { epoch, hasTime: true };
        expect(parseTimestamp(formatRfc3339(time, local), other)).toEqual({ time });
        const minute: Timestamp = { epoch: epoch - (((epoch % 60) + 60) % 60), hasTime: true };
        const shown = `${formatDate(minute, local)} ${formatTime(minute, local)}`;
        expect(parseTimestamp(shown, local)).toEqual({ time: minute });
        expect(Date.parse(formatRfc822(time, local)) / 1000).toBe(epoch);
      }),
      { numRuns: 500 },
    );
  });
});

describe('zones', () => {
  it.each([
    ['Asia/Ho_Chi_Minh', 420],
    ['asia/saigon', 420],
    ['UTC', 0],
    ['+07:00', 420],
    ['+0700', 420],
    ['+7', 420],
    ['GMT+7', 420],
    ['-03:30', -210],
    ['+14:00', 840],
  ])('%s is %i minutes east', (text, offset) => {
    expect(parseZone(text)).toEqual({ name: text, offset });
  });

  it.each(['Europe/Berlin', 'Giờ Hà Nội', '+15:00', '+14:01', '+07:60', '7', '', '07:00'])(
    '%j is none that this program knows',
    (text) => {
      expect(parseZone(text)).toBeUndefined();
    },
  );
});

describe('showing a date', () => {
  const seed: Timestamp = { epoch: Date.UTC(2020, 1, 17, 8, 47, 5) / 1000, hasTime: true };
  const day: Timestamp = { epoch: Date.UTC(2020, 1, 16, 17) / 1000, hasTime: false };

  it('is what readers of Vietnamese expect', () => {
    expect(formatDate(seed, VIETNAM)).toBe('17/02/2020');
    expect(formatTime(seed, VIETNAM)).toBe('15:47');
  });

  it('invents no time of day', () => {
    expect(formatDate(day, VIETNAM)).toBe('17/02/2020');
    expect(formatTime(day, VIETNAM)).toBe('');
    expect(formatMachine(day, VIETNAM)).toBe('2020-02-17');
  });

  it('has forms for machines', () => {
    expect(formatMachine(seed, VIETNAM)).toBe('2020-02-17T15:47+07:00');
    expect(formatRfc3339(seed, VIETNAM)).toBe('2020-02-17T15:47:05+07:00');
    expect(formatRfc822(seed, VIETNAM)).toBe('Mon, 17 Feb 2020 15:47:05 +0700');
    expect(formatRfc3339(seed, UTC)).toBe('2020-02-17T08:47:05+00:00');
    expect(formatRfc3339(seed, NEWFOUNDLAND)).toBe('2020-02-17T05:17:05-03:30');
    expect(formatRfc822(day, VIETNAM)).toBe('Mon, 17 Feb 2020 00:00:00 +0700');
  });

  it('depends on the zone alone', () => {
    expect(calendar({ epoch: 0, hasTime: true }, VIETNAM)).toEqual({
      year: 1970,
      month: 1,
      day: 1,
      hour: 7,
      minute: 0,
      second: 0,
    });
    expect(calendar({ epoch: 0, hasTime: true }, NEWFOUNDLAND)).toMatchObject({
      year: 1969,
      month: 12,
      day: 31,
      hour: 20,
      minute: 30,
    });
  });

  it.each([
    [2020, 2, 29],
    [2019, 2, 28],
    [2000, 2, 29],
    [1900, 2, 28],
    [2020, 4, 30],
    [2020, 12, 31],
  ])('knows the months: %i-%i has %i days', (year, month, days) => {
    expect(daysIn(year, month)).toBe(days);
  });
});
