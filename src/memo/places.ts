import { folderOf, outputPathOf, resolvePath } from '../base/address.ts';
import { readLinkTarget } from '../base/link-target.ts';
import type { Document } from '../model/document.ts';
import type { Site } from '../model/site.ts';
import type { Snapshot } from '../read/snapshot.ts';

/**
 * Where documents stand in the whole site, as numbers in the order in which they are read: enough to guess which few of
 * them a page is made from. It is only a guess, and whoever makes it must be able to tell a wrong one.
 */
export interface Places {
  /** Of each section one document that makes it known. */
  readonly sections: readonly number[];
  /** Tags by their titles, each with the article that gives it its title. */
  readonly tags: readonly (readonly [title: string, document: number])[];
  /** Documents and their translations, each pair from both sides. */
  readonly translations: readonly (readonly [document: number, translation: number])[];
  /** Newest first, each with its own section. */
  readonly articles: readonly (readonly [document: number, section: number])[];
}

export function placesIn(site: Site, { documents }: Snapshot): Places {
  const paths = documents.flatMap((group) => group.map(({ path }) => path));
  const numbers = new Map(paths.map((path, number) => [path, number]));
  const numberOf = ({ path }: { readonly path: string }): number => numbers.get(path) ?? -1;
  const sections = new Map(site.sections.map(({ name }, number) => [name, number]));
  return {
    sections: site.sections.flatMap(({ name, entry, ownArticles, pages }) => {
      const known = entry ?? ownArticles.find(({ section }) => section === name) ?? pages[0];
      return known === undefined ? [] : [numberOf(known.document)];
    }),
    tags: site.tags.flatMap(({ title, articles }) => {
      const oldest = articles.at(-1);
      return oldest === undefined ? [] : [[title, numberOf(oldest.document)] as const];
    }),
    translations: [...site.translations].flatMap(([path, translations]) =>
      translations.map((translation) => [numberOf({ path }), numberOf(translation)] as const),
    ),
    articles: site.articles.map(({ document, section }) => [numberOf(document), sections.get(section) ?? -1]),
  };
}

/** How many articles of its section, newer and older ones, an article's page may show. */
export interface Reach {
  readonly newer: number;
  readonly older: number;
}

/**
 * Which documents may have to do with pages that show the texts of some: these themselves, whoever gives their tags the
 * title, what they lead to, and a document of each section; of the `own`, whose own pages are among them, also their
 * translations and those within `reach`. `find` gives a document by its number, `numbersAt` the numbers of those that
 * may be meant by a path of `content/` or of the output.
 */
export function documentsAround(
  texts: ReadonlySet<number>,
  own: ReadonlySet<number>,
  reach: Reach,
  { sections, tags, translations, articles }: Places,
  find: (number: number) => Document | null | undefined,
  numbersAt: (path: string) => readonly number[],
): ReadonlySet<number> {
  const around = new Set([...texts, ...sections]);
  const byTitle = new Map(tags);
  articles.forEach(([number, section], index) => {
    if (!own.has(number)) return;
    for (const [step, most] of [[-1, reach.newer] as const, [1, reach.older] as const]) {
      let count = 0;
      for (let at = index + step; count < most && articles[at] !== undefined; at += step) {
        const [other = -1, home] = articles[at] ?? [];
        if (home !== section) continue;
        around.add(other);
        count++;
      }
    }
  });
  for (const [number, translation] of translations) if (own.has(number)) around.add(translation);
  for (const document of [...texts].map(find)) {
    for (const tag of document?.tags ?? []) {
      const oldest = byTitle.get(tag);
      if (oldest !== undefined) around.add(oldest);
    }
    for (const { target } of document?.outline.references ?? []) {
      for (const number of numbersFor(target, folderOf(document?.path ?? ''), numbersAt)) around.add(number);
    }
  }
  return around;
}

/** Documents that a link may lead to, as written in a document of `folder`. */
export function numbersFor(
  target: string,
  folder: string,
  numbersAt: (path: string) => readonly number[],
): readonly number[] {
  const link = readLinkTarget(target);
  if (link.kind !== 'internal' || link.path === '') return [];
  const isAddress = link.path.startsWith('/');
  const file = resolvePath(isAddress ? '' : folder, link.path);
  if (file === undefined) return [];
  const files = [file, `${file}.md`, `${file}/index.md`, `${file}/_index.md`];
  const pages = isAddress ? [outputPathOf(`/${file}/`)] : [];
  return [...files, ...pages].flatMap(numbersAt);
}
