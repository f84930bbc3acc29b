import type { Output } from './changes.ts';
import type { Paths, PublishedEntry } from './manifest.ts';
import type { Reused } from './reused.ts';

/** What the site shall have. */
export interface Edition {
  /** Files that were put or kept. */
  readonly files: ReadonlyMap<string, Wanted>;
  readonly reused: Reused;
}

/** A file that the site shall have. */
export interface Wanted extends PublishedEntry {
  /** Its bytes wait in the stage; else what is at the path stays there. */
  readonly isStaged: boolean;
}

/** Every path of an edition. */
export function* pathsIn({ files, reused }: Edition): Generator<string> {
  yield* files.keys();
  for (const { path } of reused.entries()) yield path;
}

/** Whether an edition has a file at a path, by the name under which the disk knows it. */
export function wantedBy(
  { identify, foldsCase }: Output,
  { files, reused }: Edition,
): (path: string) => boolean {
  if (!foldsCase) return (path) => files.has(path) || reused.has(path);
  const names = new Set([...pathsIn({ files, reused })].map(identify));
  return (path) => names.has(identify(path));
}

/** Whether an edition has every file that is ours: of a large site that is known from their number. */
export function isAllWanted({ owned, identify }: Output, { files, reused }: Edition): boolean {
  let count = reused.size;
  for (const path of files.keys()) if (owned.get(identify(path))?.path === path) count++;
  return count === owned.size;
}

/** Makes what is ours the new site; gives what the last manifest may not have had. */
export function settle(output: Output, edition: Edition): PublishedEntry[] {
  const { owned, identify } = output;
  const { files, reused } = edition;
  const changed: PublishedEntry[] = [];
  if (!isAllWanted(output, edition)) {
    for (const [name, { path }] of owned) if (!files.has(path) && !reused.has(path)) owned.delete(name);
  }
  for (const { path, fingerprint: print, size, kind } of files.values()) {
    const entry: PublishedEntry = { path, fingerprint: print, size, kind };
    changed.push(entry);
    owned.set(identify(path), { path, kind, reachable: true, published: entry });
  }
  return changed;
}

export function pathsOf({ owned, identify }: Output): Paths {
  return {
    size: owned.size,
    has: (path) => owned.get(identify(path))?.path === path,
    *[Symbol.iterator]() {
      for (const { path } of owned.values()) yield path;
    },
  };
}
