import type { Recall } from '../base/recall.ts';
import { compareTrees, isLeaf, leavesOf } from '../base/tree.ts';
import type { BuildSummary } from '../build.ts';
import type { Bodies } from '../model/document.ts';
import type { Site } from '../model/site.ts';
import type { Content, Page, PageTree } from '../plan/page.ts';
import type { Plan } from '../plan/plan-site.ts';

import type { Snapshot } from '../read/snapshot.ts';
import type { RenderResult } from '../render/page.ts';
import type { Templates } from '../render/templates.ts';
import type { WriteSummary } from '../write/output.ts';
import type { Publication } from '../write/publish.ts';
import type { Memo } from './memo.ts';
import type { Memos, PageMemo } from './memos.ts';

export interface PageMaker extends Pick<Memos, 'planned' | 'published' | 'prints' | 'recall'> {
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
  const { memo, planned, recall, templates } = maker;
  const { path } = page;
  const isStill = (known: PageMemo): boolean =>
    known.templates === templates.fingerprint(known.used) &&
    (publication === undefined || publication.reuse(path, known.fingerprint));

  // The same page as last time has the same key: it need not be asked what it is made from.
  const made = planned.get(page);
  if (made !== undefined && isStill(made)) return REMEMBERED;
  const from = page.from?.();
  const known = memo.get(path);
  const texts = new Set<string>();
  const bodies = tracedBodies(maker.bodies, texts);
  let content = from === undefined ? page.content(bodies) : undefined;
  const key = content === undefined ? maker.prints.of(from) : keyOf(content, maker);
  if (known?.key === key && isStill(known)) {
    planned.set(page, known);
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

/** `texts` learns which are asked for. */
function tracedBodies(bodies: Bodies, texts: Set<string>): Bodies {
  return {
    of(document) {
      texts.add(document.path);
      return bodies.of(document);
    },
  };
}

/**
 * The pages of a plan that have to be looked at one by one. Where this process published the last plan, and nobody
 * anything since, what that one had too stays published; what it alone had is dropped.
 */
export function pagesToMake(
  pages: PageTree,
  publication: Publication | undefined,
  { memo, published: { last }, templates }: Pick<PageMaker, 'memo' | 'published' | 'templates'>,
): Iterable<Page> {
  if (last === undefined || last.templates !== templates || !publication?.resume(last.version)) {
    memo.open();
    return leavesOf(pages);
  }
  const { come, gone } = compareTrees(last.pages, pages);
  for (const { path } of gone) publication.drop(path);
  return come;
}

/** All that the page is made from, but for its templates. */
export function keyOfPage(page: Page, maker: PageMaker): string {
  const from = page.from?.();
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
export function rememberPlan(
  pages: PageTree,
  version: string,
  { memo, published, recall, templates }: PageMaker,
): void {
  published.last = { pages, templates, version };
  // Every page is in the memory now: if there are no more than these, there is nothing to forget.
  if (memo.size !== countPages(pages, recall).all) {
    memo.keepOnly(new Set(leavesOf(pages).map(({ path }) => path)));
  }
}

export interface PageCount {
  readonly all: number;
  readonly forPeople: number;
}

export function countPages(tree: PageTree, recall: Recall): PageCount {
  if (!isLeaf(tree)) return recall.for(countIn)(tree, recall);
  return { all: 1, forPeople: kindOf(tree) === 'page' ? 1 : 0 };
}

function countIn(trees: readonly PageTree[], recall: Recall): PageCount {
  let [all, forPeople] = [0, 0];
  for (const tree of trees) {
    const count = countPages(tree, recall);
    all += count.all;
    forPeople += count.forPeople;
  }
  return { all, forPeople };
}

export function kindOf(page: Page): 'page' | 'asset' {
  return page.path.endsWith('.html') ? 'page' : 'asset';
}

export function summaryOf(
  site: Site,
  plan: Plan,
  recall: Recall,
  written: WriteSummary | undefined,
): BuildSummary {
  return {
    articles: site.articles.length,
    pages: countPages(plan.pages, recall).forPeople,
    skipped: site.skipped,
    ...(written ?? { written: 0, unchanged: 0, deleted: 0 }),
  };
}
