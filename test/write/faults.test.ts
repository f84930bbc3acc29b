import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Disk } from '../../src/write/disk.ts';
import { OutputError } from '../../src/write/output.ts';
import { type Call, type Fault, faulty, intercepted, recorded } from './intercepted-disk.ts';
import { common, complaints, type LittleSite, open, publish, render } from './little-site.ts';
import { type MemoryDisk, memoryDisk } from './memory-disk.ts';
import { filesIn, hastyDisk, temporaryFolder } from './temporary-folder.ts';

/** Articles come, change and go, with photos; lists link to them, they link to their neighbours. */
const SITE_A: LittleSite = {
  'index.html': ['tin/index.html', 'tin/1/index.html', 'cu/2.html', 'style-a.css'],
  'tin/index.html': ['tin/1/index.html', 'tin/2/index.html', 'style-a.css'],
  'tin/1/index.html': ['tin/1/anh.jpg', 'tin/2/index.html', 'index.html'],
  'tin/1/anh.jpg': 'asset',
  'tin/2/index.html': ['tin/1/index.html', 'tin/2/tep/a.pdf'],
  'tin/2/tep/a.pdf': 'asset',
  'cu/1.html': ['index.html'],
  'cu/2.html': ['cu/1.html'],
  'style-a.css': 'asset',
};
const SITE_B: LittleSite = {
  'index.html': ['tin/index.html', 'tin/3/index.html', 'the/index.html', 'moi/1.html', 'style-b.css'],
  'tin/index.html': ['tin/3/index.html', 'tin/1/index.html', 'style-b.css'],
  'tin/1/index.html': ['tin/1/anh.jpg', 'tin/3/index.html', 'index.html'],
  'tin/1/anh.jpg': 'asset',
  'tin/3/index.html': ['tin/1/index.html', 'tin/3/anh.jpg', 'the/index.html'],
  'tin/3/anh.jpg': 'asset',
  'moi/1.html': ['moi/2.html'],
  'moi/2.html': ['moi/1.html'],
  'the/index.html': ['tin/3/index.html', 'tin/1/index.html'],
  'style-b.css': 'asset',
};
/**
 * Comes after a build of B that was stopped, and meets what that left: `moi/1.html` placed and what it links to not;
 * `the/index.html` linked already, and now to something new; `cu/2.html` still there and what it links to gone.
 */
const SITE_C: LittleSite = {
  'index.html': ['tin/2/index.html', 'the/index.html', 'cu/2.html', 'moi/1.html', 'style-a.css'],
  'tin/index.html': ['tin/2/index.html', 'tin/4/index.html'],
  'tin/2/index.html': ['tin/2/tep/a.pdf', 'tin/4/index.html'],
  'tin/2/tep/a.pdf': 'asset',
  'the/index.html': ['tin/4/index.html'],
  'tin/4/index.html': ['tin/index.html'],
  'cu/2.html': [],
  'moi/1.html': [],
  'style-a.css': 'asset',
};
const a = render(SITE_A, 'A');
const b = render(SITE_B, 'B');
const c = render(SITE_C, 'C');
const THEIRS = { 'google.html': 'theirs', 'tin/2/tep/theirs.txt': 'theirs', 'the/theirs.txt': 'theirs' };

const ROOT = '/out';
const RECORDS = `${ROOT}/.bantin`;
const FAULTS: readonly Fault[] = ['refused', 'done', 'killed'];

function withTheirs(disk: MemoryDisk): MemoryDisk {
  for (const [path, text] of Object.entries(THEIRS)) {
    const file = `${ROOT}/${path}`;
    disk.makeFolder(file.slice(0, file.lastIndexOf('/')));
    disk.write(file, Buffer.from(text));
  }
  return disk;
}

function clean(files: ReadonlyMap<string, string>): MemoryDisk {
  const disk = withTheirs(memoryDisk());
  publish(disk, ROOT, files);
  return disk;
}

/** All there is, with the manifest, when a build has ended well. */
const everything = (disk: MemoryDisk) => disk.snapshot();
const site = (disk: MemoryDisk) => disk.snapshot(RECORDS);

const cleanA = clean(a);
const cleanB = everything(clean(b));
const cleanC = everything(clean(c));

/** The build of B over A in which call number `at` goes wrong. */
function buildBroken(at: number, fault: Fault, code?: string) {
  const disk = cleanA.copy();
  const calls: Call[] = [];
  let thrown: unknown;
  try {
    publish(recorded(faulty(disk, at, fault, code), calls), ROOT, b);
  } catch (cause) {
    thrown = cause;
  }
  const touched = calls
    .slice(0, fault === 'refused' || fault === 'killed' ? at : at + 1)
    .some(({ name, path }) => (name === 'rename' || name === 'removeFile') && !path.startsWith(RECORDS));
  return { disk, calls, thrown, touched };
}

const callsOfB = buildBroken(-1, 'refused').calls;
const numbers = [...callsOfB.keys()];

describe.each(FAULTS)('any one call of a build %s', (fault) => {
  test.each([
    ['the site before it', a, cleanA.snapshot()],
    ['the same site', b, cleanB],
    ['the site after it', c, cleanC],
  ])(
    'the next build, of %s, equals a clean one, and files of others are as they were',
    (_, next, expected) => {
      for (const at of numbers) {
        const { disk } = buildBroken(at, fault);
        publish(disk, ROOT, next);
        expect(everything(disk), `call ${at}: ${callsOfB[at]?.name} ${callsOfB[at]?.path}`).toEqual(expected);
      }
    },
  );

  test('before the first rename the old site is as it was, and an error is thrown', () => {
    let untouched = 0;
    for (const at of numbers) {
      const { disk, thrown, touched } = buildBroken(at, fault);
      if (touched) continue;
      untouched++;
      const message = `call ${at}: ${callsOfB[at]?.name} ${callsOfB[at]?.path}`;
      expect(thrown, message).toBeInstanceOf(OutputError);
      if (fault === 'killed') {
        expect(onlyFiles(site(disk)), message).toEqual(onlyFiles(site(cleanA)));
        continue;
      }
      expect(site(disk), message).toEqual(site(cleanA));
      const left = Object.keys(everything(disk)).filter((path) => path.startsWith(`${RECORDS}/`));
      // A lock that the disk made and said that it had not cannot be told from another's; it is dead at once.
      const allowed = callsOfB[at]?.name === 'writeNew' ? [`${RECORDS}/lock`] : [];
      expect(
        left.filter((path) => !allowed.includes(path)),
        message,
      ).toEqual([`${RECORDS}/manifest.json`]);
    }
    expect(untouched).toBeGreaterThan(30);
  });

  test('a reader sees only whole pages and no dead link while the next build runs', () => {
    for (const at of numbers) {
      const { disk } = buildBroken(at, fault);
      expect(complaintsDuring(disk, c, [a, b, c]), `call ${at}: ${callsOfB[at]?.path}`).toEqual([]);
    }
  });
});

function onlyFiles(snapshot: Record<string, string | null>): Record<string, string | null> {
  return Object.fromEntries(Object.entries(snapshot).filter(([, text]) => text !== null));
}

/** What a reader would complain of after each single call of a build of `next`. */
function complaintsDuring(
  disk: MemoryDisk,
  next: ReadonlyMap<string, string>,
  editions: readonly ReadonlyMap<string, string>[],
): string[] {
  const found: string[] = [];
  const entrances = common(editions);
  const read = (path: string) => {
    const bytes = disk.read(`${ROOT}/${path}`);
    return bytes && Buffer.from(bytes).toString();
  };
  const look = <T>(call: Call, run: () => T): T => {
    const result = run();
    for (const complaint of complaints(read, entrances, editions)) {
      found.push(`after ${call.name} ${call.path}: ${complaint}`);
    }
    return result;
  };
  publish(intercepted(disk, look), ROOT, next);
  return found;
}

test('after every single call of a build, every page is whole and no link is dead', () => {
  expect(common([a, b])).toContain('index.html');
  expect(complaintsDuring(cleanA.copy(), b, [a, b])).toEqual([]);
  expect(complaintsDuring(clean(b), c, [b, c])).toEqual([]);
  expect(complaintsDuring(clean(c), a, [c, a])).toEqual([]);
});

test('not one file of a phase before the last of the phase before', () => {
  const order = callsOfB
    .filter(({ name, path }) => (name === 'rename' || name === 'removeFile') && !path.endsWith('/lock'))
    .map(({ name, path }) => `${name} ${path.slice(ROOT.length + 1)}`);
  expect(order).toEqual([
    'rename .bantin/journal.json',
    'rename tin/3/anh.jpg',
    'rename style-b.css',
    'rename tin/3/index.html',
    'rename moi/1.html',
    'rename moi/2.html',
    'rename the/index.html',
    'rename .bantin/journal.json',
    'rename tin/1/anh.jpg',
    'rename index.html',
    'rename tin/index.html',
    'rename tin/1/index.html',
    'rename .bantin/journal.json',
    'removeFile cu/1.html',
    'removeFile cu/2.html',
    'removeFile tin/2/index.html',
    'removeFile style-a.css',
    'removeFile tin/2/tep/a.pdf',
    'rename .bantin/manifest.json',
    'removeFile .bantin/journal.json',
  ]);
});

test('two builds broken in a row, and the next one equals a clean one', () => {
  const isOurFolder = (call: Call | undefined) =>
    call?.name === 'makeFolder' && !call.path.startsWith(RECORDS);
  const firsts = numbers.filter((at) => at % 15 === 0 || isOurFolder(callsOfB[at - 1]));
  for (const first of firsts) {
    const once = buildBroken(first, 'killed').disk;
    for (const second of numbers) {
      for (const fault of ['refused', 'killed'] as const) {
        const twice = once.copy();
        try {
          publish(faulty(twice, second, fault), ROOT, a);
        } catch {}
        const again = twice.copy();
        publish(again, ROOT, a);
        publish(twice, ROOT, c);
        const message = `calls ${first} and ${second}, ${fault}`;
        expect(everything(again), message).toEqual(everything(cleanA));
        expect(everything(twice), message).toEqual(cleanC);
      }
    }
  }
});

test('a page kept from a broken build is known by what it has, not by what the manifest says', () => {
  // Of one size in A and in B, so that only its bytes tell them apart.
  const page = 'tin/1/index.html';
  expect(a.get(page)?.length).toBe(b.get(page)?.length);
  const isJournal = ({ name, path }: Call) => name === 'rename' && path === `${RECORDS}/journal.json`;
  for (const at of numbers) {
    const { disk } = buildBroken(at, 'killed');
    const kept = disk.read(`${ROOT}/${page}`);
    const calls: Call[] = [];
    const keeping = (target: Disk) => {
      const publication = open(target, ROOT);
      for (const [path, text] of c) if (path !== page) publication.put(path, Buffer.from(text), 'page');
      publication.keep(page);
      publication.commit();
    };
    keeping(recorded(disk.copy(), calls));
    for (const end of [calls.length, calls.findIndex(isJournal) + 1]) {
      const again = disk.copy();
      try {
        keeping(faulty(again, end, 'killed'));
      } catch {}
      expect(again.read(`${ROOT}/${page}`)).toEqual(kept);
      publish(again, ROOT, a);
      expect(everything(again), `calls ${at} and ${end}`).toEqual(everything(cleanA));
    }
  }
});

test('a full disk is called so, and whether the site has changed is said', () => {
  for (const code of ['ENOSPC', 'EDQUOT']) {
    for (const at of numbers) {
      const { thrown, touched } = buildBroken(at, 'refused', code);
      if (thrown === undefined) continue;
      expect(thrown).toBeInstanceOf(OutputError);
      const { diagnostics } = thrown as OutputError;
      expect(diagnostics).toMatchObject([{ code: 'output-full', params: { begun: touched } }]);
    }
  }
});

test('all that takes room is written before the first file of the site is renamed', () => {
  const first = callsOfB.findIndex(({ name, path }) => name === 'rename' && !path.startsWith(RECORDS));
  const writes = callsOfB
    .slice(first)
    .filter(({ name }) => name.startsWith('write') || name === 'makeFolder');
  expect(writes).toEqual([]);
});

test('on a real disk: any one call refused, and the next build equals a clean one', () => {
  const folder = temporaryFolder();
  const real = hastyDisk();
  const old = render({ 'index.html': [], 'tin/1.html': [], 'cu/2.html': [], 'cu/a.jpg': 'asset' }, 'A');
  const next = render({ 'index.html': [], 'tin/1.html': [], 'moi/3.html': [], 'moi/a.jpg': 'asset' }, 'B');
  const start = (name: string, files: ReadonlyMap<string, string>): string => {
    const root = `${folder}/${name}`;
    mkdirSync(`${root}/cu`, { recursive: true });
    writeFileSync(`${root}/cu/theirs.txt`, 'theirs');
    publish(real, root, files);
    return root;
  };
  const before = filesIn(start('a', old), true);
  const after = filesIn(start('b', next), true);
  const calls: Call[] = [];
  publish(recorded(real, calls), start('counted', old), next);
  const first = calls.findIndex(({ name, path }) => name === 'rename' && !path.includes('/.bantin/'));
  for (const [at, call] of calls.entries()) {
    const root = start(String(at), old);
    try {
      publish(faulty(real, at, 'refused'), root, next);
    } catch {}
    const message = `call ${at}: ${call.name} ${call.path}`;
    if (at <= first) expect(filesIn(root, true), message).toEqual(before);
    publish(real, root, next);
    expect(filesIn(root, true), message).toEqual(after);
  }
}, 20_000);
