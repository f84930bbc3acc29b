import { ARCHIVE } from '../base/address.ts';
import { keysOf } from '../model/periods.ts';
import type { Article } from '../model/site.ts';
import type { Chrome } from './chrome.ts';
import type { Titled } from './languages.ts';
import type { Link, ListPart } from './views.ts';

/** Something that lists articles: a section, the whole site, or a tag. */
export interface ArticleList extends Titled {
  /** Newest first. */
  readonly articles: readonly Article[];
}

export function listPart(chrome: Chrome, list: ArticleList): ListPart {
  return { ...chrome.link(list), words: chrome.sitePart.words, years: yearLinks(chrome, list) };
}

/** The years that the list has an archive of, newest first. */
export function yearLinks(chrome: Chrome, list: ArticleList): Link[] {
  return keysOf(list.articles, (article) => article.year).map((year) => ({
    title: String(year),
    href: chrome.href(`${list.address}${ARCHIVE}/${year}/`),
  }));
}
