import type { Page } from './page.ts';

/**
 * Pages in groups that were planned together. A group is the same object as last time if nothing in it has changed, so
 * that of a large site only the groups with changes in them are ever walked through.
 */
export type PageTree = Page | readonly PageTree[];

export function* pagesOf(tree: PageTree): Generator<Page> {
  if (isPage(tree)) yield tree;
  else for (const each of tree) yield* pagesOf(each);
}

/** What two plans do not have in common; a page that only lies in another group may be in both. */
export interface PlanDifference {
  readonly come: readonly Page[];
  readonly gone: readonly Page[];
}

export function comparePlans(before: PageTree, now: PageTree): PlanDifference {
  const come: Page[] = [];
  const gone: Page[] = [];
  const compare = (old: PageTree, fresh: PageTree): void => {
    if (old === fresh) return;
    if (isPage(old) || isPage(fresh)) {
      gone.push(...pagesOf(old));
      come.push(...pagesOf(fresh));
      return;
    }
    const stay = new Set(old);
    const added = fresh.filter((each) => !stay.delete(each));
    const removed = [...stay];
    // A group that has changed is held against the one in whose place it probably is.
    added.forEach((each, index) => {
      compare(removed[index] ?? NOTHING, each);
    });
    for (const each of removed.slice(added.length)) gone.push(...pagesOf(each));
  };
  compare(before, now);
  return { come, gone };
}

const NOTHING: PageTree = [];

export function isPage(tree: PageTree): tree is Page {
  return !Array.isArray(tree);
}
