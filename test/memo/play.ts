import fc from 'fast-check';
import { type BuildInput, type BuildResult, build } from '../../src/build.ts';
import { emptyMemos, type Memos } from '../../src/memo/memos.ts';
import { memoStore } from '../../src/memo/store.ts';
import { memoryFileSystem } from '../../src/read/memory-file-system.ts';
import type { Disk } from '../../src/write/disk.ts';
import { openPublication } from '../../src/write/publish.ts';
import { NOW } from '../support.ts';
import { faulty } from '../write/intercepted-disk.ts';
import { type MemoryDisk, memoryDisk } from '../write/memory-disk.ts';
import { anyEdit, applyEdit, type Edit, firstFiles, type Workspace } from './edits.ts';
import { MINI_THEME } from './mini-theme.ts';

/** What happens to a site: each step is one to three edits and then a build. */
export interface Story {
  readonly steps: readonly (readonly Edit[])[];
  /** Every build is a process of its own, which has only what the one before it wrote to the disk. */
  readonly restarts: boolean;
}

export function anyStory(length: number): fc.Arbitrary<Story> {
  return fc.record({
    steps: fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 3 }), {
      minLength: length,
      maxLength: length,
    }),
    restarts: fc.boolean(),
  });
}

const ROOT = '/out';
const THEME = memoryFileSystem(MINI_THEME);
const CACHE = '/cache';

function inputOf(files: Workspace, disk: Disk, { output }: Memos): BuildInput {
  return {
    site: memoryFileSystem(Object.fromEntries(files)),
    theme: THEME,
    publication: () => openPublication(disk, ROOT, { pid: 1, startedAt: '' }, () => false, output),
    baseUrl: undefined,
    now: NOW,
    drafts: false,
    future: false,
    keepGoing: false,
    strictness: 'lenient',
  };
}

/** Plays a story with one memory and one output; after each step a build from nothing must have said and made the same. */
export function play(story: Story): void {
  const files = firstFiles();
  const disk = memoryDisk();
  const cache = memoryDisk();
  const store = memoStore(cache, CACHE, 'memo', 'test');
  let memos = emptyMemos();
  build(inputOf(files, disk, memos), memos);
  store.save(memos);
  for (const edits of story.steps) {
    for (const edit of edits) {
      applyEdit(files, edit);
      if (edit.does === 'cut cache' || edit.does === 'spoil cache') spoil(cache, edit);
      if (edit.does === 'lose') {
        lose(disk, edit.index);
        // Whoever misses a published file says so.
        memos.output.last = undefined;
      }
    }
    const kill = edits.find((edit) => edit.does === 'kill');
    if (kill !== undefined) build(inputOf(files, faulty(disk, kill.after, 'killed'), memos), memos);
    if (story.restarts || kill !== undefined || edits.some((edit) => edit.does.endsWith('cache'))) {
      memos = store.load();
    }
    memos = step(files, disk, memos);
    store.save(memos);
  }
}

function step(files: Workspace, disk: MemoryDisk, memos: Memos): Memos {
  const before = published(disk);
  const result = build(inputOf(files, disk, memos), memos);
  const clean = memoryDisk();
  const nothing = { ...emptyMemos(), templates: compiledForClean };
  const expected = build(inputOf(files, clean, nothing), nothing);
  same(told(result), told(expected));
  same(published(disk), result.published ? published(clean) : before);
  return memos;
}

/** Of builds from nothing alone; compiling takes longer than all the rest of them. */
const compiledForClean = emptyMemos().templates;

/** All but what a build that was stopped leaves for the next one to clear away. */
function published(disk: MemoryDisk): object {
  return Object.fromEntries(
    Object.entries(disk.snapshot(`${ROOT}/.bantin/stage`)).filter(([path]) => !path.endsWith('/lock')),
  );
}

function told({ ok, published, diagnostics, summary, language }: BuildResult): object {
  const { articles, pages, skipped } = summary;
  return { ok, published, diagnostics, language, articles, pages, skipped };
}

/** Many times faster than `expect`, which makes its message whether it is needed or not. */
function same(actual: object, expected: object): void {
  const [a, b] = [JSON.stringify(sorted(actual)), JSON.stringify(sorted(expected))];
  if (a === b) return;
  const start = [...a].findIndex((character, index) => character !== b[index]);
  const from = Math.max(0, start - 200);
  throw new Error(`…${a.slice(from, start + 200)}\n  is not\n…${b.slice(from, start + 200)}`);
}

function sorted(value: object): [string, unknown][] {
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}

function spoil(cache: MemoryDisk, { does, at }: Extract<Edit, { readonly at: number }>): void {
  const bytes = cache.read(`${CACHE}/memo`);
  if (bytes === undefined) return;
  const place = Math.floor(at * bytes.length);
  const spoilt = does === 'cut cache' ? bytes.slice(0, place) : Uint8Array.from(bytes);
  if (does === 'spoil cache') spoilt[place] = (spoilt[place] ?? 0) ^ 1;
  cache.write(`${CACHE}/memo`, spoilt);
}

function lose(disk: MemoryDisk, index: number): void {
  const published = Object.entries(disk.snapshot())
    .filter(([path, text]) => text !== null && path.startsWith(`${ROOT}/`) && !path.includes('/.bantin/'))
    .map(([path]) => path);
  const path = published[index % Math.max(1, published.length)];
  if (path !== undefined) disk.removeFile(path);
}
