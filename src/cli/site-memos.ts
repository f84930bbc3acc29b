import path from 'node:path';
import { fingerprint } from '../base/fingerprint.ts';
import { PROGRAM } from '../memo/program.ts';
import { type MemoStore, memoStore } from '../memo/store.ts';
import { nodeDisk } from '../write/node-disk.ts';

/** What builds of one site into one folder remember. It may be deleted at any time. */
export function siteMemoStore(root: string, out: string): MemoStore {
  const name = `${fingerprint(path.relative(root, out)).slice(0, 8)}.json`;
  return memoStore(nodeDisk(), path.join(root, '.bantin', 'cache'), name, PROGRAM);
}
