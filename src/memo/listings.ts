import { HOMES, MONTH, type PlacedArticle, type Places, type Reach, YEAR } from './places.ts';

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
  const found = articles.flatMap((placed, index) => (own.has(placed[0]) ? [index] : []));
  if (found.length < own.size) return undefined;
  const above = sections.map((_, section) => withAbove(section, sections));
  const lists = listsWith(found, places, above, reach.inBlock);
  const documents = new Set(mostRead);
  const near = new Set<number>();
  const texts = new Set(own);
  const pinnedOnes = new Set(pinned);

  const take = (index: number): void => {
    const placed = articles[index];
    if (placed === undefined) return;
    documents.add(placed[0]);
    // The oldest article with a tag says how it is spelt.
    for (const tag of placed[2]) documents.add(tags[tag]?.[1] ?? -1);
  };
  const numberAt = (index: number): number => articles[index]?.[0] ?? -1;
  const takeList = (list: List, article: number, limit: number): void => {
    const at = list.indexOf(article);
    const newest = list.slice(0, reach.newest);
    for (const index of newest) take(index);
    if (at < reach.newest) for (const index of newest) texts.add(numberAt(index));
    const isPinned = (index: number): boolean => pinnedOnes.has(numberAt(index));
    for (const index of list.filter(isPinned).slice(0, reach.newest)) take(index);
    const dateAt = (place: number): number | undefined => articles[list[place] ?? -1]?.[1];
    for (const place of archiveAround(dateAt, at, limit)) take(list[place] ?? -1);
  };

  for (const list of lists.sections) for (const index of list.slice(0, reach.inBlock)) take(index);
  for (const index of found) {
    const [, date = 0, named = [], ...homes] = articles[index] ?? [];
    for (const section of sectionsAbove(homes, above)) {
      takeList(lists.sections[section] ?? [], index, reach.limit((above[section]?.length ?? 1) - 1));
    }
    for (const tag of named) takeList(lists.tags[tag] ?? [], index, reach.limit(null));
    for (const home of homes) {
      const list = lists.own[home] ?? [];
      const at = list.indexOf(index);
      for (let place = Math.max(0, at - reach.older); place <= at + reach.newer; place++) {
        const other = list[place] ?? -1;
        const [number = -1, , tagsOfOther = [], section] = articles[other] ?? [];
        // A joint announcement stands among the articles of other sections, but its page has those of its own.
        if (section !== home) continue;
        // Beyond its neighbours an article's page lists those that have a tag in common with it.
        const isNeighbour = place >= at - reach.newer;
        if (!isNeighbour && !tagsOfOther.some((tag) => named.includes(tag))) continue;
        near.add(number);
        const end = place + (tagsOfOther.length > 0 ? reach.older : reach.newer);
        for (const around of list.slice(Math.max(0, place - reach.newer), end + 1)) take(around);
      }
    }
    // What is said of all articles is cut by months.
    articles.forEach((other, place) => {
      if (Math.floor(other[1] / MONTH) === Math.floor(date / MONTH)) take(place);
    });
  }
  for (const [number, translation] of translations) if (near.has(number)) documents.add(translation);
  for (const number of near) texts.add(number);
  return { documents, near, texts };
}

/**
 * Places in a list that has these dates, newest first: all on that page of its archive on which the one at `at` stands, and of
 * the pages before and after it enough for years and months to be cut as the whole list is; and one of each year.
 */
function archiveAround(
  dateAt: (place: number) => number | undefined,
  at: number,
  limit: number,
): readonly number[] {
  const places: number[] = [];
  const add = (start: number, end: number): void => {
    for (let place = start; place < end; place++) places.push(place);
  };
  const stretchAround = (place: number, divisor: number) => {
    const periodAt = (other: number): number => Math.floor((dateAt(other) ?? -1) / divisor);
    const period = periodAt(place);
    let [start, end] = [place, place + 1];
    while (periodAt(start - 1) === period) start--;
    while (periodAt(end) === period) end++;
    return { start, end };
  };
  /** Where the page with that place begins and ends; so much is added of what is cut up above it that it is cut here too. */
  const pageWith = (place: number) => {
    for (const divisor of [YEAR, MONTH]) {
      const stretch = stretchAround(place, divisor);
      if (stretch.end - stretch.start <= limit) return stretch;
      add(stretch.start, stretch.start + limit + 1);
    }
    return stretchAround(place, 1);
  };
  const page = pageWith(at);
  add(page.start, page.end);
  for (const place of [page.start - 1, page.end]) {
    if (dateAt(place) === undefined) continue;
    places.push(place);
    pageWith(place);
  }
  for (let place = 0; dateAt(place) !== undefined; place = stretchAround(place, YEAR).end) places.push(place);
  return places;
}

/** Places in `Places.articles`, newest first. */
type List = readonly number[];

interface Lists {
  /** What sections list, with all that lies in them: of those that are `wanted` all, of others the newest. */
  readonly sections: readonly List[];
  /** What sections list by themselves. */
  readonly own: readonly List[];
  readonly tags: readonly List[];
}

/** Those on which one of the `wanted` articles stands. */
function listsWith(wanted: readonly number[], places: Places, above: Above, inBlock: number): Lists {
  const { articles, sections, tags } = places;
  const homes = new Set(wanted.flatMap((index) => homesOf(articles[index])));
  const holding = new Set([...homes].flatMap((home) => above[home] ?? []));
  const named = new Set(wanted.flatMap((index) => articles[index]?.[2] ?? []));
  const [all, own] = [sections.map((): number[] => []), sections.map((): number[] => [])];
  const tagged = tags.map((): number[] => []);
  articles.forEach((placed, index) => {
    for (const section of sectionsAbove(homesOf(placed), above)) {
      const list = all[section];
      if (list !== undefined && (holding.has(section) || list.length < inBlock)) list.push(index);
    }
    for (let at = HOMES; at < placed.length; at++) {
      const home = placed[at] as number;
      if (homes.has(home)) own[home]?.push(index);
    }
    for (const tag of placed[2]) if (named.has(tag)) tagged[tag]?.push(index);
  });
  return { sections: all, own, tags: tagged };
}

function homesOf(placed: PlacedArticle | undefined): readonly number[] {
  return (placed?.slice(HOMES) ?? []) as readonly number[];
}

/** Of each section, itself and all that it lies in, the root last. */
type Above = readonly (readonly number[])[];

/** The homes and all sections that they lie in, each once. */
function sectionsAbove(homes: readonly number[], above: Above): Iterable<number> {
  const [home = -1, ...others] = homes;
  return others.length === 0 ? (above[home] ?? []) : new Set(homes.flatMap((each) => above[each] ?? []));
}

function withAbove(section: number, sections: Places['sections']): number[] {
  const numbers: number[] = [];
  for (let each = section; each >= 0; each = sections[each]?.[1] ?? -1) numbers.push(each);
  return numbers;
}
