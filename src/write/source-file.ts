import path from 'node:path';
import type { Disk } from './disk.ts';
import { errorCode } from './output.ts';

/** Writes a new file among a writer's sources; false, and nothing done, if there is one of that name. */
export function writeSourceFile(disk: Disk, root: string, file: string, text: string): boolean {
  const target = path.join(root, ...file.split('/'));
  const folders: string[] = [];
  for (let folder = path.dirname(target); disk.stat(folder) === undefined; folder = path.dirname(folder)) {
    folders.unshift(folder);
  }
  for (const folder of folders) disk.makeFolder(folder);
  try {
    disk.writeNew(target, new TextEncoder().encode(text));
    return true;
  } catch (cause) {
    if (errorCode(cause) === 'EEXIST') return false;
    throw cause;
  }
}
