import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
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
        whileOpen(path, (descriptor) => {
          for (const piece of bytes) writeFileSync(descriptor, piece);
        });
      }
    },
    writeDurably: (path, bytes) =>
      whileOpen(path, (descriptor) => {
        writeFileSync(descriptor, bytes);
        fsyncSync(descriptor);
      }),
    writeNew: (path, bytes) => writeFileSync(path, bytes, { flag: 'wx' }),
    rename: (from, to) => patient(() => renameSync(from, to)),
    removeFile: (path) => patient(() => unless(ABSENT, () => unlinkSync(path))),
    removeFolder: (folder) => patient(() => unless(NOT_REMOVED, () => rmdirSync(folder))),
  };
}

/** Opens an empty file. */
function whileOpen(path: string, operation: (descriptor: number) => void): void {
  const descriptor = openSync(path, 'w');
  try {
    operation(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function unless(harmless: ReadonlySet<unknown>, operation: () => void): void {
  try {
    operation();
  } catch (cause) {
    if (!harmless.has(errorCode(cause))) throw cause;
  }
}
