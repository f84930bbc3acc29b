import { two } from '../base/time.ts';
import type { Dated } from './periods.ts';

/** `2020-02` */
export function nameOfMonth({ year, month }: Pick<Dated, 'year' | 'month'>): string {
  return `${year}-${two(month)}`;
}

/** Where machines find what is said of a month's articles. */
export function machineFilesOf(month: Pick<Dated, 'year' | 'month'>): {
  readonly sitemap: string;
  readonly api: string;
} {
  const name = nameOfMonth(month);
  return { sitemap: `/sitemap/${name}.xml`, api: `/api/${name}.json` };
}
