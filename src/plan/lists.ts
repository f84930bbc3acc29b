import { ARCHIVE } from '../base/address.ts';
import { keysOf } from '../model/periods.ts';
import type { Article } from '../model/site.ts';
import type { Chrome } from './chrome.ts';
import type { Titled } from './languages.ts';
import type { Link, ListPart } from './views.ts';

/** So many articles stand on the head of a list and in its feeds. */
export const NEWEST = 20;
/** So many of those that are pinned stand first on a head. */
export const PINNED = 3;
/** And so many of a section on the front page. */
export const IN_BLOCK = 3;
/** So many newer ones, and so many older ones, follow an article on its own page. */
export const NEIGHBOURS = 5;

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
