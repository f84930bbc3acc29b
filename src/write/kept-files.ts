import { fingerprint } from '../base/fingerprint.ts';
import type { Output } from './changes.ts';
import { type Edition, pathsIn, type Wanted } from './edition.ts';
import { allFolders, foldersAbove } from './output-path.ts';
import { readTree } from './tree.ts';

/** What is ours and there, was not put anew, and is not crowded out by something that was put. */
export function keptFiles({ disk, root, owned, identify }: Output, edition: Edition): Map<string, Wanted> {
  const found = new Map<string, Wanted>();
  const tree = readTree(disk, root);
  const { files, reused } = edition;
  const wanted = [...pathsIn(edition)];
  const taken = new Set(wanted.map(identify));
  const folders = allFolders(wanted);
  for (const mine of owned.values()) {
    const { path } = mine;
    if (taken.has(identify(path)) || folders.has(path)) continue;
    if ([...foldersAbove(path)].some((folder) => files.has(folder) || reused.has(folder))) continue;
    if (tree.entry(path)?.kind !== 'file') continue;
    if (mine.published) {
      found.set(path, { ...mine.published, isStaged: false });
    } else {
      const bytes = disk.read(`${root}/${path}`) ?? new Uint8Array();
      const { kind } = mine;
      found.set(path, { path, fingerprint: fingerprint(bytes), size: bytes.length, kind, isStaged: false });
    }
  }
  return found;
}
