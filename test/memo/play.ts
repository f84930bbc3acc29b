import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { ALONE } from '../../src/base/crew.ts';
import { type BuildInput, type BuildResult, build } from '../../src/build.ts';
import { emptyMemos, type Memos } from '../../src/memo/memos.ts';
import type { FileSystem } from '../../src/read/file-system.ts';
import { memoryFileSystem } from '../../src/read/memory-file-system.ts';
import { openPublication } from '../../src/write/publish.ts';
import { buildInput } from '../support.ts';
import { faulty } from '../write/intercepted-disk.ts';
import { anyEdit, type Edit } from './edits.ts';
import { MINI_THEME } from './mini-theme.ts';
import { memoryWorld, type World } from './worlds.ts';

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

const THEME = memoryFileSystem(MINI_THEME);

function inputOf(site: FileSystem, { disk, out, crew }: Place, { output }: Memos): BuildInput {
  const owner = { pid: 1, startedAt: '' };
  return buildInput({
    site,
    theme: THEME,
    publication: () => openPublication(disk, out, owner, () => false, output, crew),
  });
}

type Place = Pick<World, 'disk' | 'out' | 'crew'>;

/** Plays a story with one memory and one output; after each step a build from nothing must have said and made the same. */
export function play(story: Story, world: World = memoryWorld()): void {
  const { disk, store } = world;
  const fromNothing = cleanBuilds();
  let memos = emptyMemos();
  build(inputOf(world.site(), world, memos), memos);
  store.save(memos);
  let standing = world.published();
  for (const edits of story.steps) {
    for (const edit of edits) {
      world.edit(edit);
      // Whoever misses a published file says so.
      if (edit.does === 'lose') memos.output.last = undefined;
    }
    const kill = edits.find((edit) => edit.does === 'kill');
    if (kill !== undefined) {
      const dying = { ...world, disk: faulty(disk, kill.after, 'killed'), crew: ALONE };
      build(inputOf(world.site(), dying, memos), memos);
    }
    if (story.restarts || kill !== undefined || edits.some((edit) => edit.does.endsWith('cache'))) {
      world.restart();
      memos = { ...store.load(), templates: compiledForStories };
    }
    // To read the whole site takes as long as to write it.
    if (kill !== undefined || edits.some((edit) => edit.does === 'lose')) standing = world.published();
    standing = step(world, memos, fromNothing, standing);
    store.save(memos);
  }
}

/** What is published after the build, which is what was `standing` if it refused. */
function step(world: World, memos: Memos, fromNothing: CleanBuilds, standing: Published): Published {
  const result = build(inputOf(world.site(), world, memos), memos);
  const clean = fromNothing(world.files);
  if (!isDeepStrictEqual(told(result), clean.told)) tellApart(told(result), clean.told);
  const published = world.published();
  const expected = result.published ? clean.published : standing;
  if (!haveSameFiles(published, expected)) tellApart(published, expected);
  return published;
}

type Published = Readonly<Record<string, string | null>>;

interface CleanBuild {
  readonly told: object;
  readonly published: Published;
}

/** What a build from nothing says and makes of a site. */
type CleanBuilds = (files: ReadonlyMap<string, string>) => CleanBuild;

/** Steps that change no source, such as those that lose a published file, ask for the same one again. */
function cleanBuilds(): CleanBuilds {
  let last: { readonly sources: string; readonly clean: CleanBuild } | undefined;
  return (files) => {
    const sources = JSON.stringify(sorted(Object.fromEntries(files)));
    if (last?.sources !== sources) last = { sources, clean: buildClean(files) };
    return last.clean;
  };
}

function buildClean(files: ReadonlyMap<string, string>): CleanBuild {
  const clean = memoryWorld();
  const nothing = { ...emptyMemos(), templates: templatesForClean(files) };
  const site = memoryFileSystem(Object.fromEntries(files));
  const result = build({ ...inputOf(site, clean, nothing), crew: ALONE }, nothing);
  return { told: told(result), published: clean.published() };
}

/** Compiling takes longer than all the rest of a small build: once for all of these processes, which are not to fail by it. */
const compiledForStories = emptyMemos().templates;

/** Of builds from nothing alone. A memory for each set of templates: it cannot give those of another, as the stories' own could. */
const compiledForClean = new Map<string, Memos['templates']>();
const MOST_SETS = 200;

function templatesForClean(files: ReadonlyMap<string, string>): Memos['templates'] {
  const key = JSON.stringify([...files].filter(([path]) => path.startsWith('templates/')).sort());
  const memo = compiledForClean.get(key) ?? emptyMemos().templates;
  // Stories have a few sets again and again, and many once.
  if (compiledForClean.size > MOST_SETS) compiledForClean.clear();
  compiledForClean.set(key, memo);
  return memo;
}

function told({ ok, published, diagnostics, summary, language }: BuildResult): object {
  const { articles, pages, skipped } = summary;
  return { ok, published, diagnostics, language, articles, pages, skipped };
}

/** Many times faster than `expect`, which makes its message whether it is needed or not. */
function haveSameFiles(actual: Published, expected: Published): boolean {
  const paths = Object.keys(actual);
  if (paths.length !== Object.keys(expected).length) return false;
  return paths.every((path) => Object.hasOwn(expected, path) && actual[path] === expected[path]);
}

function tellApart(actual: object, expected: object): never {
  const [a, b] = [JSON.stringify(sorted(actual)), JSON.stringify(sorted(expected))];
  const start = [...a].findIndex((character, index) => character !== b[index]);
  const from = Math.max(0, start - 200);
  throw new Error(`…${a.slice(from, start + 200)}\n  is not\n…${b.slice(from, start + 200)}`);
}

function sorted(value: object): [string, unknown][] {
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}
