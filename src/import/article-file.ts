import { freeName } from '../base/address.ts';
import { calendar, formatDate, formatTime, two } from '../base/time.ts';
import { slug } from '../base/vietnamese.ts';
import type { ImportedArticle } from './portal-text.ts';

export interface ArticleFile {
  /** Without its ending: `2020-02-17-thuong-truc-hoi-…`. */
  readonly name: string;
  /** Front matter and Markdown; NFC, LF, and a line break at the end. */
  readonly text: string;
}

/** An imported article as the file that a writer would have written in a folder of `content/`. */
export function articleFile(article: ImportedArticle, folder = ''): ArticleFile {
  const { title, date, zone, views, body } = article;
  const { year, month, day, second } = calendar(date, zone);
  const clock = second > 0 ? `${formatTime(date, zone)}:${two(second)}` : formatTime(date, zone);
  const fields = [
    fieldLine('title', title),
    fieldLine('date', `${formatDate(date, zone)} ${clock}`.trim()),
    ...(views === null ? [] : [fieldLine('views', String(views))]),
  ];
  return {
    name: `${year}-${two(month)}-${two(day)}-${freeName(slug(title) || 'bai', folder)}`,
    text: `---\n${fields.join('')}---\n${body === '' ? '' : `\n${body}`}`,
  };
}

/** One field of front matter. Values are read to the end of the line, but for those that would seem YAML's own, or not whole. */
export function fieldLine(name: string, value: string): string {
  const isQuoted = /^(["']).*\1$/.test(value);
  const isUnclosed = /^(["'])(?!.*\1)/.test(value);
  const needsQuotes = /^[|>]/.test(value) || isQuoted || isUnclosed;
  return `${name}: ${needsQuotes ? JSON.stringify(value) : value}\n`;
}
