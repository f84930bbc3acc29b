import { ARCHIVE } from '../base/address.ts';
import type { Article } from '../model/site.ts';
import type { PlanContext } from './parts.ts';
import type { Link, ListPart } from './views.ts';

/** Something that lists articles: a section, the whole site, or a tag. */
export interface ArticleList {
  readonly title: string;
  readonly address: string;
  /** Newest first. */
  readonly articles: readonly Article[];
}

export function listPart(context: PlanContext, list: ArticleList): ListPart {
  return { ...context.link(list), years: yearLinks(context, list) };
}

/** The years that the list has an archive of, newest first. */
export function yearLinks(context: PlanContext, list: ArticleList): Link[] {
  const years = [...new Set(list.articles.map((article) => article.year))];
  return years.map((year) => ({
    title: String(year),
    href: context.href(`${list.address}${ARCHIVE}/${year}/`),
  }));
}
