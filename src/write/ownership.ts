import { isReachable, type Journal } from './journal.ts';
import type { Kind, Manifest, PublishedEntry } from './manifest.ts';

/**
 * Which files of the output are ours: those that the manifest or the journal of a build that was stopped names. No
 * other file is ever touched.
 *
 * - The manifest says which bytes a file has. A file of another size is written again; one of the same size is believed to
 *   be the one that was published, but for a build that remembers nothing (`--clean`), which reads it.
 * - A path that a journal names is ours, and what stands there is not known: the old bytes, the new ones or nothing.
 *   It is written again whatever the manifest says.
 * - A manifest that is cut short, edited or of another version proves nothing, and nor does a journal. Without a
 *   manifest only the journal's paths are ours. Without the journal that was there, the manifest's paths are ours
 *   but nothing is known of any of them. What is then no longer provably ours is treated as anybody's: adopted where
 *   it has the very bytes that we want, refused (`output-foreign`) where it stands in our way, left alone
 *   everywhere else, even if we once made it.
 */
export type Ownership = Map<string, Owned>;

export interface Owned {
  readonly path: string;
  readonly kind: Kind;
  /** Whether a reader of the site can be led there. What cannot be reached is replaced with what is new. */
  readonly reachable: boolean;
  /** undefined if nobody knows what stands there. */
  readonly published: PublishedEntry | undefined;
}

/**
 * By the name under which the disk knows each path, which `identify` gives. `journal`: `spoilt` if one is there that
 * cannot be read.
 */
export function ownership(
  manifest: Manifest | undefined,
  journal: Journal | 'spoilt' | undefined,
  identify: (path: string) => string,
): Ownership {
  const owned = new Map<string, Owned>();
  for (const [path, entry] of manifest ?? []) {
    const published = journal === 'spoilt' ? undefined : entry;
    owned.set(identify(path), { path, kind: entry.kind, reachable: true, published });
  }
  if (journal === undefined || journal === 'spoilt') return owned;
  for (const [path, { intent, kind }] of journal.claims) {
    const reachable = isReachable(intent, journal.phase);
    owned.set(identify(path), { path, kind, reachable, published: undefined });
  }
  return owned;
}
