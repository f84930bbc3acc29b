import { afterEach, expect, it, vi } from 'vitest';
import { type Call, faulty, intercepted, recorded } from '../write/intercepted-disk.ts';

vi.mock('../../src/picture/draw.ts', () => import('../picture/drawn-as-text.ts'));

const PERFORM = '../../src/write/perform.ts';
const STAGE = '../../src/write/stage.ts';

type Perform = typeof import('../../src/write/perform.ts');
type Stage = typeof import('../../src/write/stage.ts');
type Module = Readonly<Record<string, unknown>>;

afterEach(() => {
  vi.doUnmock(PERFORM);
  vi.doUnmock(STAGE);
  vi.resetModules();
});

/**
 * What the program with the fault is caught at, as it is found: not killed, or killed before every fourth call of a
 * build over an older site.
 */
async function* findings<T extends Module>(module: string, mutation: (original: T) => Module) {
  vi.resetModules();
  const { cleanOf, AFTER, BEFORE, differenceOn } = await import('./ten-articles.ts');
  const sound = { before: cleanOf(BEFORE).snapshot(), after: cleanOf(AFTER).snapshot() };
  vi.resetModules();
  vi.doMock(module, async () => {
    const original = await vi.importActual<T>(module);
    return { ...original, ...mutation(original) };
  });
  const { buildOnto, published, stamped, ROOT } = await import('./ten-articles.ts');
  const { crawler } = await import('./crawler.ts');
  const last = published();

  const calls: Call[] = [];
  const isDead = (disk: ReturnType<typeof last.output>): boolean => {
    const reader = crawler(
      (file) => disk.read(`${ROOT}/${file}`),
      () => true,
    );
    reader.wholeSite();
    return reader.complaints.length > 0;
  };
  const watched = last.output();
  let wasDead = false;
  const looking = intercepted(watched, (_, run) => {
    const value = run();
    wasDead ||= isDead(watched);
    return value;
  });
  buildOnto(recorded(looking, calls), stamped(AFTER), last.stored());
  if (wasDead) yield 'a dead link';
  if (differenceOn(watched, sound.after) !== undefined) yield 'a sound build';
  for (let at = 0; at < calls.length; at += 4) {
    const disk = last.output();
    buildOnto(faulty(disk, at, 'killed'), stamped(AFTER), last.stored());
    const back = disk.copy();
    buildOnto(disk, stamped(AFTER), last.stored());
    buildOnto(back, stamped(BEFORE), last.stored());
    if (differenceOn(disk, sound.after) !== undefined) yield 'the build after a killed one';
    if (differenceOn(back, sound.before) !== undefined) yield 'the build after a killed one, of the old site';
  }
}

type Findings = ReturnType<typeof findings>;

async function all(found: Findings): Promise<readonly string[]> {
  const said = new Set<string>();
  for await (const finding of found) said.add(finding);
  return [...said];
}

/** What is found up to the first of these; nothing more is looked for. */
async function upTo(wanted: string, found: Findings): Promise<readonly string[]> {
  const said: string[] = [];
  for await (const finding of found) {
    said.push(finding);
    if (finding === wanted) break;
  }
  return said;
}

it('the sound program passes', async () => {
  expect(await all(findings<Perform>(PERFORM, () => ({})))).toEqual([]);
});

it('a program that skips deletions is caught', async () => {
  const nothing = { files: [], folders: [] };
  const caught = findings<Perform>(PERFORM, ({ perform }) => ({
    perform: (...[disk, root, changes, records]: Parameters<typeof perform>) =>
      perform(disk, root, { ...changes, removals: nothing }, records),
  }));
  expect(await upTo('a sound build', caught)).toContain('a sound build');
});

it('a program that writes the manifest first is caught', async () => {
  const caught = findings<Perform>(PERFORM, ({ perform }) => ({
    perform(...[disk, root, changes, records]: Parameters<typeof perform>) {
      disk.write(records.paths.manifest, records.manifest.pieces);
      perform(disk, root, changes, records);
    },
  }));
  const said = await upTo('the build after a killed one', caught);
  expect(said).toContain('the build after a killed one');
  expect(said).not.toContain('a sound build');
});

it('a program that deletes before it changes is caught', async () => {
  const caught = findings<Perform>(PERFORM, ({ perform }) => ({
    perform(...[disk, root, changes, records]: Parameters<typeof perform>) {
      perform(disk, root, { ...changes, obstacles: changes.removals, removals: changes.obstacles }, records);
    },
  }));
  expect(await upTo('a dead link', caught)).toContain('a dead link');
});

it('a program that changes before it adds is caught', async () => {
  const caught = findings<Perform>(PERFORM, ({ perform }) => ({
    perform(...[disk, root, changes, records]: Parameters<typeof perform>) {
      const { additions } = changes;
      perform(
        disk,
        root,
        { ...changes, additions: { ...additions, moves: changes.changes }, changes: additions.moves },
        records,
      );
    },
  }));
  expect(await upTo('a dead link', caught)).toContain('a dead link');
});

it('a program that keeps no journal is caught', async () => {
  const caught = findings<Perform>(PERFORM, ({ perform }) => ({
    perform: (...[disk, root, changes, records]: Parameters<typeof perform>) =>
      perform(disk, root, { ...changes, claims: new Map() }, records),
  }));
  expect(await all(caught)).toEqual(['the build after a killed one, of the old site']);
});

it('a program that does not clear the stage is caught', async () => {
  const caught = findings<Stage>(STAGE, () => ({ clearStage: () => {} }));
  expect(await upTo('a sound build', caught)).toContain('a sound build');
});
