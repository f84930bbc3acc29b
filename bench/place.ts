import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** 20/11/2026 09:00 in Vietnam: corpora end here, whatever the day is. */
export const END = Date.UTC(2026, 10, 20, 2) / 1000;

const MEMORY = '/dev/shm';
const TMPFS = 0x01021994;
/** Bytes an article, more than enough: three sites with all that is made of it were seen to take 85,000. */
const ROOM = 110_000;

/** Longer than a file counts as written just now, and is looked at again (`read/node-file-system.ts`). */
const FRESH = 2600;

export interface Place {
  /** Absolute: where folders are to be made. */
  readonly folder: string;
  /** As in `tmpfs (/dev/shm)`. */
  readonly name: string;
}

/** `wanted`, or memory if there is enough for so many articles, or where temporary files are. */
export function placeFor(articles: number, wanted: string | undefined): Place {
  const folder =
    wanted !== undefined ? path.resolve(wanted) : hasRoom(MEMORY, articles * ROOM) ? MEMORY : tmpdir();
  return { folder, name: `${isMemory(folder) ? 'tmpfs' : 'disk'} (${folder})` };
}

function hasRoom(folder: string, bytes: number): boolean {
  if (!isMemory(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= bytes;
}

function isMemory(folder: string): boolean {
  try {
    return statfsSync(folder).type === TMPFS;
  } catch {
    return false;
  }
}

/** Gives `use` a folder that is gone afterwards, also when the bench is ended with Ctrl-C. */
export async function inFolder<T>(place: Place, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(place.folder, 'bantin-bench-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const stop = (): void => process.exit(130);
  process.once('SIGINT', stop);
  process.once('exit', remove);
  try {
    return await use(folder);
  } finally {
    process.off('SIGINT', stop);
    process.off('exit', remove);
    remove();
  }
}

/** Waits until files that were written just now are as old as files are that nobody is writing. */
export async function settle(): Promise<void> {
  await sleep(FRESH);
}
