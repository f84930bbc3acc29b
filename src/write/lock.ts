import { error, wholeFile } from '../base/diagnostic.ts';
import type { Disk } from './disk.ts';
import { errorCode, OutputError } from './output.ts';

export interface Owner {
  readonly pid: number;
  /** When it began: for people to read, and to tell its process from a later one of the same id. */
  readonly startedAt: string;
}

/** Whether the process that had that id at that time is still at work; true where it may be. */
export type IsAlive = (pid: number, startedAt: string) => boolean;

export interface Lock {
  /** False if somebody took it for abandoned; then nothing in the output is ours to touch. */
  isHeld(): boolean;
  /** Throws an `OutputError` (`output-locked`) if it is not held any more. */
  confirm(): void;
  release(): void;
}

/**
 * The locks that this process holds. A lock of our own process id that is not among them was left by a dead process
 * that had the same id, as in containers, where the first process is always number 1.
 */
const held = new Set<string>();

const ATTEMPTS = 5;

/**
 * Takes the lock at `path`; one that is unreadable or whose owner is dead is taken over. Two builds may both find
 * the same dead lock: `confirm` it before the first change that cannot be taken back.
 *
 * Throws an `OutputError` (`output-locked`) if a living build holds it.
 */
export function acquireLock(disk: Disk, path: string, owner: Owner, isAlive: IsAlive): Lock {
  const bytes = Buffer.from(`${JSON.stringify({ pid: owner.pid, startedAt: owner.startedAt })}\n`);
  for (let attempt = 1; ; attempt++) {
    try {
      disk.writeNew(path, bytes);
      break;
    } catch (cause) {
      if (errorCode(cause) !== 'EEXIST') throw cause;
      const found = disk.read(path);
      const other = found && readOwner(found);
      const lives = other && (other.pid === owner.pid ? held.has(path) : isAlive(other.pid, other.startedAt));
      if (lives || attempt === ATTEMPTS) throw locked(path, other, cause);
      if (found) disk.removeFile(path);
    }
  }
  held.add(path);
  const isHeld = () => {
    const found = disk.read(path);
    return found !== undefined && bytes.equals(found);
  };
  return {
    isHeld,
    confirm() {
      if (isHeld()) return;
      const found = disk.read(path);
      throw locked(path, found && readOwner(found));
    },
    release() {
      held.delete(path);
      if (isHeld()) disk.removeFile(path);
    },
  };
}

function locked(path: string, other: Owner | undefined, cause?: unknown): OutputError {
  const params = { owner: other ? `pid ${other.pid}` : '?', since: other?.startedAt ?? '?' };
  return new OutputError([error('output-locked', wholeFile(path), params)], { cause });
}

function readOwner(bytes: Uint8Array): Owner | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString());
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('startedAt' in value))
      return undefined;
    const { pid, startedAt } = value;
    if (typeof pid !== 'number' || !Number.isInteger(pid) || pid < 1) return undefined;
    return typeof startedAt === 'string' ? { pid, startedAt } : undefined;
  } catch {
    return undefined;
  }
}
