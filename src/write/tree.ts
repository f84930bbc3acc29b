import { folderOf } from '../base/address.ts';
import type { Disk, DiskEntry } from './disk.ts';

/**
 * What one can stand on to reach a path: a real folder; nothing yet; or something else in the way, such as a file or
 * a link, with its path. Links are never followed, or we would write and remove in other people's folders.
 */
export type Footing = 'folder' | 'missing' | { readonly obstacle: string; readonly isFile: boolean };

/** The output folder as it is on the disk. Folders are asked for once; make a new one when they may have changed. */
export interface Tree {
  footing(folder: string): Footing;
  /** What is at a path; undefined if nothing is, or if no real folder leads there. */
  entry(path: string): DiskEntry | undefined;
}

export function readTree(disk: Disk, root: string): Tree {
  const known = new Map<string, Footing>([['', 'folder']]);

  function footing(folder: string): Footing {
    const remembered = known.get(folder);
    if (remembered !== undefined) return remembered;
    const parent = footing(folderOf(folder));
    const found = parent === 'folder' ? footingOf(folder, disk.stat(`${root}/${folder}`)) : parent;
    known.set(folder, found);
    return found;
  }

  return {
    footing,
    entry: (path) => (footing(folderOf(path)) === 'folder' ? disk.stat(`${root}/${path}`) : undefined),
  };
}

function footingOf(folder: string, entry: DiskEntry | undefined): Footing {
  if (entry === undefined) return 'missing';
  return entry.kind === 'folder' ? 'folder' : { obstacle: folder, isFile: entry.kind === 'file' };
}
