import { folderOf } from '../base/address.ts';
import { type Disk, removeTree } from './disk.ts';
import { foldersAbove } from './output-path.ts';

/**
 * Where bytes wait until all of them are there, at the paths that they shall have: a folder that is new can then be
 * moved into place in one step, with all that is in it.
 */
export interface Stage {
  /** The absolute path at which the bytes wait now. */
  add(path: string, bytes: Uint8Array): string;
  /** Where what shall stand at a path of the site waits. */
  at(path: string): string;
  /** Whether anything waits below a path. */
  isFolder(path: string): boolean;
}

/** Makes `folder` empty, or leaves it absent. */
export function clearStage(disk: Disk, folder: string): void {
  if (disk.stat(folder) !== undefined) removeTree(disk, folder);
}

export function openStage(disk: Disk, folder: string): Stage {
  // The stage also holds our own records before they are in force.
  const at = (path: string): string => `${folder}/site/${path}`;
  const made = new Set<string>();
  const makeFolder = (path: string): void => {
    if (made.has(path)) return;
    disk.makeFolder(path === '' ? `${folder}/site` : at(path));
    made.add(path);
    for (const above of foldersAbove(path)) made.add(above);
  };
  return {
    at,
    isFolder: (path) => made.has(path),
    add(path, bytes) {
      makeFolder(folderOf(path));
      disk.write(at(path), bytes);
      return at(path);
    },
  };
}
