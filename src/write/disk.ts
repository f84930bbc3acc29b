/**
 * The calls that `write` makes of a disk, so that a test can make any one of them fail. Paths are absolute, with
 * `/` between names (Windows takes both). Errors are Node's own, with `code`.
 */
export interface Disk {
  /** All bytes; undefined if there is no such file. */
  read(path: string): Uint8Array | undefined;
  /** Whether there is a file of these bytes, which are given in pieces. None is held in memory as a whole. */
  holds(path: string, pieces: readonly Uint8Array[]): boolean;
  /** What is there, links not followed; undefined if nothing is. `size` in bytes, of files. */
  stat(path: string): DiskEntry | undefined;
  /** Names in the folder, in any order. */
  list(folder: string): readonly string[];
  /** With its parents; nothing happens if it is there already. */
  makeFolder(folder: string): void;
  /** Bytes, or pieces of them in their order. They are the caller's again when it returns, or asks for the next piece. */
  write(path: string, bytes: Uint8Array | Iterable<Uint8Array>): void;
  /** As `write` of pieces that are all there, and returns only when the bytes would outlive a power cut. */
  writeDurably(path: string, bytes: Uint8Array | readonly Uint8Array[]): void;
  /** Fails with `EEXIST` if there is anything at the path already. */
  writeNew(path: string, bytes: Uint8Array): void;
  /** In one step; a file at `to` is replaced. */
  rename(from: string, to: string): void;
  /** Nothing happens if there is no such file. */
  removeFile(path: string): void;
  /** Only if it is empty; otherwise, and if it is not there, nothing happens. */
  removeFolder(folder: string): void;
}

export interface DiskEntry {
  /** `other`: links, devices, sockets. */
  readonly kind: 'file' | 'folder' | 'other';
  readonly size: number;
}

/** Removes a folder with everything in it; links in it are removed, not followed. */
export function removeTree(disk: Disk, folder: string): void {
  for (const name of disk.list(folder)) {
    const path = `${folder}/${name}`;
    if (disk.stat(path)?.kind === 'folder') removeTree(disk, path);
    else disk.removeFile(path);
  }
  disk.removeFolder(folder);
}
