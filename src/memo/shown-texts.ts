import { leavesOf } from '../base/tree.ts';
import type { Page, PageTree } from '../plan/page.ts';
import type { Memo } from './memo.ts';
import type { PageMemo } from './memos.ts';

/** Which pages of a plan show the text of a document. Put together when that is asked for the first time. */
export interface ShownTexts {
  /** The pages that show the text of one of these documents. */
  pagesShowing(documents: ReadonlySet<string>): readonly Page[];
  /**
   * The same of the next plan: without the pages that are `gone`, and with those that were `made`. What was remembered of the
   * former must still be.
   */
  next(pages: PageTree, gone: readonly Page[], made: readonly Page[]): ShownTexts;
}

/** `memo` has the texts that each page shows. */
export function shownTexts(pages: PageTree, memo: Memo<PageMemo>): ShownTexts {
  let byText: Map<string, Page[]> | undefined;
  const textsOf = (page: Page): readonly string[] => memo.get(page.path)?.texts ?? [];

  const add = (into: Map<string, Page[]>, page: Page): void => {
    for (const text of textsOf(page)) {
      const pages = into.get(text);
      if (pages === undefined) into.set(text, [page]);
      else if (!pages.includes(page)) pages.push(page);
    }
  };
  const index = (): Map<string, Page[]> => {
    const all = new Map<string, Page[]>();
    for (const page of leavesOf(pages)) add(all, page);
    return all;
  };
  const self: ShownTexts = {
    pagesShowing(documents) {
      // Of a plan that was put together only in part, all of it would be now.
      if (documents.size === 0) return [];
      byText ??= index();
      const found = new Set<Page>();
      for (const text of documents) {
        // A page that was made anew may show it no longer.
        for (const page of byText.get(text) ?? []) if (textsOf(page).includes(text)) found.add(page);
      }
      return [...found];
    },
    next(later, gone, made) {
      if (byText === undefined) return shownTexts(later, memo);
      for (const page of gone) {
        for (const text of textsOf(page)) {
          const others = byText.get(text)?.filter((other) => other !== page);
          if (others !== undefined) byText.set(text, others);
        }
      }
      for (const page of made) add(byText, page);
      return self;
    },
  };
  return self;
}
