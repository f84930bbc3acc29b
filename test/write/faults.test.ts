import { describe, expect, test } from 'vitest';
import { OutputError } from '../../src/write/output.ts';
import { type Call, type Fault, intercepted } from './intercepted-disk.ts';
import { common, complaints, publish } from './little-site.ts';
import type { MemoryDisk } from './memory-disk.ts';
import {
  a,
  b,
  buildBroken,
  c,
  callsOfB,
  clean,
  cleanA,
  cleanB,
  cleanC,
  everything,
  RECORDS,
  ROOT,
  site,
} from './three-sites.ts';

const FAULTS: readonly Fault[] = ['refused', 'done', 'killed'];
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
    'rename style-b.css',
    'rename tin/3',
    'rename moi',
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
