import { folderOf } from '../base/address.ts';
import type { FileStat, FileSystem, FolderEntry } from './file-system.ts';

/** A file system that asks the disk again only for what was put in doubt: for somebody who is told of changes. */
export interface RememberingFileSystem extends FileSystem {
  /** Paths relative to the file system's folder; of a folder, all that is below it is in doubt too. */
  doubt(paths: Iterable<string> | 'everything'): void;
}

/** More paths than this behind links, and all is in doubt: links that were changed just now may seem to have no end. */
const MANY = 1000;

export function rememberingFileSystem(files: FileSystem): RememberingFileSystem {
  const lists = new Map<string, readonly FolderEntry[] | undefined>();
  const stats = new Map<string, FileStat>();
  /** Who is told of a change below a link is told the link's name, and what is read is what it leads to. */
  const links = new Map<string, string>();

  const forget = (path: string): void => {
    stats.delete(path);
    lists.delete(folderOf(path));
    // A folder that came is in its parent's list alone; of one that was there, anything may have changed.
    if (!lists.delete(path)) return;
    const below = `${path}/`;
    for (const known of [...lists.keys()]) if (known.startsWith(below)) lists.delete(known);
    for (const known of [...stats.keys()]) if (known.startsWith(below)) stats.delete(known);
  };

  const forgetAll = (): void => {
    lists.clear();
    stats.clear();
  };

  return {
    list(folder) {
      if (!lists.has(folder)) lists.set(folder, files.list(folder));
      return lists.get(folder);
    },
    stat(path) {
      const known = stats.get(path);
      if (known !== undefined) return known;
      const stat = files.stat(path);
      // A file that was written just now may be written again within the same tick of the clock.
      if (stat.stamp !== undefined) stats.set(path, stat);
      return stat;
    },
    read(path, length) {
      const known = stats.get(path);
      // Whoever reads asks the disk anyway: if the file was written unseen, that is known from now on.
      if (known !== undefined && files.stat(path).stamp !== known.stamp) forget(path);
      return files.read(path, length);
    },
    follow(path) {
      const found = files.follow(path);
      if (found.inside === undefined) links.delete(path);
      else links.set(path, found.inside.path);
      return found;
    },
    doubt(paths) {
      if (paths === 'everything') return forgetAll();
      // What a link leads to may lie below another link.
      const doubted = new Set(paths);
      const enough = doubted.size + MANY;
      for (const path of doubted) {
        forget(path);
        for (const [link, inside] of links) {
          if (path === link || path.startsWith(`${link}/`)) doubted.add(inside + path.slice(link.length));
        }
        if (doubted.size > enough) return forgetAll();
      }
    },
  };
}
