import type { Language } from '../../base/messages/describe.ts';
import { calendar, formatMachine, formatTime, type Timestamp, type Zone } from '../../base/time.ts';
import type { Period } from '../../model/periods.ts';
import type { TimePart } from '../views.ts';
import type { Catalogue } from './catalogue.ts';
import { en } from './en.ts';
import { vi } from './vi.ts';

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { vi, en };

export function wordsOf(language: Language): Catalogue {
  return CATALOGUES[language];
}

/** `tháng 2 năm 2020` */
export function formatPeriod({ year, month, day }: Period, words: Catalogue): string {
  return words.period(year, month, day);
}

/** `1234` as `1.234`. */
export function formatCount(count: number, words: Catalogue): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, words.group);
}

/** Bytes as people read them: `34 kB`, `1,2 MB`. */
export function formatSize(bytes: number, words: Catalogue): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} kB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.', words.decimal)} MB`;
}

export function formatMoment(time: Timestamp, zone: Zone, words: Catalogue): TimePart {
  const { day, month, year } = calendar(time, zone);
  return {
    date: words.date(day, month, year),
    time: formatTime(time, zone),
    machine: formatMachine(time, zone),
  };
}
