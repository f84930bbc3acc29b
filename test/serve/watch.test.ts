import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as chokidar from 'chokidar';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Doubtful } from '../../src/serve/gathering.ts';
import { type WatchOptions, watch } from '../../src/serve/watch.ts';
import { foldersOf, mirrorOf, readFolder } from './mirror.ts';

/** A folder with some files, watched; `settled` waits until two seconds of quiet at most. */
async function watched(options: Partial<WatchOptions> = {}) {
  const root = mkdtempSync(path.join(tmpdir(), 'bantin-watch-'));
  const at = (name: string): string => path.join(root, ...name.split('/'));
  const write = (name: string, text: string): void => {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    writeFileSync(at(name), text);
  };
  for (const name of ['a/mot.md', 'a/hai.md', 'a/b/ba.md', 'bon.md']) write(name, `bài ${name}`);
  // So that nothing of the making is taken for news.
  await sleep(50);
  const mirror = mirrorOf(root);
  const calls: Doubtful[] = [];
  const watcher = await watch({
    root,
    ignored: (file) => path.relative(root, file).split(path.sep).includes('dist'),
    folders: foldersOf(root),
    onPolling: () => {},
    ...options,
    async onChange(doubtful) {
      calls.push(doubtful);
      mirror.look(doubtful);
      await options.onChange?.(doubtful);
    },
  });
  onTestFinished(async () => {
    await watcher.close();
    rmSync(root, { recursive: true, force: true });
  });
  await watcher.ready;
  // Then everything is in doubt, once: after that, only hints count.
  while (calls.length === 0) await sleep(5);
  calls.length = 0;
  const settled = async (): Promise<void> => {
    const deadline = Date.now() + 2000;
    while (Date.now() < deadline && !equal(mirror.files, readFolder(root))) await sleep(20);
    expect(Object.fromEntries(mirror.files)).toEqual(Object.fromEntries(readFolder(root)));
  };
  return { root, at, write, settled, calls, watcher };
}

function equal(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([name, text]) => b.get(name) === text);
}

type Site = Awaited<ReturnType<typeof watched>>;

const SAVES: Readonly<Record<string, (site: Site) => void | Promise<void>>> = {
  'a plain overwrite': ({ write }) => write('a/mot.md', 'mới'),
  'a file emptied and then written': async ({ write }) => {
    write('a/mot.md', '');
    await sleep(30);
    write('a/mot.md', 'mới');
  },
  'a new file renamed over the old one': ({ write, at }) => {
    write('a/.mot.md.tmp', 'mới');
    renameSync(at('a/.mot.md.tmp'), at('a/mot.md'));
  },
  'the old file renamed, a new one written (vim)': ({ write, at }) => {
    renameSync(at('a/mot.md'), at('a/mot.md~'));
    write('a/mot.md', 'mới');
    unlinkSync(at('a/mot.md~'));
  },
  'lock files beside it (LibreOffice, Word)': ({ write, at }) => {
    write('a/.~lock.mot.md#', 'ai đó');
    write('a/~$mot.md', 'ai đó');
    write('a/mot.md', 'mới');
    unlinkSync(at('a/.~lock.mot.md#'));
    unlinkSync(at('a/~$mot.md'));
  },
  'more at its end': ({ at }) => appendFileSync(at('a/mot.md'), ' thêm'),
  'a deletion': ({ at }) => unlinkSync(at('a/mot.md')),
  'a deletion and a new file at once': ({ write, at }) => {
    unlinkSync(at('a/mot.md'));
    write('a/mot.md', 'mới');
  },
  'a file renamed': ({ at }) => renameSync(at('a/mot.md'), at('a/moi.md')),
  'a folder renamed': ({ at }) => renameSync(at('a'), at('c')),
  'a folder removed and made again with other files': async ({ write, at }) => {
    rmSync(at('a'), { recursive: true });
    write('a/khac.md', 'khác');
    await sleep(60);
    write('a/khac.md', 'khác nữa');
  },
  'a tree of new folders': ({ write }) => {
    for (const name of ['x/y/z/mot.md', 'x/y/hai.md', 'x/ba.md']) write(name, name);
  },
  'the same size, with the old time put back': ({ write, at }) => {
    const { atime, mtime, size } = statSync(at('a/mot.md'));
    write('a/mot.md', 'x'.repeat(size));
    utimesSync(at('a/mot.md'), atime, mtime);
  },
  'other rights': ({ at, write }) => {
    chmodSync(at('a/mot.md'), 0o600);
    write('bon.md', 'mới');
  },
  'a file of no bytes': ({ write }) => write('a/mot.md', ''),
};

describe('a save is seen, whatever program makes it', () => {
  it.each(Object.entries(SAVES))('%s', async (name, save) => {
    const site = await watched();
    await save(site);
    await site.settled();
    // Where no folder has come or gone, the hints were enough.
    if (!name.includes('folder')) expect(site.calls).not.toContain('everything');
    // Once more: whatever the first save did to the watches, the second is seen too.
    site.write('bon.md', 'lần hai');
    site.write('a/mot.md', 'lần hai');
    await site.settled();
  });
});

/** The same numbers for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

function burst({ write, at, root }: Site, next: (below: number) => number): void {
  for (let count = 1 + next(200); count > 0; count--) {
    const known = [...readFolder(root).keys()].map((file) => path.relative(root, file));
    const name = known[next(known.length)] ?? 'bon.md';
    const fresh = `${['a', 'a/b', 'c', 'd/e'][next(4)]}/${next(40)}.md`;
    const choice = next(10);
    if (choice < 5) write(fresh, `${next(1000)}`);
    else if (choice < 7) write(name, `${next(1000)}`);
    else if (choice < 8) rmSync(at(name), { force: true });
    else if (choice < 9) {
      mkdirSync(path.dirname(at(fresh)), { recursive: true });
      renameSync(at(name), at(fresh));
    } else if (next(8) === 0) rmSync(at(['a', 'c', 'd'][next(3)] ?? 'a'), { recursive: true, force: true });
    if (known.length < 3) write('bon.md', 'một');
  }
}

describe('bursts', () => {
  it('fifty of them, each ending as the folder is', async () => {
    const site = await watched();
    for (let seed = 1; seed <= 50; seed++) {
      burst(site, numbers(seed));
      await site.settled();
    }
  }, 120_000);

  it('three thousand files at once come in a few calls', async () => {
    const site = await watched();
    for (let number = 0; number < 3000; number++) site.write(`k${number % 30}/${number}.md`, `${number}`);
    await site.settled();
    expect(site.calls.length).toBeLessThan(40);
  });
});

it('nobody is called while at work, and what came meanwhile is handed over afterwards', async () => {
  let atWork = 0;
  let most = 0;
  const site = await watched({
    async onChange() {
      atWork += 1;
      most = Math.max(most, atWork);
      await sleep(60);
      atWork -= 1;
    },
  });
  for (let number = 0; number < 20; number++) {
    site.write('a/mot.md', `${number}`);
    await sleep(15);
  }
  await site.settled();
  expect(most).toBe(1);
  expect(site.calls.length).toBeGreaterThan(2);
});

it('where the user asks for it, files are looked at from time to time', async () => {
  process.env['CHOKIDAR_USEPOLLING'] = '1';
  onTestFinished(() => {
    delete process.env['CHOKIDAR_USEPOLLING'];
  });
  const site = await watched();
  site.write('a/mot.md', 'mới');
  await site.settled();
  site.write('x/moi.md', 'mới');
  await site.settled();
});

it('a file behind a link is watched where it lies', async () => {
  const outside = mkdtempSync(path.join(tmpdir(), 'bantin-watch-'));
  onTestFinished(() => rmSync(outside, { recursive: true, force: true }));
  writeFileSync(path.join(outside, 'goc.md'), 'một');
  const site = await watched();
  symlinkSync(path.join(outside, 'goc.md'), site.at('a/noi.md'));
  site.write('moi/x.md', 'để nhìn lại từ đầu');
  await site.settled();
  while (!site.calls.includes('everything')) await sleep(20);
  await sleep(100);
  site.calls.length = 0;
  writeFileSync(path.join(outside, 'goc.md'), 'hai');
  await expect.poll(() => site.calls.length).toBeGreaterThan(0);
  expect([...(site.calls[0] ?? [])]).toContain(site.at('a/noi.md'));
});

it('over before it is ready, it is ready all the same', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'bantin-watch-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const nothing = { ignored: () => false, folders: foldersOf(root), onChange: () => {}, onPolling: () => {} };
  const watcher = await watch({ root, ...nothing });
  await watcher.close();
  await watcher.ready;
});

it('what is ignored is not told of', async () => {
  const site = await watched();
  site.write('dist/index.html', 'x');
  site.write('a/mot.md', 'mới');
  await sleep(300);
  const told = site.calls.flatMap((doubtful) => (doubtful === 'everything' ? [doubtful] : [...doubtful]));
  expect(told.some((file) => file.includes('mot.md'))).toBe(true);
  expect(told.filter((file) => file.includes('dist'))).toEqual([]);
  site.calls.length = 0;
  rmSync(site.at('dist'), { recursive: true });
  await sleep(300);
  expect(site.calls).toEqual([]);
});

it('after its end it is quiet', async () => {
  const site = await watched();
  site.write('a/mot.md', 'mới');
  await site.watcher.close();
  const before = site.calls.length;
  site.write('a/mot.md', 'mới nữa');
  await sleep(200);
  expect(site.calls.length).toBe(before);
});

it('where the system has no watches left, files are looked at from time to time, and that is said once', async () => {
  const told: string[] = [];
  const site = await watched({
    onPolling: (reason) => told.push(reason),
    create(folder, options) {
      const watcher = chokidar.watch(folder, options);
      if (!options.usePolling) {
        const cause = Object.assign(new Error('ENOSPC: no watches'), { code: 'ENOSPC' });
        setImmediate(() => {
          for (let count = 0; count < 100; count++) watcher.emit('error', cause);
        });
      }
      return watcher;
    },
  });
  site.write('a/mot.md', 'mới');
  await site.settled();
  site.write('x/moi.md', 'mới');
  await site.settled();
  site.write('x/moi.md', 'mới nữa');
  await site.settled();
  expect(told).toEqual(['ENOSPC']);
});
