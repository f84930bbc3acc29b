import { SITE_ADDRESSES } from '../base/address.ts';
import type { Language } from '../base/messages/describe.ts';
import type { Recall } from '../base/recall.ts';
import { compareText, compareVietnamese, slug } from '../base/vietnamese.ts';
import type { Document } from './document.ts';
import { sectionOf } from './find-section.ts';
import { type ListedMonth, listOfMonths, monthOf } from './list-of-months.ts';
import type { Article, SectionName, Tag, TagName } from './site.ts';

/**
 * The tags of all articles, by their slugs. Those whose slugs are alike are one tag, spelt as in its oldest article.
 * Months are newest first, and so are the documents in them.
 */
export function nameTags(
  months: readonly (readonly Document[])[],
  sections: readonly SectionName[],
  recall: Recall,
): readonly TagName[] {
  const seen = new Set<string>();
  const titles = new Map<string, readonly [string, Language]>();
  for (const month of months.toReversed()) {
    for (const spelling of recall.for(spellingsIn)(month, sections, recall)) {
      const [title] = spelling;
      if (seen.has(title)) continue;
      seen.add(title);
      const tag = tagSlug(title);
      if (!titles.has(tag)) titles.set(tag, spelling);
    }
  }
  const names = [...titles].map(([tag, [title, language]]): TagName => {
    const name = { slug: tag, title, language, address: `${SITE_ADDRESSES.tags}${tag}/` };
    return recall.keep(recall, `tag ${tag}`, name);
  });
  return recall.sort(recall, 'tags', names, (a, b) => compareText(a.slug, b.slug));
}

/** What tags are called, from the oldest document on, each with the language of the first that calls it so. */
type Spellings = ReadonlyMap<string, Language>;

function spellingsIn(
  documents: readonly Document[],
  sections: readonly SectionName[],
  recall: Recall,
): Spellings {
  const spellings = new Map<string, Language>();
  for (const document of documents.toReversed()) {
    if (document.tags.length === 0) continue;
    const language = document.language ?? sectionOf(document, sections, recall).language;
    for (const title of document.tags.toReversed()) {
      if (!spellings.has(title)) spellings.set(title, language);
    }
  }
  return spellings;
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

/** Every tag with its articles, in the alphabet's order. Months are newest first, and so are the articles in them. */
export function fillTags(
  names: readonly TagName[],
  months: readonly (readonly Article[])[],
  recall: Recall,
): Tag[] {
  const lists = new Map<TagName, ListedMonth[]>(names.map((name) => [name, []]));
  for (const month of months) {
    for (const [name, listed] of recall.for(articlesByTag)(month, recall)) lists.get(name)?.push(listed);
  }
  return recall
    .for(inAlphabet)(names)
    .map((name): Tag => {
      const articles = listOfMonths(name, 'articles', lists.get(name) ?? [], recall);
      return recall.keep(name, 'tag', { ...name, name, articles });
    });
}

function articlesByTag(month: readonly Article[], recall: Recall): ReadonlyMap<TagName, ListedMonth> {
  const lists = new Map<TagName, Article[]>();
  for (const article of month) {
    for (const name of article.tags) {
      const known = lists.get(name);
      if (known) known.push(article);
      else lists.set(name, [article]);
    }
  }
  const part = monthOf(month);
  return new Map(
    [...lists].map(([name, listed]) => [name, recall.keep(name, `articles of ${part}`, listed)]),
  );
}

function inAlphabet(names: readonly TagName[]): readonly TagName[] {
  return [...names].sort((a, b) => compareVietnamese(a.title, b.title) || compareText(a.slug, b.slug));
}

/** A tag without a letter or digit gets its code points, so that it is not lost. */
function tagSlug(title: string): string {
  return slug(title) || [...title].map((character) => character.codePointAt(0)?.toString(16)).join('-');
}
