import { folderOf, outputPathOf, resolvePath } from '../base/address.ts';
import { readLinkTarget } from '../base/link-target.ts';
import { mostReadOf } from '../base/most-read.ts';
import type { Document } from '../model/document.ts';
import type { Site } from '../model/site.ts';
import type { Snapshot } from '../read/snapshot.ts';

/**
 * Where documents stand in the whole site, as numbers in the order in which they are read: enough to guess which few of
 * them a page is made from. It is only a guess, and whoever makes it must be able to tell a wrong one.
 */
export interface Places {
  /** Of each section one document that makes it known, and the number of the section that it lies in; -1 for none. */
  readonly sections: readonly (readonly [document: number, parent: number])[];
  /** Tags by their titles, each with the article that gives it its title. */
  readonly tags: readonly (readonly [title: string, document: number])[];
  /** Documents and their translations, each pair from both sides. */
  readonly translations: readonly (readonly [document: number, translation: number])[];
  /** Newest first. */
  readonly articles: readonly PlacedArticle[];
  /** Newest first. */
  readonly pinned: readonly number[];
  /** The highest figures first. */
  readonly mostRead: readonly number[];
}

/** `date` has the digits of year, month and day; the first home is the article's own section. */
export type PlacedArticle = readonly [
  document: number,
  date: number,
  tags: readonly number[],
  ...homes: number[],
];

/** Where in a placed article its homes begin. */
export const HOMES = 3;

export function placesIn(site: Site, { documents }: Snapshot): Places {
  const paths = documents.flatMap((group) => group.map(({ path }) => path));
  const numbers = new Map(paths.map((path, number) => [path, number]));
  const numberOf = ({ path }: { readonly path: string }): number => numbers.get(path) ?? -1;
  const sections = new Map(site.sections.map(({ name }, number) => [name, number]));
  const tags = new Map(site.tags.map(({ name }, number) => [name, number]));
  return {
    sections: site.sections.map(({ name, entry, ownArticles, pages }) => {
      const known = entry ?? ownArticles.find(({ section }) => section === name) ?? pages[0];
      const parent = name.parent === null ? -1 : (sections.get(name.parent) ?? -1);
      return [known === undefined ? -1 : numberOf(known.document), parent];
    }),
    tags: site.tags.map(({ title, articles }) => {
      const oldest = articles.at(-1);
      return [title, oldest === undefined ? -1 : numberOf(oldest.document)];
    }),
    translations: [...site.translations].flatMap(([path, translations]) =>
      translations.map((translation) => [numberOf({ path }), numberOf(translation)] as const),
    ),
    articles: site.articles.map(
      ({ document, year, month, day, tags: named, homes }): PlacedArticle => [
        numberOf(document),
        year * YEAR + month * MONTH + day,
        named.map((tag) => tags.get(tag) ?? -1),
        ...homes.map((home) => sections.get(home) ?? -1),
      ],
    ),
    pinned: site.root.pinned.map(({ document }) => numberOf(document)),
    mostRead: mostReadOf(site.articles, ({ document }) => document.views ?? 0).map(({ document }) =>
      numberOf(document),
    ),
  };
}

/** What a date is divided by to get its year, or its year and month. */
export const YEAR = 10_000;
export const MONTH = 100;

/** What of a list one page may show. */
export interface Reach {
  /** How many articles of its section, newer and older ones, an article's page may show. */
  readonly newer: number;
  readonly older: number;
  /** How many of the newest a list's own page may show. */
  readonly newest: number;
  /** How many of the newest of each section the front page may show. */
  readonly inBlock: number;
  /** How many articles a page of an archive holds: of a section that lies in so many others, or of a tag (null). */
  readonly limit: (depth: number | null) => number;
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
  const around = new Set([...texts, ...sections.map(([document]) => document)]);
  const byTitle = new Map(tags);
  articles.forEach((placed, index) => {
    // By their places: of ten thousand, taking each apart would take a twentieth of a second.
    if (!own.has(placed[0])) return;
    const section = placed[HOMES] ?? -1;
    for (const [step, most] of [[-1, reach.newer] as const, [1, reach.older] as const]) {
      let count = 0;
      for (let at = index + step; count < most; at += step) {
        const other = articles[at];
        if (other === undefined) break;
        if (other.indexOf(section, HOMES) < 0) continue;
        around.add(other[0]);
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
  // A file with an address of its own lies beside a text.
  const pages = isAddress ? [`/${file}/`, `/${folderOf(file)}/`].map(outputPathOf) : [];
  return [...files, ...pages].flatMap(numbersAt);
}
