import { get } from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Contestant } from './contestants.ts';
import type { CorpusOptions } from './corpus.ts';
import { type EditKind, editsOf } from './edits.ts';
import { memoryOf } from './process-tree.ts';
import { PATIENCE, type Seen, save, startWatcher } from './watcher.ts';

export interface DevFigures {
  /** Seconds from the start of the process. */
  readonly firstPage: number;
  readonly edits: Readonly<Record<EditKind, readonly Seen[]>>;
  /** Megabytes; undefined where the system does not tell. */
  readonly memory: { readonly built: number; readonly edited: number; readonly peak: number } | undefined;
}

const KINDS: readonly EditKind[] = ['body', 'title', 'new'];
/**
 * Milliseconds between two edits, as a writer leaves them who saves often: builds of others go on after the page is there,
 * and `dev` looks through a large heap when it has been quiet for a while.
 */
const PAUSE = 2000;
/** Milliseconds after which another system has given up: one was seen that did not notice an edit in ten minutes. */
const OTHERS_PATIENCE = 90_000;

/** `bantin dev` in a site of ours, with so many edits of each kind, in turn. */
export async function measureDev(
  ours: Contestant,
  options: CorpusOptions,
  rounds: number,
): Promise<DevFigures> {
  const started = performance.now();
  const dev = startWatcher(ours);
  const manifest = path.join(ours.system.out, '.bantin', 'manifest.json');
  try {
    await visit(await dev.says(/http:\/\/\S+/));
    const firstPage = (performance.now() - started) / 1000;
    await dev.says(ours.system.watchReady);
    const built = memoryOf(dev.pid);
    const edits = editsOf(ours, options, (rounds + 1) * KINDS.length);
    const seen: Record<EditKind, Seen[]> = { body: [], title: [], new: [] };
    for (let round = 0; round <= rounds; round++) {
      for (const kind of KINDS) {
        const figures = await save(ours, edits.next(kind), dev, manifest);
        if (figures === undefined) throw new Error(`Not published: ${kind}`);
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

/** Milliseconds from a changed text to its page, in the site of another system that watches its files; infinite if it gives up. */
export async function measureOther(
  other: Contestant,
  options: CorpusOptions,
  rounds: number,
): Promise<number[]> {
  const watcher = startWatcher(other);
  try {
    await watcher.says(other.system.watchReady);
    const edits = editsOf(other, options, rounds + 1);
    const seen: number[] = [];
    for (let round = 0; round <= rounds; round++) {
      await sleep(PAUSE);
      const figures = await save(other, edits.next('body'), watcher, undefined, OTHERS_PATIENCE);
      if (figures === undefined) return [Number.POSITIVE_INFINITY];
      if (round > 0) seen.push(figures.page);
    }
    return seen;
  } finally {
    watcher.kill();
  }
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
