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
  buildStep(world, memos);
  store.save(memos);
  for (const edits of story.steps) {
    for (const edit of edits) {
      world.edit(edit);
      // Whoever misses a published file says so.
      if (edit.does === 'lose') memos.output.last = undefined;
    }
    const kill = edits.find((edit) => edit.does === 'kill');
    if (kill !== undefined) {
      buildStep({ ...world, disk: faulty(disk, kill.after, 'killed'), crew: ALONE }, memos);
    }
    if (story.restarts || kill !== undefined || edits.some((edit) => edit.does.endsWith('cache'))) {
      world.restart();
      memos = store.load();
    }
    step(world, memos, fromNothing);
    store.save(memos);
  }
}

function step(world: World, memos: Memos, fromNothing: CleanBuilds): void {
  const before = world.published();
  const result = buildStep(world, memos);
  const clean = fromNothing(world.files);
  same(told(result), clean.told);
  same(world.published(), result.published ? clean.published : before);
}

function buildStep(world: World, memos: Memos): BuildResult {
  const templates = compiledForStories(world.files);
  return build(inputOf(world.site(), world, memos), { ...memos, templates });
}

interface CleanBuild {
  readonly told: object;
  readonly published: Readonly<Record<string, string | null>>;
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
  const nothing = { ...emptyMemos(), templates: compiledForClean(files) };
  const site = memoryFileSystem(Object.fromEntries(files));
  const result = build({ ...inputOf(site, clean, nothing), crew: ALONE }, nothing);
  return { told: told(result), published: clean.published() };
}

/** Compiling takes longer than all the rest of a small build: once for the same templates, whoever has them. */
function compiledTemplates(): (files: ReadonlyMap<string, string>) => Memos['templates'] {
  const known = new Map<string, Memos['templates']>();
  return (files) => {
    const key = JSON.stringify([...files].filter(([path]) => path.startsWith('templates/')).sort());
    const memo = known.get(key) ?? emptyMemos().templates;
    // Stories have a few sets again and again, and many once.
    if (known.size > MOST_SETS) known.clear();
    known.set(key, memo);
    return memo;
  };
}

const MOST_SETS = 200;
const compiledForStories = compiledTemplates();
/** Of builds from nothing alone, which are not to fail by what others have compiled. */
const compiledForClean = compiledTemplates();

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
