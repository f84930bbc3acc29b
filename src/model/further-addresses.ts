import { folderOf, nameOf, SHARING_PICTURE } from '../base/address.ts';
import { createRecall } from '../base/recall.ts';
import { FEED_FILES, feedsOf } from './feeds.ts';
import { machineFilesOf } from './machine-files.ts';
import { archiveOf, archivePages } from './periods.ts';
import type { Placed } from './placing.ts';
import { isPublishable } from './publish-files.ts';
import type { PublishedFile, SectionName, TagName } from './site.ts';
import type { Targets } from './targets.ts';

/**
 * What is published besides documents, sections and the pages that every site has. It is much and linked to by hand
 * almost never, so it is only looked for where a link looks like it.
 */
export interface FurtherAddresses {
  /** Archives, tags and feeds, what machines read of a month, the pictures that stand for sections. */
  readonly lists: Addresses;
  /** Pictures and attachments beside the documents that show them. */
  readonly files: Addresses;
}

export interface Addresses {
  has(address: string): boolean;
}

/** Whether a link may lead to one of `FurtherAddresses.lists`. */
export function looksLikeList(target: string): boolean {
  return (
    /\/(?:the|luu-tru|api|sitemap)(?:\/|$)|(?:rss|atom)\.xml|feed\.json/.test(target) ||
    NAMES_PICTURE.test(target)
  );
}

const NAMES_PICTURE = new RegExp(`/${SHARING_PICTURE}`);

/** Whether a link may lead to one of `FurtherAddresses.files`: by its address, not by the file's own name. */
export function looksLikeFile(target: string): boolean {
  return /^(?:https?:)?\//i.test(target) && isPublishable(target.replace(/[?#].*$/s, ''));
}

/** Months are newest first. */
export function listAddresses(
  sections: readonly SectionName[],
  months: readonly { readonly placed: readonly Placed[] }[],
): Addresses {
  let addresses: ReadonlySet<string> | undefined;
  return {
    has(address) {
      addresses ??= new Set(allListAddresses(sections, months));
      return addresses.has(address);
    },
  };
}

function* allListAddresses(
  sections: readonly SectionName[],
  months: readonly { readonly placed: readonly Placed[] }[],
): Generator<string> {
  for (const [list, listed] of listsOf(months.flatMap(({ placed }) => placed))) {
    yield list.address;
    for (const page of archivePages(archiveOf(list, listed, createRecall()))) yield page.address;
  }
  for (const { address, parent } of sections) {
    for (const kind of feedsOf({ parent })) yield address + FEED_FILES[kind];
    yield address + SHARING_PICTURE;
  }
  for (const { placed } of months) {
    const [first] = placed;
    if (first !== undefined) yield* Object.values(machineFilesOf(first));
  }
}

/** Every list with what stands on it. */
function listsOf(articles: readonly Placed[]): Map<SectionName | TagName, Placed[]> {
  const lists = new Map<SectionName | TagName, Placed[]>();
  for (const placed of articles) {
    for (const list of new Set([...placed.homes.flatMap(lineageOf), ...placed.tags])) {
      const known = lists.get(list);
      if (known) known.push(placed);
      else lists.set(list, [placed]);
    }
  }
  return lists;
}

/** A section and all that hold it. */
function lineageOf(section: SectionName): SectionName[] {
  return section.parent === null ? [section] : [section, ...lineageOf(section.parent)];
}

/** `filesOf` gives what a document publishes beside itself; only the one in whose folder an address lies is asked. */
export function fileAddresses(
  { byAddress }: Targets,
  documents: () => readonly Placed[],
  filesOf: (placed: Placed) => readonly PublishedFile[],
): Addresses {
  let byPath: ReadonlyMap<string, Placed> | undefined;
  return {
    has(address) {
      if (nameOf(address) === '') return false;
      const beside = byAddress.get(`${folderOf(address)}/`);
      if (beside === undefined || !('path' in beside)) return false;
      byPath ??= new Map(documents().map((placed) => [placed.document.path, placed]));
      const placed = byPath.get(beside.path);
      return placed !== undefined && filesOf(placed).some((file) => file.address === address);
    },
  };
}
