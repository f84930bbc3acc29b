import { type Disk, removeTree } from './disk.ts';

/** Where bytes wait until all of them are there, under numbers: no path of the site is too long for it. */
export interface Stage {
  /** The absolute path at which the bytes wait now. */
  add(bytes: Uint8Array): string;
}

/** Files in one folder; many more make some disks slow. */
const FOLDER_SIZE = 1000;

/** Makes `folder` empty, or leaves it absent. */
export function clearStage(disk: Disk, folder: string): void {
  if (disk.stat(folder) !== undefined) removeTree(disk, folder);
}

export function openStage(disk: Disk, folder: string): Stage {
  let count = 0;
  let current = '';
  return {
    add(bytes) {
      if (count % FOLDER_SIZE === 0) {
        current = `${folder}/${count / FOLDER_SIZE}`;
        disk.makeFolder(current);
      }
      const path = `${current}/${count++}`;
      disk.write(path, bytes);
      return path;
    },
  };
}
