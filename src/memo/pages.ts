import { compareTrees, leavesOf } from '../base/tree.ts';
import type { Bodies } from '../model/document.ts';
import type { Content, Page, PageTree } from '../plan/page.ts';

import type { Snapshot } from '../read/snapshot.ts';
import type { RenderResult } from '../render/page.ts';
import type { Templates } from '../render/templates.ts';
import type { Publication } from '../write/publish.ts';
import type { Memo } from './memo.ts';
import type { Memos, PageMemo, PublishedPlan } from './memos.ts';
import { shownTexts } from './shown-texts.ts';

export interface PageMaker extends Pick<Memos, 'planned' | 'published' | 'prints' | 'recall' | 'rewritten'> {
  readonly memo: Memo<PageMemo>;
  readonly bodies: Bodies;
  readonly templates: Templates;
  readonly render: (content: Content) => RenderResult;
  readonly mediaSource: Snapshot['mediaSource'];
}

/** `rendered`: it could not be taken from what is published. */
export type Made = { readonly rendered: boolean; readonly diagnostics: RenderFindings };
type RenderFindings = Extract<RenderResult, { ok: false }>['diagnostics'];

const REMEMBERED: Made = { rendered: false, diagnostics: [] };

/**
 * Hands one page on to the publication: the bytes that are published, if what they were made from is what they would
 * be made from now, or new ones. Without a publication the page is only tried.
 */
export function makePage(page: Page, publication: Publication | undefined, maker: PageMaker): Made {
  const { memo, planned, recall, rewritten, templates } = maker;
  const { path } = page;
  const isStill = (known: PageMemo): boolean =>
    known.templates === templates.fingerprint(known.used) &&
    (publication === undefined || publication.reuse(path, known.fingerprint));

  // The same page as last time with the same texts has the same key: it need not be asked what it is made from.
  const made = planned.get(page);
  if (made !== undefined && !showsAny(rewritten, made) && isStill(made)) return REMEMBERED;
  const known = memo.get(path);
  const texts = new Set<string>();
  const bodies = tracedBodies(maker.bodies, texts);
  const from = page.from?.(bodies);
  let content = from === undefined ? page.content(bodies) : undefined;
  const key = content === undefined ? maker.prints.of(from) : keyOf(content, maker);
  if (known?.key === key && isStill(known)) {
    // The same words may come from another file: one that was renamed, and whose address says so, has the same page.
    const isOfThese = known.texts.length === texts.size && known.texts.every((text) => texts.has(text));
    const remembered = isOfThese ? known : { ...known, texts: [...texts] };
    if (!isOfThese) memo.set(path, remembered);
    planned.set(page, remembered);
    return REMEMBERED;
  }
  content ??= page.content(bodies);
  const result = maker.render(content);
  if (!result.ok) return { rendered: true, diagnostics: result.diagnostics };
  if (publication !== undefined) {
    // One list for all pages that use the same templates.
    const used = recall.keep(recall, `templates ${result.used.join()}`, result.used);
    publication.put(path, result.content, kindOf(page), (fingerprint) => {
      const print = templates.fingerprint(used);
      const remembered = { key, templates: print, used, texts: [...texts], fingerprint };
      memo.set(path, remembered);
      planned.set(page, remembered);
    });
  }
  return { rendered: true, diagnostics: [] };
}

/** `texts` learns of which the key depends: whoever shows a text asks for its fingerprint. */
function tracedBodies(bodies: Bodies, texts: Set<string>): Bodies {
  return {
    of: bodies.of,
    printOf(document) {
      texts.add(document.path);
      return bodies.printOf(document);
    },
  };
}

function showsAny(documents: ReadonlySet<string>, { texts }: PageMemo): boolean {
  return documents.size > 0 && texts.some((text) => documents.has(text));
}

/** What has to be looked at of a plan. */
export interface Work {
  readonly pages: readonly Page[];
  /** Where what was published last was taken up: what of it is not in this plan. */
  readonly gone: readonly Page[] | undefined;
  /** How many pages for people there are in all. */
  readonly forPeople: number;
}

/**
 * The pages of a plan that have to be looked at one by one. Where it is known how the last plan was published, and
 * nobody has published anything since, what that one had too stays published; what it alone had is dropped.
 */
export function workOf(
  pages: PageTree,
  publication: Publication | undefined,
  maker: Pick<PageMaker, 'memo' | 'published' | 'rewritten' | 'templates'>,
): Work {
  const { memo, published, templates } = maker;
  const { last } = published;
  if (last === undefined || last.templates !== templates || !publication?.resume(last.version)) {
    memo.open();
    const all = leavesOf(pages);
    return { pages: all, gone: undefined, forPeople: countForPeople(all) };
  }
  const { come, gone } = compareTrees(last.pages, pages);
  for (const { path } of gone) publication.drop(path);
  const forPeople = last.forPeople + countForPeople(come) - countForPeople(gone);
  // The very pages of the last plan that are in this one too, with other texts.
  const rewritten = new Set(last.showing.pagesShowing(maker.rewritten));
  for (const page of gone) rewritten.delete(page);
  for (const page of come) rewritten.add(page);
  return { pages: [...rewritten], gone, forPeople };
}

/** All that the page is made from, but for its templates. */
export function keyOfPage(page: Page, maker: PageMaker): string {
  const from = page.from?.(maker.bodies);
  return from === undefined ? keyOf(page.content(maker.bodies), maker) : maker.prints.of(from);
}

function keyOf(content: Content, { prints, mediaSource }: PageMaker): string {
  switch (content.kind) {
    case 'template':
      return prints.of([content.template, content.view]);
    case 'media':
      return mediaSource(content.file.file).fingerprint;
    default:
      return prints.of(content);
  }
}

/** What is published now entirely and without an error: what the next plan is held against. */
export function rememberPlan(pages: PageTree, work: Work, version: string, maker: PageMaker): void {
  const { memo, published, rewritten } = maker;
  const { last } = published;
  const plan = publishedPlan(pages, work.forPeople, version, maker);
  published.last =
    last === undefined || work.gone === undefined
      ? plan
      : { ...plan, showing: last.showing.next(pages, work.gone, work.pages) };
  const paths = new Set(work.pages.map(({ path }) => path));
  if (work.gone === undefined) memo.keepOnly(paths);
  else for (const { path } of work.gone) if (!paths.has(path)) memo.delete(path);
  rewritten.clear();
}

export function publishedPlan(
  pages: PageTree,
  forPeople: number,
  version: string,
  { memo, templates }: Pick<PageMaker, 'memo' | 'templates'>,
): PublishedPlan {
  const showing = shownTexts(pages, memo);
  return { pages, forPeople, version, templates, showing, paths: () => memo.keys() };
}

export function countForPeople(pages: readonly Page[]): number {
  return pages.filter((page) => kindOf(page) === 'page').length;
}

export function kindOf(page: Page): 'page' | 'asset' {
  return page.path.endsWith('.html') ? 'page' : 'asset';
}
