import { MONTH, type Places, type Reach, YEAR } from './places.ts';

/** What may have to do with pages that list some articles. */
export interface Listings {
  /** Numbers of the documents that those pages are probably made from. */
  readonly documents: ReadonlySet<number>;
  /** Of the articles whose own pages may list one of them; all of these, and no guess. */
  readonly near: ReadonlySet<number>;
  /** Of the documents whose texts stand on pages that list one of them, or that may be led on to. */
  readonly texts: ReadonlySet<number>;
}

/**
 * The documents that it takes to plan every page on which one of the `own` articles is listed, as the whole site would:
 * on heads and feeds of lists the newest, on its page of an archive all, of that archive's other pages enough for them to
 * be cut in the same way, and of the articles around it in its section those that are around these. undefined if one is no
 * article that is shown.
 */
export function documentsListedWith(
  own: ReadonlySet<number>,
  places: Places,
  reach: Reach,
): Listings | undefined {
  const { articles, sections, tags, translations, pinned, mostRead } = places;
  const found = articles.flatMap(([number], index) => (own.has(number) ? [index] : []));
  if (found.length < own.size) return undefined;
  const above = sections.map((_, section) => withAbove(section, sections));
  const lists = listsIn(places, above);
  const documents = new Set(mostRead);
  const near = new Set<number>();
  const texts = new Set(own);

  const take = (index: number | undefined): void => {
    const [number, , named = []] = articles[index ?? -1] ?? [];
    if (number === undefined) return;
    documents.add(number);
    // The oldest article with a tag says how it is spelt.
    for (const tag of named) documents.add(tags[tag]?.[1] ?? -1);
  };
  const numberAt = (index: number | undefined): number => articles[index ?? -1]?.[0] ?? -1;
  const stretchAround = (list: List, at: number, divisor: number) => {
    const periodAt = (place: number): number =>
      Math.floor((articles[list[place] ?? -1]?.[1] ?? -1) / divisor);
    let [start, end] = [at, at + 1];
    while (start > 0 && periodAt(start - 1) === periodAt(at)) start--;
    while (end < list.length && periodAt(end) === periodAt(at)) end++;
    return { start, end };
  };
  /** Enough of the year and the month for these to have pages of their own, or to be cut up, as in the whole site. */
  const takeCuts = (list: List, at: number, limit: number): void => {
    take(list[at]);
    for (const divisor of [YEAR, MONTH]) {
      const { start, end } = stretchAround(list, at, divisor);
      if (end - start <= limit) return;
      for (const index of list.slice(start, start + limit + 1)) take(index);
    }
  };
  const takeArchive = (list: List, at: number, limit: number): void => {
    const stretches = [YEAR, MONTH, 1].map((divisor) => stretchAround(list, at, divisor));
    const page = stretches.find(({ start, end }) => end - start <= limit) ?? stretches.at(-1);
    if (page === undefined) return;
    for (const index of list.slice(page.start, page.end)) take(index);
    takeCuts(list, at, limit);
    if (page.start > 0) takeCuts(list, page.start - 1, limit);
    if (page.end < list.length) takeCuts(list, page.end, limit);
    // Lists name the years that they have.
    for (let place = 0; place < list.length; place = stretchAround(list, place, YEAR).end) take(list[place]);
  };
  const takeList = (list: List, at: number, limit: number): void => {
    const newest = list.slice(0, reach.newest);
    for (const index of newest) take(index);
    if (at < reach.newest) for (const index of newest) texts.add(numberAt(index));
    const numbers = new Set(list.map(numberAt));
    for (const number of pinned.filter((each) => numbers.has(each)).slice(0, reach.newest))
      documents.add(number);
    takeArchive(list, at, limit);
  };

  for (const list of lists.sections) for (const index of list.slice(0, reach.inBlock)) take(index);
  for (const index of found) {
    const [, date = 0, named = [], ...homes] = articles[index] ?? [];
    for (const section of sectionsAbove(homes, above)) {
      const list = lists.sections[section] ?? [];
      takeList(list, list.indexOf(index), reach.limit((above[section]?.length ?? 1) - 1));
    }
    for (const tag of named) {
      const list = lists.tags[tag] ?? [];
      takeList(list, list.indexOf(index), reach.limit(null));
    }
    for (const home of homes) {
      const list = lists.own[home] ?? [];
      const at = list.indexOf(index);
      const shown = list.slice(Math.max(0, at - reach.older), at + reach.newer + 1);
      // A joint announcement stands among the articles of other sections, but its page has those of its own.
      for (const other of shown) if (articles[other]?.[3] === home) near.add(numberAt(other));
      const both = reach.newer + reach.older;
      for (const other of list.slice(Math.max(0, at - both), at + both + 1)) take(other);
    }
    // What is said of all articles is cut by months.
    articles.forEach(([, other], place) => {
      if (Math.floor(other / MONTH) === Math.floor(date / MONTH)) take(place);
    });
  }
  for (const [number, translation] of translations) if (near.has(number)) documents.add(translation);
  for (const number of near) texts.add(number);
  return { documents, near, texts };
}

/** Places in `Places.articles`, newest first. */
type List = readonly number[];

interface Lists {
  /** What each section lists, with all that lies in it. */
  readonly sections: readonly List[];
  /** What each section lists by itself. */
  readonly own: readonly List[];
  readonly tags: readonly List[];
}

function listsIn({ articles, sections, tags }: Places, above: readonly (readonly number[])[]): Lists {
  const [all, own] = [sections.map((): number[] => []), sections.map((): number[] => [])];
  const tagged = tags.map((): number[] => []);
  articles.forEach(([, , named, ...homes], index) => {
    for (const home of homes) own[home]?.push(index);
    for (const section of sectionsAbove(homes, above)) all[section]?.push(index);
    for (const tag of named) tagged[tag]?.push(index);
  });
  return { sections: all, own, tags: tagged };
}

/** The homes and all sections that they lie in, each once. */
function sectionsAbove(homes: readonly number[], above: readonly (readonly number[])[]): Iterable<number> {
  const [home = -1, ...others] = homes;
  return others.length === 0 ? (above[home] ?? []) : new Set(homes.flatMap((each) => above[each] ?? []));
}

/** A section and all that it lies in, the root last. */
function withAbove(section: number, sections: Places['sections']): number[] {
  const numbers: number[] = [];
  for (let each = section; each >= 0; each = sections[each]?.[1] ?? -1) numbers.push(each);
  return numbers;
}
