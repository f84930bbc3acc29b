/**
 * The little that `read` asks of a disk. Paths are POSIX and relative to one folder; `''` is that folder. Calls are
 * synchronous and hold one file open at a time, so that no limit on open files is ever met; reading 10,000 small
 * files this way is also faster than asynchronously.
 */
export interface FileSystem {
  /** The entries of a folder in any order; undefined if there is no such folder. */
  list(folder: string): readonly FolderEntry[] | undefined;
  /** All bytes, or the first `length`. Throws an `Error` whose message is fit for a diagnostic. */
  read(path: string, length?: number): Uint8Array;
  stat(path: string): FileStat;
  /** Where a link leads; `inside` is relative to the file system's folder, undefined if it leads out or nowhere. */
  follow(path: string): LinkTarget;
}

export interface FileStat {
  /** Bytes. */
  readonly size: number;
  /**
   * Changes whenever the file is written: size, times and number on the disk. Undefined if the disk cannot tell, or
   * if the last change is so fresh that the next one might bear the same time.
   */
  readonly stamp: string | undefined;
}

export interface FolderEntry {
  /** As the disk spells it. */
  readonly name: string;
  readonly kind: EntryKind;
}

export type EntryKind = 'file' | 'folder' | 'link' | 'other';

export interface LinkTarget {
  readonly target: string;
  readonly inside: { readonly path: string; readonly kind: EntryKind } | undefined;
}
