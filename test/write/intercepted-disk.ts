import type { Disk } from '../../src/write/disk.ts';
import { diskError } from './memory-disk.ts';

export interface Call {
  readonly name: keyof Disk;
  /** The path that the call may change, or asks for. */
  readonly path: string;
}

/** A disk each of whose calls goes through `around`. */
export function intercepted(disk: Disk, around: <T>(call: Call, run: () => T) => T): Disk {
  return {
    read: (path) => around({ name: 'read', path }, () => disk.read(path)),
    holds: (path, pieces) => around({ name: 'holds', path }, () => disk.holds(path, pieces)),
    stat: (path) => around({ name: 'stat', path }, () => disk.stat(path)),
    list: (path) => around({ name: 'list', path }, () => disk.list(path)),
    makeFolder: (path) => around({ name: 'makeFolder', path }, () => disk.makeFolder(path)),
    write: (path, bytes) => around({ name: 'write', path }, () => disk.write(path, bytes)),
    writeDurably: (path, bytes) =>
      around({ name: 'writeDurably', path }, () => disk.writeDurably(path, bytes)),
    writeNew: (path, bytes) => around({ name: 'writeNew', path }, () => disk.writeNew(path, bytes)),
    rename: (from, path) => around({ name: 'rename', path }, () => disk.rename(from, path)),
    removeFile: (path) => around({ name: 'removeFile', path }, () => disk.removeFile(path)),
    removeFolder: (path) => around({ name: 'removeFolder', path }, () => disk.removeFolder(path)),
  };
}

/** The calls made, in order. */
export function recorded(disk: Disk, calls: Call[]): Disk {
  return intercepted(disk, (call, run) => {
    calls.push(call);
    return run();
  });
}

export type Fault =
  /** One call is refused. */
  | 'refused'
  /** One call is done and reported as failed, as network disks do. */
  | 'done'
  /** The process dies before the call: no call after it is done either. */
  | 'killed';

/** A disk on which the call number `at`, from 0, goes wrong. */
export function faulty(disk: Disk, at: number, fault: Fault, code = 'EIO'): Disk {
  let count = 0;
  return intercepted(disk, (call, run) => {
    const number = count++;
    if (number === at || (fault === 'killed' && number > at)) {
      if (fault === 'done') run();
      throw diskError(code, call.name, call.path);
    }
    return run();
  });
}
