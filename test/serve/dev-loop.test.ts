import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { error, wholeFile } from '../../src/base/diagnostic.ts';
import type { BuildResult } from '../../src/build.ts';
import { memoryFileSystem } from '../../src/read/memory-file-system.ts';
import { nodeFileSystem } from '../../src/read/node-file-system.ts';
import { rememberingFileSystem } from '../../src/read/remembering-file-system.ts';
import { type DevEvent, type DevOptions, startDev } from '../../src/serve/dev.ts';
import { check } from '../support.ts';

/** `dev` around a build that does what it is told. */
async function loop(
  build: (call: number) => BuildResult,
  published: DevOptions['published'] = () => undefined,
  now: DevOptions['now'] = () => 0,
) {
  const root = mkdtempSync(path.join(tmpdir(), 'bantin-dev-'));
  mkdirSync(path.join(root, 'content'));
  const events: DevEvent[] = [];
  let calls = 0;
  const dev = await startDev({
    root,
    sources: rememberingFileSystem(nodeFileSystem(root)),
    disk: nodeFileSystem(root),
    build: () => build(++calls),
    output: memoryFileSystem({ 'moi/index.html': 'Mới.' }),
    doubtOutput: () => {},
    now,
    published,
    client: { script: '', style: '' },
    port: 0,
    basePath: '',
    language: 'vi',
    languageOf: (site) => site,
    tell: (event) => events.push(event),
  });
  onTestFinished(async () => {
    await dev.close();
    rmSync(root, { recursive: true });
  });
  await dev.ready;
  return {
    save: () => writeFileSync(path.join(root, 'content/bai.md'), `${calls}`),
    kinds: () => events.map(({ kind }) => kind),
    get: (target: string) => {
      const [started] = events;
      const address = started?.kind === 'started' ? started.address : '';
      return fetch(new URL(target, address));
    },
  };
}

const NOTHING = check({});

it('a fault in a build is told, and the next change is built', async () => {
  const { save, kinds } = await loop((call) => {
    if (call <= 2) throw new Error('hỏng');
    return NOTHING;
  });
  expect(kinds().slice(0, 2)).toEqual(['started', 'fault']);
  await expect.poll(kinds).toContain('built');
  const before = kinds().length;
  save();
  await expect.poll(() => kinds().length).toBeGreaterThan(before);
  expect(kinds().filter((kind) => kind === 'fault')).toHaveLength(1);
});

const DUE = { at: 100, clock: '' };

it.each([
  ['', DUE],
  [', after a build that looked at no article too', undefined],
])('an article that is due is published though nobody saves anything%s', async (_, later) => {
  let seconds = 99;
  const build = (call: number) => ({
    ...NOTHING,
    until: seconds >= 100 ? null : call === 1 ? DUE : later,
  });
  const { kinds } = await loop(build, undefined, () => seconds);
  const built = () => kinds().filter((kind) => kind === 'built').length;
  // Until it is quiet: one look at everything comes when the folder is watched.
  await sleep(2500);
  const before = built();
  await sleep(2500);
  expect(built()).toBe(before);
  seconds = 100;
  await expect.poll(built, { timeout: 20_000 }).toBe(before + 1);
});

it('a fault that is gone when everything is looked at again is none', async () => {
  const { kinds } = await loop((call) => {
    if (call === 1) throw new Error('một tệp bị ghi trong lúc đọc');
    return NOTHING;
  });
  expect(kinds().slice(0, 2)).toEqual(['started', 'built']);
});

it.each([
  [true, 200],
  [false, 404],
])('after a write error that had begun (%s) what stands on the disk is served', async (begun, status) => {
  let paths: readonly string[] = [];
  const diagnostics = [error('output-full', wholeFile('dist'), { begun })];
  const { get } = await loop(
    () => {
      paths = ['moi/index.html'];
      return { ...NOTHING, ok: false, diagnostics };
    },
    () => ({ paths, version: 'half' }),
  );
  expect((await get('/moi/')).status).toBe(status);
});
