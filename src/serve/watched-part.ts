import path from 'node:path';
import type { FileSystem } from '../read/file-system.ts';
import type { WatchOptions } from './watch.ts';

/** What a build reads of a site's folder. They may come into being later, so the folder itself is watched. */
const SOURCES: readonly string[] = ['content', 'templates'];
/** Git writes much, and nothing of it is a source. */
const IGNORED = '.git';

/** Which part of the folder `root` is watched; `disk` is that folder. */
export function watchedPart(root: string, disk: FileSystem): Pick<WatchOptions, 'ignored' | 'folders'> {
  const namesOf = (file: string): string[] => path.relative(root, file).split(path.sep);
  const ignored = (file: string): boolean => {
    const names = namesOf(file);
    return !SOURCES.includes(names[0] ?? '') || names.includes(IGNORED);
  };
  const list = (folder: string, names: readonly string[]): string[] => [
    folder,
    ...entriesOf(disk, names.join('/'))
      .filter(({ name, kind }) => kind === 'folder' && !ignored(path.join(folder, name)))
      .flatMap(({ name }) => list(path.join(folder, name), [...names, name])),
  ];
  return {
    ignored,
    folders: {
      has: (file) => isFolder(disk, namesOf(file).join('/')),
      list: () => list(root, []),
    },
  };
}

function isFolder(disk: FileSystem, folder: string): boolean {
  try {
    return disk.list(folder) !== undefined;
  } catch {
    return true;
  }
}

/** A folder that nobody may read has nothing that could be watched. */
function entriesOf(disk: FileSystem, folder: string) {
  try {
    return disk.list(folder) ?? [];
  } catch {
    return [];
  }
}
