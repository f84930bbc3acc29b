/**
 * Things in groups that were made together. A group is the same object as last time if nothing in it has changed, so
 * that of many things only the groups with changes in them are ever walked through.
 */
export type Tree<T extends object> = T | readonly Tree<T>[];

export function leavesOf<T extends object>(tree: Tree<T>, into: T[] = []): T[] {
  if (isLeaf(tree)) into.push(tree);
  else for (const each of tree) leavesOf(each, into);
  return into;
}

/** What two trees do not have in common; a leaf that only lies in another group may be in both. */
export interface TreeDifference<T> {
  readonly come: readonly T[];
  readonly gone: readonly T[];
}

export function compareTrees<T extends object>(before: Tree<T>, now: Tree<T>): TreeDifference<T> {
  const come: T[] = [];
  const gone: T[] = [];
  const compare = (old: Tree<T>, fresh: Tree<T>): void => {
    if (old === fresh) return;
    if (isLeaf(old) || isLeaf(fresh)) {
      leavesOf(old, gone);
      leavesOf(fresh, come);
      return;
    }
    const added = without(fresh, old);
    const removed = without(old, fresh);
    // A group that has changed is held against the one in whose place it probably is.
    for (let index = 0; index < Math.max(added.length, removed.length); index++) {
      compare(removed[index] ?? [], added[index] ?? []);
    }
  };
  compare(before, now);
  return { come, gone };
}

/** What of a list is not in the other, each as often as it is missing there. */
function without<T>(list: readonly T[], other: readonly T[]): T[] {
  const counts = new Map<T, number>();
  for (const each of other) counts.set(each, (counts.get(each) ?? 0) + 1);
  return list.filter((each) => {
    const count = counts.get(each) ?? 0;
    counts.set(each, count - 1);
    return count <= 0;
  });
}

export function isLeaf<T extends object>(tree: Tree<T>): tree is T {
  return !Array.isArray(tree);
}
