import type { FileSystem, FolderEntry } from './file-system.ts';

/** A file system in which nothing changes while the program runs, as the built-in theme: it is read once. */
export function unchangingFileSystem(files: FileSystem): FileSystem {
  const lists = new Map<string, readonly FolderEntry[] | undefined>();
  const contents = new Map<string, Uint8Array>();
  return {
    list(folder) {
      if (!lists.has(folder)) lists.set(folder, files.list(folder));
      return lists.get(folder);
    },
    read(path, length) {
      const bytes = contents.get(path) ?? files.read(path);
      contents.set(path, bytes);
      return length === undefined ? bytes : bytes.subarray(0, length);
    },
    stat: (path) => files.stat(path),
    follow: (path) => files.follow(path),
  };
}
