import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { fingerprint } from '../../src/base/fingerprint.ts';
import { REPOSITORY } from '../support.ts';

const COMMAND = path.join(REPOSITORY, 'build/bantin.js');
const PAUSE = new Int32Array(new SharedArrayBuffer(4));
const ENVIRONMENT = { PATH: process.env['PATH'] ?? '', SOURCE_DATE_EPOCH: '1795500000' };

/** Where files are written fastest: hundreds of builds are made here. */
export function fastFolder(): string {
  return mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'bantin-crash-'));
}

/** Runs the command to its end. */
export function bantin(args: readonly string[]) {
  return spawnSync(process.execPath, [COMMAND, ...args], { env: ENVIRONMENT, encoding: 'utf8' });
}

export interface Run {
  /** `SIGKILL`, or the exit status. */
  readonly end: NodeJS.Signals | number | null;
  readonly milliseconds: number;
  /** From the journal's coming to its going, or to the end. */
  readonly publishing: number | undefined;
}

/** When to kill a build: so many milliseconds after its start, or after its journal is there. */
export type Moment = { readonly after: 'start' | 'journal'; readonly milliseconds: number };

/** Runs the command; `meanwhile` is called again and again while it works, and most of all while it publishes. */
export async function runCommand(
  args: readonly string[],
  out: string,
  meanwhile: () => void,
  moment?: Moment,
): Promise<Run> {
  const journal = path.join(out, '.bantin/journal.json');
  const stage = path.join(out, '.bantin/stage');
  const started = performance.now();
  const child = spawn(process.execPath, [COMMAND, ...args], { env: ENVIRONMENT, stdio: 'ignore' });
  const ended = endOf(child);
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  // A journal that was there before is another build's; this one's comes after it.
  const former = numberOf(journal);
  let came: number | undefined;
  let went: number | undefined;
  while (!isOver) {
    const now = performance.now();
    const number = numberOf(journal);
    if (came === undefined && number !== undefined && number !== former) came = now;
    if (came !== undefined && number === undefined) went ??= now;
    const from = moment?.after === 'start' ? started : came;
    if (moment !== undefined && from !== undefined && now >= from + moment.milliseconds)
      child.kill('SIGKILL');
    meanwhile();
    // Looking takes time from the build; the journal is there for a few milliseconds, and comes after the stage.
    if (came !== undefined) await setImmediate();
    else if (!existsSync(stage)) await setTimeout(2);
    else {
      Atomics.wait(PAUSE, 0, 0, 0.2);
      await setImmediate();
    }
  }
  const now = performance.now();
  return {
    end: await ended,
    milliseconds: now - started,
    publishing: came === undefined ? undefined : (went ?? now) - came,
  };
}

export interface Resident {
  /** The exit status that the command would end with; `meanwhile` is called again and again while it works. */
  run(args: readonly string[], meanwhile: () => void): Promise<number>;
  close(): void;
}

/** The same program in a process that stays: it is started and compiled once, which takes longer than to build a small site. */
export function residentCommand(): Resident {
  const child = fork(path.join(import.meta.dirname, 'resident.mjs'), { env: ENVIRONMENT, silent: true });
  child.stdout?.resume();
  child.stderr?.resume();
  return {
    async run(args, meanwhile) {
      let end: number | undefined;
      child.once('message', (status: number) => {
        end = status;
      });
      child.send(args);
      while (end === undefined) {
        if (child.exitCode !== null || child.signalCode !== null) throw new Error('The process has ended.');
        meanwhile();
        await setImmediate();
      }
      return end;
    },
    close: () => child.disconnect(),
  };
}

function endOf(child: ChildProcess): Promise<NodeJS.Signals | number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (status, signal) => resolve(signal ?? status));
  });
}

function numberOf(file: string): number | undefined {
  return lstatSync(file, { throwIfNoEntry: false })?.ino;
}

export type Prints = ReadonlyMap<string, string | null>;

/** Every path below a folder with the fingerprint of its bytes, `null` for folders, in order. */
export function printsIn(folder: string): Map<string, string | null> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  const found = names.map((entry): [string, string | null] => {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file).split(path.sep).join('/');
    return [name, entry.isDirectory() ? null : fingerprint(readFileSync(file))];
  });
  return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}
