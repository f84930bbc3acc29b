import type { PublishedEntry } from './manifest.ts';
import type { Ownership } from './ownership.ts';

/** Files that are published and stay as they are: nothing of them has to be compared or written. */
export interface Reused {
  readonly size: number;
  has(path: string): boolean;
  /** That it stays; the file at its path is what is published there. */
  add(entry: PublishedEntry): void;
  /** That it does not stay, or that something else comes in its place. */
  drop(path: string): void;
  entries(): Iterable<PublishedEntry>;
}

/** None until they are named. */
export function reusedByName(): Reused {
  const entries = new Map<string, PublishedEntry>();
  return {
    get size() {
      return entries.size;
    },
    has: (path) => entries.has(path),
    add: (entry) => void entries.set(entry.path, entry),
    drop: (path) => void entries.delete(path),
    entries: () => entries.values(),
  };
}

/** All that is ours until it is dropped: of a large site little changes. */
export function reusedUnlessDropped(owned: Ownership, identify: (path: string) => string): Reused {
  const dropped = new Set<string>();
  const isOurs = (path: string): boolean => owned.get(identify(path))?.path === path;
  return {
    get size() {
      return owned.size - dropped.size;
    },
    has: (path) => isOurs(path) && !dropped.has(path),
    add: ({ path }) => void dropped.delete(path),
    drop(path) {
      if (isOurs(path)) dropped.add(path);
    },
    *entries() {
      for (const { path, published } of owned.values()) if (published && !dropped.has(path)) yield published;
    },
  };
}
