import { SITE_ADDRESSES } from '../base/address.ts';
import type { Recall } from '../base/recall.ts';
import { compareText, compareVietnamese, slug } from '../base/vietnamese.ts';
import type { Document } from './document.ts';
import type { Article, Tag, TagName } from './site.ts';

/**
 * The tags of all articles, by their slugs. Those whose slugs are alike are one tag, spelt as in its oldest article.
 * `documents` are newest first.
 */
export function nameTags(documents: readonly Document[], recall: Recall): readonly TagName[] {
  // Of each spelling the last mention, so that of many articles not many slugs are made.
  const lastMentions = new Map<string, number>();
  let mentions = 0;
  for (const { tags } of documents) for (const title of tags) lastMentions.set(title, mentions++);
  const titles = new Map<string, string>();
  for (const [title] of [...lastMentions].sort(([, a], [, b]) => a - b)) titles.set(tagSlug(title), title);
  const names = [...titles].map(([tag, title]): TagName => {
    const name = { slug: tag, title, address: `${SITE_ADDRESSES.tags}${tag}/` };
    return recall.keep(recall, `tag ${tag}`, name);
  });
  return recall.sort(recall, 'tags', names, (a, b) => compareText(a.slug, b.slug));
}

/** Finds the tag that a writer's words name. */
export type TagFinder = (title: string) => TagName | undefined;

export function createTagFinder(names: readonly TagName[]): TagFinder {
  const bySlug = new Map(names.map((name) => [name.slug, name]));
  const byTitle = new Map<string, TagName | undefined>();
  return (title) => {
    if (!byTitle.has(title)) byTitle.set(title, bySlug.get(tagSlug(title)));
    return byTitle.get(title);
  };
}

/** Every tag with its articles, in the alphabet's order. `articles` come newest first. */
export function fillTags(names: readonly TagName[], articles: readonly Article[], recall: Recall): Tag[] {
  const lists = new Map<TagName, Article[]>(names.map((name) => [name, []]));
  for (const article of articles) for (const name of article.tags) lists.get(name)?.push(article);
  return recall
    .for(inAlphabet)(names)
    .map((name): Tag => {
      const own = recall.keep(name, 'articles', lists.get(name) ?? []);
      return recall.keep(name, 'tag', { ...name, name, articles: Object.freeze(own) });
    });
}

function inAlphabet(names: readonly TagName[]): readonly TagName[] {
  return [...names].sort((a, b) => compareVietnamese(a.title, b.title) || compareText(a.slug, b.slug));
}

/** A tag without a letter or digit gets its code points, so that it is not lost. */
function tagSlug(title: string): string {
  return slug(title) || [...title].map((character) => character.codePointAt(0)?.toString(16)).join('-');
}
