import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { get } from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CorpusOptions } from './corpus.ts';
import { type Edit, type EditKind, editsOf } from './edits.ts';
import { COMMAND, ENVIRONMENT, memoryOf } from './processes.ts';

export interface DevFigures {
  /** Seconds from the start of the process. */
  readonly firstPage: number;
  readonly edits: Readonly<Record<EditKind, readonly Seen[]>>;
  /** Megabytes; undefined where the system does not tell. */
  readonly memory: { readonly built: number; readonly edited: number; readonly peak: number } | undefined;
}

/** Milliseconds from just before a file is saved. */
export interface Seen {
  /** Until every page that the edit is looked for in has it. */
  readonly page: number;
  /** Until the manifest, which is written last, has been replaced. */
  readonly all: number;
}

const KINDS: readonly EditKind[] = ['body', 'title', 'new'];
/** Milliseconds after which something is broken, not slow. */
const PATIENCE = 600_000;
/** Milliseconds between two edits: longer than folders take to settle, and than the rest of a build. */
const PAUSE = 250;

/** `bantin dev` in the site `root`, with so many edits of each kind, in turn. */
export async function measureDev(root: string, options: CorpusOptions, rounds: number): Promise<DevFigures> {
  const started = performance.now();
  const dev = startDev(root);
  try {
    await visit(await dev.says(/http:\/\/\S+/));
    const firstPage = (performance.now() - started) / 1000;
    await dev.says(/\d+ written, .* s$/m);
    const built = memoryOf(dev.pid);
    const edits = editsOf(root, options, (rounds + 1) * KINDS.length);
    const seen: Record<EditKind, Seen[]> = { body: [], title: [], new: [] };
    for (let round = 0; round <= rounds; round++) {
      for (const kind of KINDS) {
        const figures = await save(root, edits.next(kind), dev);
        // The first time, watches are still being made and code is new.
        if (round > 0) seen[kind].push(figures);
        await sleep(PAUSE);
      }
    }
    const edited = memoryOf(dev.pid);
    const memory = built && edited && { built: built.now, edited: edited.now, peak: edited.peak };
    await dev.stop();
    return { firstPage, edits: seen, memory };
  } finally {
    dev.kill();
  }
}

interface Dev {
  readonly pid: number | undefined;
  /** Waits until it has said something, now or before, and gives the words. */
  says(pattern: RegExp): Promise<string>;
  /** Throws if it has ended. */
  check(): void;
  /** As Ctrl-C does; rejects unless it ends well. */
  stop(): Promise<void>;
  kill(): void;
}

function startDev(root: string): Dev {
  const child = spawn(process.execPath, [COMMAND, 'dev', '--port', '0'], {
    cwd: root,
    env: ENVIRONMENT,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);

  const check = (): void => {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`dev has ended:\n${said}`);
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
      throw new Error(`dev does not say ${pattern}:\n${said}`);
    },
    async stop() {
      child.kill('SIGINT');
      const status = await ended;
      // Windows knows no such signal: the process is ended from outside.
      if (status !== 0 && process.platform !== 'win32') throw new Error(`dev: ${status}\n${said}`);
    },
    kill() {
      process.off('exit', kill);
      kill();
    },
  };
}

/** Asks until the front page is answered. */
async function visit(address: string): Promise<void> {
  const ask = (): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      get(address, { agent: false }, (response) => {
        response.resume().once('end', () => resolve(response.statusCode));
      }).once('error', reject);
    });
  for (const end = performance.now() + PATIENCE; performance.now() < end; await sleep(5)) {
    if ((await ask()) === 200) return;
  }
  throw new Error(`${address} is not served.`);
}

/** Looks at the disk every millisecond, as nobody who reads does: a page that is replaced is a new file. */
async function save(root: string, edit: Edit, dev: Dev): Promise<Seen> {
  const manifest = path.join(root, 'dist', '.bantin', 'manifest.json');
  const before = stampOf(manifest);
  const awaited = edit.shownIn.map(([file, words]) => whenItHas(path.join(root, file), words));
  let page: number | undefined;
  const started = performance.now();
  edit.save();
  for (;;) {
    await sleep(1);
    const elapsed = performance.now() - started;
    if (page === undefined && awaited.every((isThere) => isThere())) page = elapsed;
    if (page !== undefined && stampOf(manifest) !== before) return { page, all: elapsed };
    if (elapsed > PATIENCE) throw new Error(`Not published: ${edit.shownIn.join(' ')}`);
    dev.check();
  }
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
