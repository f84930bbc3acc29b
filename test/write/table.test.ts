import { expect, test } from 'vitest';
import { isReachable, type Journal, readJournal, writeJournal } from '../../src/write/journal.ts';
import {
  createManifestWriter,
  type Manifest,
  type PublishedEntry,
  readManifest,
} from '../../src/write/manifest.ts';
import { openTable, type Row, rowsText, sealTable as sealTexts, tableBytes } from '../../src/write/table.ts';

const entries: readonly PublishedEntry[] = [
  { path: 'index.html', fingerprint: 'f1', size: 10, kind: 'page' },
  { path: '404.html', fingerprint: 'f2', size: 0, kind: 'page' },
  { path: 'assets/"ảnh".jpg', fingerprint: 'f3', size: 3, kind: 'asset' },
];
const manifest: Manifest = new Map(entries.map((entry) => [entry.path, entry]));
const sealManifest = (files: Manifest) => createManifestWriter().write(new Set(files.keys()), files.values());
const writeManifest = (files: Manifest) => tableBytes(sealManifest(files));
const sealTable = (fields: Parameters<typeof sealTexts>[0], rows: readonly Row[]) =>
  tableBytes(sealTexts(fields, rows.length === 0 ? [] : [rowsText(rows)]));
const journal: Journal = {
  phase: 2,
  claims: new Map([
    ['b', { intent: 'add', kind: 'page' }],
    ['a', { intent: 'discard', kind: 'asset' }],
  ]),
};

test('a manifest reads as it was written, and is JSON', () => {
  const bytes = writeManifest(manifest);
  expect(readManifest(bytes)).toEqual(manifest);
  expect(JSON.parse(Buffer.from(bytes).toString())).toMatchObject({
    version: 1,
    files: [
      ['404.html', 'f2', 0, 'page'],
      ['assets/"ảnh".jpg', 'f3', 3, 'asset'],
      ['index.html', 'f1', 10, 'page'],
    ],
  });
  expect(readManifest(writeManifest(new Map()))).toEqual(new Map());
});

test('a manifest has the same bytes in whatever order its files come', () => {
  expect(writeManifest(new Map([...manifest].reverse()))).toEqual(writeManifest(manifest));
});

test('a journal reads as it was written', () => {
  expect(readJournal(writeJournal(journal))).toEqual(journal);
});

test('a record cut short anywhere, or with any byte changed, does not open', () => {
  for (const bytes of [writeManifest(manifest), writeJournal(journal)]) {
    for (let i = 0; i < bytes.length; i++) {
      expect(openTable(bytes.subarray(0, i))).toBeUndefined();
      const changed = Buffer.from(bytes);
      changed[i] = (bytes[i] ?? 0) ^ 1;
      expect(openTable(changed)).toBeUndefined();
    }
  }
});

test('one record is not taken for the other', () => {
  expect(readManifest(writeJournal(journal))).toBeUndefined();
  expect(readJournal(writeManifest(manifest))).toBeUndefined();
});

test.each(['../a', 'a/../../b', '/a', 'a//b', 'a/', '', '.', 'a/./b', 'a\\..\\b', 'a\0b'])(
  'a sealed record that names %j is refused',
  (path) => {
    expect(readManifest(sealTable({ version: 1 }, [[path, 'f', 1, 'page']]))).toBeUndefined();
    expect(readJournal(sealTable({ version: 1, phase: 1 }, [[path, 'add', 'page']]))).toBeUndefined();
  },
);

test('another version is not read, nor a row of other types', () => {
  expect(readManifest(sealTable({ version: 2 }, [['a', 'f', 1, 'page']]))).toBeUndefined();
  expect(readManifest(sealTable({ version: 1 }, [['a', 'f', '1', 'page']]))).toBeUndefined();
  expect(readManifest(sealTable({ version: 1 }, [['a', 1, 1, 'page']]))).toBeUndefined();
  expect(readManifest(sealTable({ version: 1 }, [['a', 'f', 1, 'film']]))).toBeUndefined();
  expect(readJournal(sealTable({ version: 2, phase: 1 }, []))).toBeUndefined();
  expect(readJournal(sealTable({ version: 1, phase: 4 }, []))).toBeUndefined();
  expect(readJournal(sealTable({ version: 1, phase: 1 }, [['a', 'hide', 'page']]))).toBeUndefined();
});

test('a reader reaches what is old until it goes, and what is new from the second phase on', () => {
  const phases = (intent: 'add' | 'change' | 'remove' | 'discard') =>
    ([1, 2, 3] as const).map((phase) => isReachable(intent, phase));
  expect(phases('add')).toEqual([false, true, true]);
  expect(phases('change')).toEqual([true, true, true]);
  expect(phases('remove')).toEqual([true, true, false]);
  expect(phases('discard')).toEqual([false, false, false]);
});

test('a writer that goes on from the last manifest writes what one that begins anew does', () => {
  const entry = (path: string, fingerprint: string): PublishedEntry => ({
    path,
    fingerprint,
    size: 1,
    kind: 'page',
  });
  const writer = createManifestWriter();
  const site = new Map<string, PublishedEntry>();
  let bytes = writeManifest(new Map());
  const step = (change: readonly PublishedEntry[], gone: readonly string[] = []) => {
    const another = createManifestWriter({ manifest: readManifest(bytes) ?? new Map(), bytes });
    for (const each of change) site.set(each.path, each);
    for (const path of gone) site.delete(path);
    const paths = new Set(site.keys());
    const written = writer.write(paths, change);
    bytes = tableBytes(written);
    for (const other of [sealManifest(site), another.write(paths, change)]) {
      expect(other.checksum).toBe(written.checksum);
      expect(Buffer.compare(tableBytes(other), bytes)).toBe(0);
    }
  };
  step(Array.from({ length: 1000 }, (_, index) => entry(`${index}/index.html`, 'a')));
  step([entry('7/index.html', 'b'), entry('999/index.html', 'b')]);
  step([entry('7a/index.html', 'c')]);
  step([], ['500/index.html']);
  step([entry('8/index.html', 'd'), entry('moi.html', 'd')], ['7/index.html', '0/index.html']);
  step([entry('8/index.html', 'e')]);
  // More rows in one place than a part holds, then none of them.
  const between = Array.from({ length: 700 }, (_, index) => entry(`3${index}x/index.html`, 'e'));
  step(between);
  step([entry('3500x/index.html', 'f')]);
  step(
    [],
    between.map(({ path }) => path),
  );
  const many = Array.from({ length: 1500 }, (_, index) => entry(`4${index}y/index.html`, 'e'));
  step([...many, entry('8/index.html', 'g')]);
  step(
    [],
    many.map(({ path }) => path),
  );
  // Parts of 256 rows: as many as fill them, one less, one more.
  for (const count of [255, 256, 257, 512, 513]) {
    step([], [...site.keys()]);
    step(Array.from({ length: count }, (_, index) => entry(`${index}.html`, 'f')));
    step([entry('1.html', 'g')]);
  }
  step([], [...site.keys()]);
});
