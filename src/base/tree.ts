/**
 * Things in groups that were made together. A group is the same object as last time if nothing in it has changed, so
 * that of many things only the groups with changes in them are ever walked through.
 */
export type Tree<T extends object> = T | readonly Tree<T>[] | Deferred<T>;

/** A group that is not put together before somebody looks into it: of two trees that share it, nobody does. */
export class Deferred<T extends object> {
  #make: (() => Tree<T>) | undefined;
  #tree: Tree<T> | undefined;

  constructor(make: () => Tree<T>) {
    this.#make = make;
  }

  open(): Tree<T> {
    this.#tree ??= this.#make?.() ?? [];
    this.#make = undefined;
    return this.#tree;
  }
}

export function leavesOf<T extends object>(tree: Tree<T>, into: T[] = []): T[] {
  if (tree instanceof Deferred) leavesOf(tree.open(), into);
  else if (isGroup(tree)) for (const each of tree) leavesOf(each, into);
  else into.push(tree);
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
    if (old instanceof Deferred || fresh instanceof Deferred) {
      // The older one first, so that what is recalled next time is of the newer.
      const opened = opening(old);
      compare(opened, opening(fresh));
      return;
    }
    if (!isGroup(old) || !isGroup(fresh)) {
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

function opening<T extends object>(tree: Tree<T>): Tree<T> {
  return tree instanceof Deferred ? tree.open() : tree;
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

function isGroup<T extends object>(tree: Tree<T>): tree is readonly Tree<T>[] {
  return Array.isArray(tree);
}
