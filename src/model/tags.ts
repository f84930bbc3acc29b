import { SITE_ADDRESSES } from '../base/address.ts';
import { compareText, compareVietnamese, slug } from '../base/vietnamese.ts';
import type { Document } from './document.ts';
import type { Article, Tag } from './site.ts';

export interface TagIndex {
  /** In the alphabet's order. */
  readonly all: readonly Tag[];
  of(document: Document): readonly Tag[];
  /** Articles come newest first. */
  add(article: Article): void;
}

/** Tags whose slugs are alike are one tag, spelt as in its oldest article. `documents` are newest first. */
export function buildTags(documents: readonly Document[]): TagIndex {
  const titles = new Map<string, string>();
  const slugs = new Map<string, string>();
  const slugOf = (title: string): string => {
    const known = slugs.get(title) ?? tagSlug(title);
    slugs.set(title, known);
    return known;
  };
  for (const document of documents) {
    for (const title of document.tags) titles.set(slugOf(title), title);
  }
  const bySlug = new Map<string, Tag & { readonly articles: Article[] }>();
  for (const [tag, title] of titles) {
    bySlug.set(tag, { slug: tag, title, address: `${SITE_ADDRESSES.tags}${tag}/`, articles: [] });
  }
  const all = [...bySlug.values()].sort(
    (a, b) => compareVietnamese(a.title, b.title) || compareText(a.slug, b.slug),
  );
  const slugsOf = (document: Document): Set<string> => new Set(document.tags.map(slugOf));
  return {
    all,
    of: (document) => [...slugsOf(document)].flatMap((tag) => bySlug.get(tag) ?? []),
    add(article) {
      for (const tag of slugsOf(article.document)) bySlug.get(tag)?.articles.push(article);
    },
  };
}

/** A tag without a letter or digit gets its code points, so that it is not lost. */
function tagSlug(title: string): string {
  return slug(title) || [...title].map((character) => character.codePointAt(0)?.toString(16)).join('-');
}
