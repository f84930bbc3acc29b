import type { Diagnostic } from '../base/diagnostic.ts';
import { calendar, type Zone } from '../base/time.ts';
import type { Document } from './document.ts';
import type { Dated } from './periods.ts';
import type { SectionDraft, SectionTree } from './sections.ts';
import type { Tag } from './site.ts';
import type { TagIndex } from './tags.ts';

/** On which lists an article stands: known before what its links lead to, for they may lead to lists. */
export interface Listing extends Dated {
  readonly document: Document;
  /** Its own section and those that it names in `also`. */
  readonly homes: ReadonlySet<SectionDraft>;
  /** These and all that hold them. */
  readonly sections: ReadonlySet<SectionDraft>;
  readonly tags: readonly Tag[];
}

export function listDocument(
  document: Document,
  tree: SectionTree,
  tags: TagIndex,
  zone: Zone,
  report: (diagnostic: Diagnostic) => void,
): Listing {
  const homes = new Set([tree.of(document.folders)]);
  for (const words of document.also) {
    const section = tree.named(words, report);
    if (section) homes.add(section);
  }
  const sections = new Set<SectionDraft>();
  for (const home of homes) {
    for (let section: SectionDraft | null = home; section; section = section.parent) sections.add(section);
  }
  const { year, month, day } = calendar({ epoch: document.date?.epoch ?? 0, hasTime: true }, zone);
  return { document, homes, sections, tags: tags.of(document), year, month, day };
}

/** Every list with what stands on it, in the order of the listings. */
export function listsOf(
  listings: readonly Listing[],
): { readonly address: string; readonly articles: readonly Listing[] }[] {
  const lists = new Map<SectionDraft | Tag, Listing[]>();
  for (const listing of listings) {
    for (const list of [...listing.sections, ...listing.tags]) {
      const known = lists.get(list);
      if (known) known.push(listing);
      else lists.set(list, [listing]);
    }
  }
  return [...lists].map(([{ address }, articles]) => ({ address, articles }));
}
