import { folderOf } from '../base/address.ts';
import { joined } from '../base/joined.ts';
import { compareTrees, leavesOf } from '../base/tree.ts';
import type { Bodies, Document } from '../model/document.ts';
import type { Page } from '../plan/page.ts';
import type { Snapshot, SourceFile } from '../read/snapshot.ts';
import type { Stages } from './again.ts';
import type { EditedDocument } from './changes.ts';
import { parseDocuments } from './documents.ts';
import { documentsListedWith, type Listings } from './listings.ts';
import type { DocumentMemo, Memos, PageMemo } from './memos.ts';
import { keyOfPage, type PageMaker } from './pages.ts';
import { documentsAround, numbersFor } from './places.ts';
import { sealWithoutText, sealWithoutWords } from './sealed-documents.ts';
import type { WholeMemo } from './whole.ts';

/** Pages that are to be made anew, and all that it takes. */
export interface Remade {
  readonly pages: readonly Page[];
  readonly maker: PageMaker;
}

/**
 * The pages that show what was edited, planned from a site of the few documents that they are made from. That the small
 * site makes of them what the whole one would is not taken on trust: planned with the documents as they were, each page
 * must have the very key that it had in the whole site. undefined if one has not, or if more has changed than texts and
 * the words by which articles are listed.
 */
export function remakePages(
  last: WholeMemo,
  edited: readonly EditedDocument[],
  snapshot: Snapshot,
  memos: Memos,
  stages: Stages,
): Remade | undefined {
  const { parse, crew, options, plan, maker: tools } = stages;
  const parsing = { ...memos, parsed: new WeakMap() };
  parseDocuments([edited.map(({ source }) => source)], options, parsing, crew, parse);
  const reworded = withOtherWords(edited, last, memos);
  const shown = pagesShowing(edited, memos);
  if (reworded === undefined || shown === undefined) return undefined;
  const sources = numberSources(snapshot);
  const listings =
    reworded.length === 0
      ? NOT_LISTED
      : documentsListedWith(sources.numbersOf(reworded), last.places, stages.reach);
  if (listings === undefined) return undefined;

  const chosen = sourcesFor([...shown.values()], edited, listings, last, sources, snapshot, memos, stages);
  const parsed = parseDocuments(chosen, options, parsing, crew, parse);
  const then = new Map(edited.map(({ source, former }) => [source.path, former]));
  const former = chosen.flat().map(({ path }) => then.get(path) ?? memos.documents.get(path));
  const folders = new Set(chosen.flat().map(({ path }) => folderOf(path)));
  const old = plan(
    former.flatMap((memo) => memo?.result.document ?? []),
    folders,
  );
  const fresh = plan(parsed.documents.flat(), folders);
  const maker = { ...tools, planned: new WeakMap(), bodies: parsed.bodies };
  const keysNow = createKeys(maker);
  const keysThen = createKeys({ ...maker, bodies: withFormerPrints(parsed.bodies, then) });
  const near = new Set([...listings.near].map((number) => sources.all[number]?.path ?? ''));
  const before = byPath(leavesOf(old));
  const difference = compareTrees(old, fresh);
  const come = byPath(difference.come);
  const gone = byPath(difference.gone);
  if (come.size !== gone.size || [...come.keys()].some((path) => !gone.has(path))) return undefined;
  const listing = reworded.length === 0 ? [] : pagesListing({ near, before, come }, memos, keysThen, keysNow);
  if (listing === undefined) return undefined;
  const pages: Page[] = [];
  for (const path of new Set([...shown.keys(), ...listing])) {
    const page = before.get(path);
    if (page === undefined || keysThen(page) !== memos.pages.get(path)?.key) return undefined;
    pages.push(come.get(path) ?? page);
  }
  return { pages, maker };
}

type KeyOf = (page: Page) => string;

/** Each page's key, made once. */
function createKeys(maker: PageMaker): KeyOf {
  const keys = new Map<Page, string>();
  return (page) => {
    const key = keys.get(page) ?? keyOfPage(page, maker);
    keys.set(page, key);
    return key;
  };
}

/** The texts as they were, as far as a key goes. */
function withFormerPrints(bodies: Bodies, then: ReadonlyMap<string, DocumentMemo | undefined>): Bodies {
  return {
    ...bodies,
    printOf: (document) => then.get(document.path)?.result.bodyPrint ?? bodies.printOf(document),
  };
}

/** Paths of the documents of which the words are not as they were; undefined if more than these and texts has changed. */
function withOtherWords(
  edited: readonly EditedDocument[],
  last: WholeMemo,
  { documents }: Memos,
): readonly string[] | undefined {
  const found = new Set(last.diagnostics.map(({ place }) => place.path));
  const reworded: string[] = [];
  for (const { source, former } of edited) {
    const now = documents.get(source.path);
    if (former === undefined || now === undefined) return undefined;
    if (sealWithoutText(former, found) === sealWithoutText(now, found)) continue;
    // A finding may show the line on which the words stand.
    const isFound = found.has(former.result.document?.place.path ?? '');
    if (isFound || sealWithoutWords(former, found) !== sealWithoutWords(now, found)) return undefined;
    reworded.push(source.path);
  }
  return reworded;
}

const NOT_LISTED: Listings = { documents: new Set(), near: new Set(), texts: new Set() };

/** What became of the small site. */
interface SmallSite {
  /** Paths of the articles of which the own pages may list one of those. */
  readonly near: ReadonlySet<string>;
  /** Its pages with the documents as they were, and those that are others now, by their paths. */
  readonly before: ReadonlyMap<string, Page>;
  readonly come: ReadonlyMap<string, Page>;
}

/**
 * Paths of the pages that list articles of which the words have changed: those that are not in the small site as they were.
 * A page of an article that is not `near` cannot be one of them in the whole site, whatever the small one says; of those
 * that are near it must be seen that the small site makes them as the whole one did, or it may say that one has not changed
 * which has. None of them can be missing, for those beside it would not be as they were. undefined if one is not.
 */
function pagesListing(
  { near, before, come }: SmallSite,
  { pages, documents }: Memos,
  keyThen: KeyOf,
  keyNow: KeyOf,
): readonly string[] | undefined {
  const isArticle = (path: string): boolean => documents.get(path)?.result.document?.kind === 'article';
  const sources = new Set([...near].map((path) => `content/${path}`));
  const changed: string[] = [];
  for (const [path, then] of before) {
    const now = come.get(path);
    if (now === undefined && !sources.has(then.source)) continue;
    const known = pages.get(path);
    // The one whose own page this is.
    const article = known?.texts.find((text) => then.source === `content/${text}` && isArticle(text));
    if (article !== undefined && !near.has(article)) continue;
    if (article !== undefined && keyThen(then) !== known?.key) return undefined;
    if (now !== undefined && keyNow(now) !== keyThen(then)) changed.push(path);
  }
  return changed;
}

function byPath(pages: readonly Page[]): ReadonlyMap<string, Page> {
  return new Map(pages.map((page) => [page.path, page]));
}

/** All documents by their numbers. */
interface Numbered {
  readonly all: readonly SourceFile[];
  /** Of those paths that there are. */
  readonly numbersOf: (paths: readonly string[]) => ReadonlySet<number>;
}

function numberSources({ documents }: Snapshot): Numbered {
  const all = joined(documents);
  const numbers = new Map(all.map(({ path }, number) => [path, number]));
  return { all, numbersOf: (paths) => new Set(paths.flatMap((path) => numbers.get(path) ?? [])) };
}

/** Those that were edited, and those that the pages are probably made from: group by group, as they are read. */
function sourcesFor(
  pages: readonly PageMemo[],
  edited: readonly EditedDocument[],
  listings: Listings,
  last: WholeMemo,
  { all, numbersOf }: Numbered,
  snapshot: Snapshot,
  memos: Memos,
  { reach, navigation }: Pick<Stages, 'reach' | 'navigation'>,
): readonly (readonly SourceFile[])[] {
  // A path of the output stands for what its page shows.
  const numbersAt = (path: string): number[] => [
    ...numbersOf([path, ...(memos.pages.get(path)?.texts ?? [])]),
  ];
  const documentOf = (number: number): Document | null | undefined =>
    memos.documents.get(all[number]?.path ?? '')?.result.document;
  const texts = new Set([...pages.flatMap((page) => [...numbersOf(page.texts)]), ...listings.texts]);
  const own = numbersOf(edited.map(({ source }) => source.path));
  const chosen = new Set([
    ...own,
    ...listings.documents,
    ...documentsAround(texts, own, reach, last.places, documentOf, numbersAt),
    ...navigation.flatMap((address) => numbersFor(address, '', numbersAt)),
  ]);
  let number = 0;
  return snapshot.documents
    .map((group) => group.filter(() => chosen.has(number++)))
    .filter((group) => group.length > 0);
}

/** By their paths; undefined if that cannot be known. */
function pagesShowing(
  edited: readonly EditedDocument[],
  { pages }: Memos,
): ReadonlyMap<string, PageMemo> | undefined {
  const shown = new Map<string, PageMemo>();
  for (const {
    source: { path },
  } of edited) {
    const keys = pages.naming(path);
    if (keys === undefined) return undefined;
    for (const key of keys) {
      const page = pages.get(key);
      if (page?.texts.includes(path)) shown.set(key, page);
    }
  }
  return shown;
}
