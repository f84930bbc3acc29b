import type { Language } from '../base/messages/describe.ts';
import { two } from '../base/time.ts';
import type { Period } from '../model/periods.ts';

/** The words that planners put into views; all others stand in the templates. */
export interface PlanWords {
  readonly home: string;
  readonly archive: (period: string) => string;
  readonly period: (period: Period) => string;
  readonly allTags: string;
  readonly tag: (title: string) => string;
  readonly mostRead: string;
  readonly siteMap: string;
  readonly notFound: string;
  readonly feed: (title: string, kind: string) => string;
  /** Between the whole and the fraction of a number, and between groups of three digits. */
  readonly decimal: string;
  readonly group: string;
}

const vi: PlanWords = {
  home: 'Trang chủ',
  archive: (period) => `Lưu trữ ${period}`,
  period: ({ year, month, day }) =>
    day > 0
      ? `ngày ${two(day)}/${two(month)}/${year}`
      : month > 0
        ? `tháng ${month} năm ${year}`
        : `năm ${year}`,
  allTags: 'Tất cả các thẻ',
  tag: (title) => `Thẻ: ${title}`,
  mostRead: 'Tin đọc nhiều',
  siteMap: 'Sơ đồ trang',
  notFound: 'Không tìm thấy trang',
  feed: (title, kind) => `${title} (${kind})`,
  decimal: ',',
  group: '.',
};

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

const en: PlanWords = {
  home: 'Home',
  archive: (period) => `Archive: ${period}`,
  period: ({ year, month, day }) => {
    const name = MONTHS[month - 1] ?? '';
    return day > 0 ? `${day} ${name} ${year}` : month > 0 ? `${name} ${year}` : String(year);
  },
  allTags: 'All tags',
  tag: (title) => `Tag: ${title}`,
  mostRead: 'Most read',
  siteMap: 'Site map',
  notFound: 'Page not found',
  feed: (title, kind) => `${title} (${kind})`,
  decimal: '.',
  group: ',',
};

const WORDS: Readonly<Record<Language, PlanWords>> = { vi, en };

export function planWords(language: Language): PlanWords {
  return WORDS[language];
}

/** `1234` as `1.234`. */
export function formatCount(count: number, words: PlanWords): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, words.group);
}

/** Bytes as people read them: `34 kB`, `1,2 MB`. */
export function formatSize(bytes: number, words: PlanWords): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} kB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.', words.decimal)} MB`;
}
