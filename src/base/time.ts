/**
 * Dates as Vietnamese writers type them and readers expect them. Everything by hand: `Date` reads 05/02 as 2 May
 * and `Intl` prints `15:47 17/2/20`, and neither gives the same result on every machine.
 */

/** A moment. `epoch` is in seconds of UTC; without a time of day it is 00:00 in the site's zone. */
export interface Timestamp {
  readonly epoch: number;
  readonly hasTime: boolean;
}

/** A time zone with one offset for all time, which is what Vietnam has. Minutes east of UTC. */
export interface Zone {
  readonly name: string;
  readonly offset: number;
}

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const NAMED_OFFSETS: ReadonlyMap<string, number> = new Map([
  ['asia/ho_chi_minh', 420],
  ['asia/saigon', 420],
  ['asia/hanoi', 420],
  ['asia/bangkok', 420],
  ['asia/vientiane', 420],
  ['asia/phnom_penh', 420],
  ['utc', 0],
]);

export const VIETNAM: Zone = { name: 'Asia/Ho_Chi_Minh', offset: 420 };

/** A zone by its name or as an offset (`+07:00`); undefined for zones whose offset changes over the year. */
export function parseZone(text: string): Zone | undefined {
  const named = NAMED_OFFSETS.get(text.toLowerCase());
  if (named !== undefined) return { name: text, offset: named };
  const match = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(text);
  if (!match) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  if (Number(match[3] ?? 0) > 59 || minutes > 14 * 60) return undefined;
  return { name: text, offset: match[1] === '-' ? -minutes : minutes };
}

/** Why a text is no date: not of a known form; a day or hour that does not exist; month before day. */
export type TimeFault = 'form' | 'range' | 'month-first';
export type TimeResult = { readonly time: Timestamp } | { readonly fault: TimeFault };

const TIME = String.raw`(\d{1,2})[:h](\d{2})(?::(\d{2})(?:[.,]\d+)?)?`;
const DAY_FIRST = new RegExp(
  String.raw`^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:(?:\s*\|\s*|\s*,\s*|\s+)${TIME})?$`,
);
const ISO = new RegExp(
  String.raw`^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:(?:\s*\|\s*|[Tt]|\s+)${TIME}\s*([Zz]|[+-]\d{2}:?\d{2})?)?$`,
);

/** Reads `dd/mm/yyyy`, with or without `HH:MM[:SS]`, and ISO 8601 with or without a zone; strictly. */
export function parseTimestamp(text: string, zone: Zone): TimeResult {
  const value = text.trim().replace(/\s+/g, ' ');
  const iso = ISO.exec(value);
  if (iso) {
    const [, year, , month, day, hour, minute, second, suffix] = iso;
    const offset = offsetOf(suffix, zone);
    return offset === undefined
      ? { fault: 'range' }
      : build([year, month, day, hour, minute, second], offset);
  }
  const dayFirst = DAY_FIRST.exec(value);
  if (!dayFirst) return { fault: 'form' };
  const [, day, , month, year, hour, minute, second] = dayFirst;
  const result = build([year, month, day, hour, minute, second], zone.offset);
  const swapped = 'fault' in result && 'time' in build([year, day, month, hour, minute, second], zone.offset);
  return swapped ? { fault: 'month-first' } : result;
}

/** Minutes east of UTC; undefined for an offset that no clock has. */
function offsetOf(suffix: string | undefined, zone: Zone): number | undefined {
  if (suffix === undefined) return zone.offset;
  return /^z$/i.test(suffix) ? 0 : parseZone(suffix)?.offset;
}

type Parts = readonly (string | undefined)[];

function build(parts: Parts, offset: number): TimeResult {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) =>
    Number(part ?? 0),
  );
  const exists =
    year >= 1900 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysIn(year, month) &&
    hour < 24 &&
    minute < 60 &&
    second < 60;
  if (!exists) return { fault: 'range' };
  const epoch = Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - offset * 60;
  return { time: { epoch, hasTime: parts[3] !== undefined } };
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days in a month of the Gregorian calendar; `month` counts from 1 to 12. */
export function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
}

/** The date and time of day that a clock in `zone` shows. */
export function calendar(time: Timestamp, zone: Zone): CalendarDate {
  const shifted = new Date((time.epoch + zone.offset * 60) * 1000);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
  };
}

export function two(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

/** `17/02/2020` */
export function formatDate(time: Timestamp, zone: Zone): string {
  const { year, month, day } = calendar(time, zone);
  return `${two(day)}/${two(month)}/${year}`;
}

/** `15:47`, or an empty text where no time was given. */
export function formatTime(time: Timestamp, zone: Zone): string {
  if (!time.hasTime) return '';
  const { hour, minute } = calendar(time, zone);
  return `${two(hour)}:${two(minute)}`;
}

/** For `datetime` attributes: `2020-02-17T15:47+07:00`, or `2020-02-17` where no time was given. */
export function formatMachine(time: Timestamp, zone: Zone): string {
  const { year, month, day } = calendar(time, zone);
  const date = `${year}-${two(month)}-${two(day)}`;
  return time.hasTime ? `${date}T${formatTime(time, zone)}${formatOffset(zone)}` : date;
}

/** RFC 3339, always with a time: `2020-02-17T15:47:00+07:00`. For feeds, sitemaps and JSON. */
export function formatRfc3339(time: Timestamp, zone: Zone): string {
  const { year, month, day, hour, minute, second } = calendar(time, zone);
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}${formatOffset(zone)}`;
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** RFC 822, as RSS 2.0 wants it: `Mon, 17 Feb 2020 15:47:00 +0700`. */
export function formatRfc822(time: Timestamp, zone: Zone): string {
  const { year, month, day, hour, minute, second } = calendar(time, zone);
  const weekday = WEEKDAYS[new Date((time.epoch + zone.offset * 60) * 1000).getUTCDay()];
  const date = `${weekday}, ${two(day)} ${MONTHS[month - 1]} ${year}`;
  return `${date} ${two(hour)}:${two(minute)}:${two(second)} ${formatOffset(zone).replace(':', '')}`;
}

function formatOffset(zone: Zone): string {
  const minutes = Math.abs(zone.offset);
  return `${zone.offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
