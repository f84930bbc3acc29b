import { SITE_ADDRESSES } from '../base/address.ts';
import type { Recall } from '../base/recall.ts';
import { compareText, compareVietnamese, slug } from '../base/vietnamese.ts';
import type { Document } from './document.ts';
import type { Article, Tag, TagName } from './site.ts';

export interface TagIndex {
  of(document: Document): readonly TagName[];
  /** Every tag with its articles, in the alphabet's order. `articles` come newest first. */
  fill(articles: readonly Article[]): readonly Tag[];
}

/** Tags whose slugs are alike are one tag, spelt as in its oldest article. `documents` are newest first. */
export function buildTags(documents: readonly Document[], recall: Recall): TagIndex {
  const titles = new Map<string, string>();
  const slugs = new Map<string, string>();
  const slugOf = (title: string): string => {
    let known = slugs.get(title);
    if (known === undefined) {
      known = tagSlug(title);
      slugs.set(title, known);
    }
    return known;
  };
  for (const document of documents) {
    for (const title of document.tags) titles.set(slugOf(title), title);
  }
  const names = new Map<string, TagName>();
  for (const tag of [...titles.keys()].sort(compareText)) {
    const name = { slug: tag, title: titles.get(tag) ?? tag, address: `${SITE_ADDRESSES.tags}${tag}/` };
    names.set(tag, recall.keep(recall, `tag ${tag}`, name));
  }
  const namesOf = (document: Document): TagName[] => {
    const found = document.tags.flatMap((title) => names.get(slugOf(title)) ?? []);
    return found.length > 1 ? [...new Set(found)] : found;
  };
  return {
    of: namesOf,
    fill(articles) {
      const lists = new Map<TagName, Article[]>([...names.values()].map((name) => [name, []]));
      for (const article of articles) for (const name of article.tags) lists.get(name)?.push(article);
      const ordered = recall.for(inAlphabet)(recall.keep(recall, 'tags', [...names.values()]));
      return ordered.map((name): Tag => {
        const own = recall.keep(name, 'articles', lists.get(name) ?? []);
        return recall.keep(name, 'tag', { ...name, name, articles: Object.freeze(own) });
      });
    },
  };
}

function inAlphabet(names: readonly TagName[]): readonly TagName[] {
  return [...names].sort((a, b) => compareVietnamese(a.title, b.title) || compareText(a.slug, b.slug));
}

/** A tag without a letter or digit gets its code points, so that it is not lost. */
function tagSlug(title: string): string {
  return slug(title) || [...title].map((character) => character.codePointAt(0)?.toString(16)).join('-');
}
