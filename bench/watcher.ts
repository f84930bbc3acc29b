import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Contestant } from './contestants.ts';
import type { Edit } from './edits.ts';
import { ENVIRONMENT } from './processes.ts';

/** Milliseconds after which something is broken, not slow. */
export const PATIENCE = 600_000;

/** A process that builds again whenever a file is saved. */
export interface Watcher {
  readonly pid: number | undefined;
  /** Waits until it has said something, now or before, and gives the words. */
  says(pattern: RegExp): Promise<string>;
  /** Throws if it has ended. */
  check(): void;
  /** As Ctrl-C does; rejects unless it ends well. */
  stop(): Promise<void>;
  kill(): void;
}

/** Starts it; it may still be building for the first time. */
export function startWatcher({ system, root }: Contestant): Watcher {
  const { command, args } = system.watch;
  const child = spawn(command, args, { cwd: root, env: ENVIRONMENT, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      said += text;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const kill = (): void => void child.kill('SIGKILL');
  // Before the folder that it works in is taken away.
  process.prependOnceListener('exit', kill);

  const check = (): void => {
    if (child.exitCode === null && child.signalCode === null) return;
    throw new Error(`${system.name} has ended:\n${said}`);
  };
  return {
    pid: child.pid,
    check,
    async says(pattern) {
      for (const end = performance.now() + PATIENCE; performance.now() < end; await sleep(5)) {
        const [words] = pattern.exec(said) ?? [];
        if (words !== undefined) return words;
        check();
      }
      throw new Error(`${system.name} does not say ${pattern}:\n${said}`);
    },
    async stop() {
      child.kill('SIGINT');
      const status = await ended;
      // Windows knows no such signal: the process is ended from outside.
      if (status !== 0 && process.platform !== 'win32') throw new Error(`${system.name}: ${status}\n${said}`);
    },
    kill() {
      process.off('exit', kill);
      kill();
    },
  };
}

/** Milliseconds from just before a file is saved. */
export interface Seen {
  /** Until every page that the edit is looked for in has it. */
  readonly page: number;
  /** Until the last file, where one is known that is written last, has been replaced. */
  readonly all: number;
}

/**
 * Looks at the disk every millisecond, as nobody who reads does: a page that is replaced is a new file. `last` is the
 * file that is written last, if there is one. undefined if it has not been seen after so many milliseconds.
 */
export async function save(
  { root }: Contestant,
  edit: Edit,
  watcher: Watcher,
  last: string | undefined,
  patience = PATIENCE,
): Promise<Seen | undefined> {
  const isDone = last === undefined ? () => true : whenReplaced(path.join(root, last));
  const awaited = edit.shownIn.map(([file, words]) => whenItHas(path.join(root, file), words));
  let page: number | undefined;
  const started = performance.now();
  edit.save();
  for (;;) {
    await sleep(1);
    const elapsed = performance.now() - started;
    if (page === undefined && awaited.every((isThere) => isThere())) page = elapsed;
    if (page !== undefined && isDone()) return { page, all: elapsed };
    if (elapsed > patience) return undefined;
    watcher.check();
  }
}

function whenReplaced(file: string): () => boolean {
  const before = stampOf(file);
  return () => stampOf(file) !== before;
}

/** Reads a file again only if it is another than last time. */
function whenItHas(file: string, words: string): () => boolean {
  let stamp = stampOf(file);
  let isThere = false;
  return () => {
    const now = isThere ? stamp : stampOf(file);
    if (now !== stamp && now !== undefined) isThere = readFileSync(file, 'utf8').includes(words);
    stamp = now;
    return isThere;
  };
}

function stampOf(file: string): string | undefined {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found && `${found.ino} ${found.mtimeNs}`;
}
