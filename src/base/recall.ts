import { Deferred, type Tree } from './tree.ts';

/**
 * What the pure middle of the program remembers between builds, so that an unchanged part stays the same object. It
 * is asked by identity alone: nothing is ever declared, and a memory that was lost costs time and changes nothing.
 */
export interface Recall {
  /**
   * `make` as it is, but what it gave last for a key is given again while the rest of its arguments are the same
   * objects. So `make` must be pure and see nothing but its arguments: a function of a module, never a closure.
   */
  for<K extends object, I extends readonly unknown[], V>(
    make: (key: K, ...from: I) => V,
  ): (key: K, ...from: I) => V;
  /** The same, but `make` is only called when somebody looks into the group that it makes. */
  later<K extends object, I extends readonly unknown[], T extends object>(
    make: (key: K, ...from: I) => Tree<T>,
  ): (key: K, ...from: I) => Deferred<T>;
  /**
   * `value`, or what was kept under the name for the same owner if its items or properties are the same: the same
   * objects, or bytes that are alike. It is forgotten with its owner.
   */
  keep<T extends object>(owner: object, name: string | number, value: T): T;
  /**
   * The items in a total order, as `keep` gives it. It begins from the order of last time, which for the same items
   * leads to the same end sooner.
   */
  sort<T extends object>(
    owner: object,
    name: string | number,
    items: readonly T[],
    compare: (a: T, b: T) => number,
  ): readonly T[];
}

interface Made {
  readonly from: readonly unknown[];
  readonly value: unknown;
}

type Make = (key: object, ...from: unknown[]) => unknown;
type MakeTree = (key: object, ...from: unknown[]) => Tree<object>;

export function createRecall(): Recall {
  const makers = new Map<unknown, unknown>();
  const deferrers = new Map<unknown, unknown>();
  const keepers = new WeakMap<object, Map<string | number, unknown>>();

  const recalled = (make: Make): Make => {
    const known = new WeakMap<object, Made>();
    return (key, ...from) => {
      const last = known.get(key);
      if (last !== undefined && haveSameItems(last.from, from)) return last.value;
      const value = make(key, ...from);
      known.set(key, { from, value });
      return value;
    };
  };

  const keptBy = (owner: object): Map<string | number, unknown> => {
    let kept = keepers.get(owner);
    if (kept === undefined) {
      kept = new Map();
      keepers.set(owner, kept);
    }
    return kept;
  };

  const keep = <T extends object>(owner: object, name: string | number, value: T): T => {
    const kept = keptBy(owner);
    const last = kept.get(name);
    if (typeof last === 'object' && last !== null && saySame(last, value)) return last as T;
    kept.set(name, value);
    return value;
  };

  return {
    keep,
    sort<T extends object>(
      owner: object,
      name: string | number,
      items: readonly T[],
      compare: (a: T, b: T) => number,
    ): readonly T[] {
      const kept = keptBy(owner);
      const before = (kept.get(`${name}, unsorted`) ?? []) as readonly T[];
      const sorted = (kept.get(name) ?? []) as readonly T[];
      if (keep(owner, `${name}, unsorted`, items) === before) return sorted;
      return keep(owner, name, sortAgain(before, sorted, items, compare));
    },
    for<K extends object, I extends readonly unknown[], V>(make: (key: K, ...from: I) => V) {
      let maker = makers.get(make);
      if (maker === undefined) {
        maker = recalled(make as unknown as Make);
        makers.set(make, maker);
      }
      return maker as typeof make;
    },
    later<K extends object, I extends readonly unknown[], T extends object>(
      make: (key: K, ...from: I) => Tree<T>,
    ) {
      let deferrer = deferrers.get(make);
      if (deferrer === undefined) {
        deferrer = recalled(
          (key, ...from) => new Deferred(() => (make as unknown as MakeTree)(key, ...from)),
        );
        deferrers.set(make, deferrer);
      }
      return deferrer as (key: K, ...from: I) => Deferred<T>;
    },
  };
}

/** Whether two lists hold the same objects in the same order. */
export function haveSameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  // `===` looks into both objects, for they might be numbers; this asks only whether they are one: of ten thousand articles,
  // which lie all over the memory, half of the time.
  for (let index = 0; index < a.length; index++) if (!Object.is(a[index], b[index])) return false;
  return true;
}

/** More than this are neither put into a sorted list nor taken out of it one by one. */
const FEW = 100;

/** `items` sorted, given how `before` is sorted. */
function sortAgain<T>(
  before: readonly T[],
  sorted: readonly T[],
  items: readonly T[],
  compare: (a: T, b: T) => number,
): T[] {
  const shorter = Math.min(before.length, items.length);
  let head = 0;
  while (head < shorter && Object.is(before[head], items[head])) head++;
  let tail = 0;
  const [lastBefore, last] = [before.length - 1, items.length - 1];
  while (tail < shorter - head && Object.is(before[lastBefore - tail], items[last - tail])) tail++;
  const gone = before.slice(head, before.length - tail);
  const come = items.slice(head, items.length - tail);
  const result = withoutItems(gone, sorted, compare);
  if (come.length > FEW) return [...result, ...come].sort(compare);
  for (const item of come) result.splice(placeFor(item, result, compare), 0, item);
  return result;
}

/** A sorted list without some items that are in it. */
function withoutItems<T>(gone: readonly T[], sorted: readonly T[], compare: (a: T, b: T) => number): T[] {
  if (gone.length > FEW) {
    const all = new Set(gone);
    return sorted.filter((item) => !all.has(item));
  }
  const result = sorted.slice();
  for (const item of gone) result.splice(placeFor(item, result, compare) - 1, 1);
  return result;
}

/** Where an item belongs in a sorted list: before the first that comes after it, and behind itself. */
function placeFor<T>(item: T, sorted: readonly T[], compare: (a: T, b: T) => number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(sorted[middle] as T, item) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function saySame(a: object, b: object): boolean {
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && haveSameItems(a, b);
  }
  // Not by entries: they are pairs that nobody keeps, of thousands of objects a build.
  const [before, now] = [a as Properties, b as Properties];
  const [names, others] = [Object.keys(before), Object.keys(now)];
  if (names.length !== others.length) return false;
  for (let index = 0; index < names.length; index++) {
    const name = names[index] ?? '';
    if (name !== others[index]) return false;
    if (before[name] !== now[name] && !haveSameBytes(before[name], now[name])) return false;
  }
  return true;
}

type Properties = Readonly<Record<string, unknown>>;

function haveSameBytes(a: unknown, b: unknown): boolean {
  if (!(a instanceof Uint8Array && b instanceof Uint8Array)) return false;
  return a.length === b.length && Buffer.compare(a, b) === 0;
}
