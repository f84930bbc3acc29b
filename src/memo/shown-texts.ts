import { leavesOf } from '../base/tree.ts';
import type { Page, PageTree } from '../plan/page.ts';
import type { Memo } from './memo.ts';
import type { PageMemo } from './memos.ts';

/** Which pages of a plan show the text of a document. Put together when that is asked for the first time. */
export interface ShownTexts {
  /** The pages that show the text of one of these documents. */
  pagesShowing(documents: ReadonlySet<string>): readonly Page[];
  /**
   * The same of the next plan: without the pages that are `gone`, and with those that were `made`.
   */
  next(pages: PageTree, gone: readonly Page[], made: readonly Page[]): ShownTexts;
}

/** `memo` has the texts that each page shows. */
export function shownTexts(pages: PageTree, memo: Memo<PageMemo>): ShownTexts {
  let index: Index | undefined;
  const textsOf = (path: string): readonly string[] => memo.get(path)?.texts ?? [];

  const add = ({ pageAt, pathsOf }: Index, page: Page): void => {
    pageAt.set(page.path, page);
    for (const text of textsOf(page.path)) {
      const paths = pathsOf.get(text);
      if (paths === undefined) pathsOf.set(text, new Set([page.path]));
      else paths.add(page.path);
    }
  };
  const indexed = (): Index => {
    const all: Index = { pageAt: new Map(), pathsOf: new Map() };
    for (const page of leavesOf(pages)) add(all, page);
    return all;
  };
  const self: ShownTexts = {
    pagesShowing(documents) {
      // Of a plan that was put together only in part, all of it would be now.
      if (documents.size === 0) return [];
      index ??= indexed();
      const found = new Set<Page>();
      for (const text of documents) {
        for (const path of index.pathsOf.get(text) ?? []) {
          const page = index.pageAt.get(path);
          if (page !== undefined && textsOf(path).includes(text)) found.add(page);
        }
      }
      return [...found];
    },
    next(later, gone, made) {
      if (index === undefined) return shownTexts(later, memo);
      for (const { path } of gone) index.pageAt.delete(path);
      for (const page of made) add(index, page);
      return self;
    },
  };
  return self;
}

interface Index {
  /** A page that was made anew is another one at the same path. */
  readonly pageAt: Map<string, Page>;
  /** Where each text was ever shown; whether it is there still, the memory knows. */
  readonly pathsOf: Map<string, Set<string>>;
}
