import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Disk } from '../../src/write/disk.ts';
import { type Call, faulty, recorded } from './intercepted-disk.ts';
import { open, publish, render } from './little-site.ts';
import { filesIn, hastyDisk, temporaryFolder } from './temporary-folder.ts';
import { a, b, buildBroken, c, callsOfB, cleanA, cleanC, everything, RECORDS, ROOT } from './three-sites.ts';

const numbers = [...callsOfB.keys()];

test('two builds broken in a row, and the next one equals a clean one', () => {
  const isOurFolder = (call: Call | undefined) =>
    call?.name === 'makeFolder' && !call.path.startsWith(RECORDS);
  const firsts = numbers.filter((at) => at % 25 === 0 || isOurFolder(callsOfB[at - 1]));
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
      publication.keepRest();
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
