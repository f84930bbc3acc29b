import {
  closeSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
  writevSync,
} from 'node:fs';
import type { Disk } from './disk.ts';
import { errorCode } from './output.ts';
import { patiently, systemClock } from './patience.ts';

const ABSENT: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR']);
/** What systems say of a folder that is not empty, and of one that is not there. */
const NOT_REMOVED: ReadonlySet<unknown> = new Set(['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR']);

/** The disk of this machine. On Windows what a reader holds open is tried again for 2 s. */
export function nodeDisk(platform: NodeJS.Platform = process.platform): Disk {
  const patient: (operation: () => void) => void =
    platform === 'win32' ? (operation) => patiently(operation, systemClock) : (operation) => operation();

  return {
    read(path) {
      try {
        return readFileSync(path);
      } catch (cause) {
        if (ABSENT.has(errorCode(cause))) return undefined;
        throw cause;
      }
    },
    holds(path, pieces) {
      try {
        return hasBytes(path, pieces);
      } catch (cause) {
        if (ABSENT.has(errorCode(cause))) return false;
        throw cause;
      }
    },
    stat(path) {
      try {
        const entry = lstatSync(path, { throwIfNoEntry: false });
        if (entry === undefined) return undefined;
        return { kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other', size: entry.size };
      } catch (cause) {
        if (ABSENT.has(errorCode(cause))) return undefined;
        throw cause;
      }
    },
    list: (folder) => readdirSync(folder),
    makeFolder(folder) {
      mkdirSync(folder, { recursive: true });
    },
    write(path, bytes) {
      if (bytes instanceof Uint8Array) writeFileSync(path, bytes);
      else {
        whileOpen(path, 'w', (descriptor) => {
          for (const piece of bytes) writeFileSync(descriptor, piece);
        });
      }
    },
    writeDurably: (path, bytes) =>
      whileOpen(path, 'w', (descriptor) => {
        writeTogether(descriptor, bytes instanceof Uint8Array ? [bytes] : bytes);
        fsyncSync(descriptor);
      }),
    writeNew: (path, bytes) => writeFileSync(path, bytes, { flag: 'wx' }),
    rename: (from, to) => patient(() => renameSync(from, to)),
    removeFile: (path) => patient(() => unless(ABSENT, () => unlinkSync(path))),
    removeFolder: (folder) => patient(() => unless(NOT_REMOVED, () => rmdirSync(folder))),
  };
}

/** `flags` are those of `open`. */
function whileOpen<T>(path: string, flags: 'r' | 'w', operation: (descriptor: number) => T): T {
  const descriptor = openSync(path, flags);
  try {
    return operation(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** What a system takes in one call. */
const MOST_PIECES = 1024;

/** A thousand pieces of 15 MB in all take 3 ms so, and 17 one by one. */
function writeTogether(descriptor: number, pieces: readonly Uint8Array[]): void {
  for (let first = 0; first < pieces.length; first += MOST_PIECES) {
    const some = pieces.slice(first, first + MOST_PIECES);
    const written = writevSync(descriptor, some);
    // A disk that is nearly full takes only a part, and says why when it is given the rest.
    if (written < lengthOf(some)) writeFileSync(descriptor, Buffer.concat(some).subarray(written));
  }
}

/** Bytes of a file that are in memory at once while it is compared. */
const CHUNK = 1 << 20;

function hasBytes(path: string, pieces: readonly Uint8Array[]): boolean {
  return whileOpen(path, 'r', (descriptor) => {
    if (fstatSync(descriptor).size !== lengthOf(pieces)) return false;
    const chunk = Buffer.allocUnsafe(CHUNK);
    let filled = 0;
    let place = 0;
    return pieces.every((piece) => {
      for (let done = 0; done < piece.length; ) {
        if (place === filled) {
          filled = readSync(descriptor, chunk);
          place = 0;
          if (filled === 0) return false;
        }
        const length = Math.min(filled - place, piece.length - done);
        if (chunk.compare(piece, done, done + length, place, place + length) !== 0) return false;
        done += length;
        place += length;
      }
      return true;
    });
  });
}

function lengthOf(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0);
}

function unless(harmless: ReadonlySet<unknown>, operation: () => void): void {
  try {
    operation();
  } catch (cause) {
    if (!harmless.has(errorCode(cause))) throw cause;
  }
}
