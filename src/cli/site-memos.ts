import path from 'node:path';
import { fingerprint } from '../base/fingerprint.ts';
import type { Spill } from '../base/spill.ts';
import { PROGRAM } from '../memo/program.ts';
import { type MemoStore, memoStore } from '../memo/store.ts';
import { nodeDisk } from '../write/node-disk.ts';
import { spillFile } from '../write/spill-file.ts';

/** What builds of one site into one folder remember. It may be deleted at any time. */
export function siteMemoStore(root: string, out: string): MemoStore {
  return memoStore(nodeDisk(), cacheFolder(root), cacheName(root, out), PROGRAM);
}

/** Where a build of a large site puts what it cannot hold in memory. */
export function siteSpill(root: string, out: string): Spill {
  // Removed with the drafts of the cache, if a system should not have removed it at once.
  return spillFile(path.join(cacheFolder(root), `${cacheName(root, out)}.${process.pid}.bodies`));
}

function cacheFolder(root: string): string {
  return path.join(root, '.bantin', 'cache');
}

function cacheName(root: string, out: string): string {
  return `${fingerprint(path.relative(root, out)).slice(0, 8)}.json`;
}
