import type { FileSystem } from '../../src/read/file-system.ts';
import { diskError } from '../write/memory-disk.ts';

export interface Reading {
  readonly name: keyof FileSystem;
  readonly path: string;
}

/** `once`: one call is refused; `lasting`: so is every later call of its kind for the same path. */
export type ReadingFault = 'once' | 'lasting';

/** Counts the calls of all the file systems that it is put around, and refuses the one with the number `at`, from 0. */
export function refusing(at: number, fault: ReadingFault, code: string) {
  const readings: Reading[] = [];
  const around = <T>(name: keyof FileSystem, path: string, run: () => T): T => {
    const number = readings.push({ name, path }) - 1;
    const bad = readings[at];
    const isSame = fault === 'lasting' && bad?.name === name && bad.path === path;
    if (number === at || isSame) throw diskError(code, name, path);
    return run();
  };
  return {
    readings,
    files: (files: FileSystem): FileSystem => ({
      list: (folder) => around('list', folder, () => files.list(folder)),
      read: (path, length) => around('read', path, () => files.read(path, length)),
      stat: (path) => around('stat', path, () => files.stat(path)),
      follow: (path) => around('follow', path, () => files.follow(path)),
    }),
  };
}
