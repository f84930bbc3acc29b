import { folderOf } from '../base/address.ts';
import type { Crew } from '../base/crew.ts';
import { joined } from '../base/joined.ts';
import { leavesOf } from '../base/tree.ts';
import type { BuildInput, BuildResult } from '../build.ts';
import type { Document } from '../model/document.ts';
import type { ParserOptions } from '../parse/document.ts';
import type { Page, PageTree } from '../plan/page.ts';
import type { Snapshot, SourceFile } from '../read/snapshot.ts';
import type { Publication } from '../write/publish.ts';
import type { Changes, EditedDocument } from './changes.ts';
import { parseDocuments } from './documents.ts';
import type { Memos, PageMemo } from './memos.ts';
import { keyOfPage, makePage, type PageMaker } from './pages.ts';
import type { Parse } from './parsed-files.ts';
import { documentsAround, numbersFor, type Reach } from './places.ts';
import { sealWithoutText } from './sealed-documents.ts';
import { printDocuments, sayAgain, type WholeMemo } from './whole.ts';

/** More texts than this, and the whole site is built. */
const FEW = 20;

/** The stages, as a build of the whole site would use them now. */
export interface Stages {
  readonly parse: Parse;
  readonly crew: Crew;
  readonly options: ParserOptions;
  /** The pages of a site that has these documents alone, and of the media those that lie in these folders. */
  readonly plan: (documents: readonly Document[], folders: ReadonlySet<string>) => PageTree;
  readonly maker: Omit<PageMaker, 'bodies'>;
  readonly reach: Reach;
  /** Addresses to which every page leads, if there is something. */
  readonly navigation: readonly string[];
}

/**
 * A build of which it is known from the last one what it would make, for nothing has changed since or only texts have.
 * undefined if that is not so; nothing has been published then.
 */
export function buildAgain(
  last: WholeMemo,
  { edited, come, gone }: Changes,
  snapshot: Snapshot,
  input: BuildInput,
  memos: Memos,
  stages: () => Stages,
): BuildResult | undefined {
  if (input.publication === undefined || come.length + gone.length > 0 || edited.length > FEW)
    return undefined;
  const remade = edited.length === 0 ? undefined : remakePages(last, edited, snapshot, memos, stages());
  if (edited.length > 0 && remade === undefined) return undefined;
  let publication: Publication | undefined;
  try {
    publication = input.publication();
    if (!publication.resume(last.version)) return undefined;
    if (remade === undefined) return sayAgain(last);
    const rendered: string[] = [];
    for (const page of remade.pages) {
      const made = makePage(page, publication, remade.maker);
      if (made.diagnostics.length > 0) return undefined;
      if (made.rendered) rendered.push(page.path);
    }
    const written = publication.commit();
    const now: WholeMemo = { ...last, ...printDocuments(snapshot), version: written.version };
    memos.whole.last = () => now;
    return sayAgain(last, written, rendered);
  } catch (cause) {
    // What is wrong with the output is told by the build that goes on.
    if (!(cause instanceof Error && cause.name === 'OutputError')) throw cause;
    return undefined;
  } finally {
    publication?.abandon();
  }
}

/** Pages that are to be made anew, and all that it takes. */
interface Remade {
  readonly pages: readonly Page[];
  readonly maker: PageMaker;
}

/**
 * The pages that show the edited texts, planned from a site of the few documents that they are made from. That the small
 * site makes of them what the whole one would is not taken on trust: planned with the documents as they were, each page
 * must have the very key that it had in the whole site. undefined if one has not, or if more than texts has changed.
 */
function remakePages(
  last: WholeMemo,
  edited: readonly EditedDocument[],
  snapshot: Snapshot,
  memos: Memos,
  stages: Stages,
): Remade | undefined {
  const { parse, crew, options, plan, maker: tools } = stages;
  const parsing = { ...memos, parsed: new WeakMap() };
  parseDocuments([edited.map(({ source }) => source)], options, parsing, crew, parse);
  const found = new Set(last.diagnostics.map(({ place }) => place.path));
  for (const { source, former } of edited) {
    const now = memos.documents.get(source.path);
    if (former === undefined || now === undefined) return undefined;
    if (sealWithoutText(former, found) !== sealWithoutText(now, found)) return undefined;
  }

  const shown = pagesShowing(edited, memos);
  if (shown === undefined) return undefined;
  const chosen = sourcesFor([...shown.values()], edited, last, snapshot, memos, stages);
  const parsed = parseDocuments(chosen, options, parsing, crew, parse);
  const then = new Map(edited.map(({ source, former }) => [source.path, former]));
  const before = chosen.flat().map(({ path }) => then.get(path) ?? memos.documents.get(path));
  const folders = new Set(chosen.flat().map(({ path }) => folderOf(path)));
  const pagesOf = (documents: readonly Document[]): ReadonlyMap<string, Page> =>
    new Map(leavesOf(plan(documents, folders)).map((page) => [page.path, page]));
  const old = pagesOf(before.flatMap((memo) => memo?.result.document ?? []));
  const fresh = pagesOf(parsed.documents.flat());
  const maker = { ...tools, planned: new WeakMap(), bodies: parsed.bodies };
  const pages: Page[] = [];
  for (const [path, { key }] of shown) {
    const [page, now] = [old.get(path), fresh.get(path)];
    if (page === undefined || now === undefined || keyOfPage(page, maker) !== key) return undefined;
    pages.push(now);
  }
  return { pages, maker };
}

/** Those that were edited, and those that the pages are probably made from: group by group, as they are read. */
function sourcesFor(
  pages: readonly PageMemo[],
  edited: readonly EditedDocument[],
  last: WholeMemo,
  snapshot: Snapshot,
  memos: Memos,
  { reach, navigation }: Pick<Stages, 'reach' | 'navigation'>,
): readonly (readonly SourceFile[])[] {
  const sources = joined(snapshot.documents);
  const numbers = new Map(sources.map(({ path }, number) => [path, number]));
  const numbersOf = (paths: readonly string[]): number[] => paths.flatMap((path) => numbers.get(path) ?? []);
  // A path of the output stands for what its page shows.
  const numbersAt = (path: string): number[] => numbersOf([path, ...(memos.pages.get(path)?.texts ?? [])]);
  const documentOf = (number: number): Document | null | undefined =>
    memos.documents.get(sources[number]?.path ?? '')?.result.document;
  const texts = new Set(pages.flatMap((page) => numbersOf(page.texts)));
  const own = new Set(numbersOf(edited.map(({ source }) => source.path)));
  const chosen = new Set([
    ...own,
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
