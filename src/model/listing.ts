import type { Document } from './document.ts';
import type { Dated } from './periods.ts';
import type { SectionName, TagName } from './site.ts';

/** On which lists an article stands: known before what its links lead to, for they may lead to lists. */
export interface Listing extends Dated {
  readonly document: Document;
  /** Its own section and those that it names in `also`. */
  readonly homes: readonly SectionName[];
  readonly tags: readonly TagName[];
}

const NO_DAY: Dated = { year: 1970, month: 1, day: 1 };

/** `also` holds the sections that the document names, none twice, its own left out. */
export function listDocument(
  document: Document,
  own: SectionName,
  also: readonly SectionName[],
  ...tags: readonly TagName[]
): Listing {
  const { year, month, day } = document.day ?? NO_DAY;
  return { document, homes: [own, ...also], tags, year, month, day };
}

/** Every list with what stands on it, in the order of the listings. */
export function listsOf(
  listings: readonly Listing[],
): { readonly address: string; readonly articles: readonly Listing[] }[] {
  const lists = new Map<SectionName | TagName, Listing[]>();
  for (const listing of listings) {
    for (const list of new Set([...listing.homes.flatMap(lineageOf), ...listing.tags])) {
      const known = lists.get(list);
      if (known) known.push(listing);
      else lists.set(list, [listing]);
    }
  }
  return [...lists].map(([{ address }, articles]) => ({ address, articles }));
}

/** A section and all that hold it. */
function lineageOf(section: SectionName): SectionName[] {
  return section.parent === null ? [section] : [section, ...lineageOf(section.parent)];
}
