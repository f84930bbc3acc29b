import { expect, test } from 'vitest';
import type { Disk } from '../../src/write/disk.ts';
import { openPublication } from '../../src/write/publish.ts';
import type { OutputMemory } from '../../src/write/records.ts';
import { type Call, faulty, recorded } from './intercepted-disk.ts';
import { publish } from './little-site.ts';
import { memoryDisk } from './memory-disk.ts';

const ROOT = '/out';
const SITE = { 'index.html': 'front', 'tin/1/index.html': 'one', 'tin/2/index.html': 'two' };

function open(disk: Disk, memory: OutputMemory) {
  return openPublication(disk, ROOT, { pid: 7, startedAt: '' }, () => false, memory);
}

function put(disk: Disk, memory: OutputMemory, files: Readonly<Record<string, string>>) {
  const publication = open(disk, memory);
  for (const [path, text] of Object.entries(files)) publication.put(path, Buffer.from(text), 'page');
  return publication.commit();
}

function pages(disk: ReturnType<typeof memoryDisk>): Record<string, string | null> {
  const all = Object.entries(disk.snapshot(`${ROOT}/.bantin`)).filter(([, text]) => text !== null);
  return Object.fromEntries(all.map(([path, text]) => [path.slice(ROOT.length + 1), text]));
}

test('a process that published last looks at no published file again', () => {
  const disk = memoryDisk();
  const memory: OutputMemory = { last: undefined };
  put(disk, memory, SITE);
  const looksAt = (known: OutputMemory): string[] => {
    const calls: Call[] = [];
    put(recorded(disk, calls), known, SITE);
    return calls.map(({ path }) => path).filter((path) => path.endsWith('.html'));
  };
  expect(looksAt({ last: undefined })).toHaveLength(3);
  expect(looksAt(memory)).toEqual([]);
});

test('what another process has published since is read, and its files are looked at', () => {
  const disk = memoryDisk();
  const memory: OutputMemory = { last: undefined };
  const { version } = put(disk, memory, SITE);
  publish(disk, ROOT, new Map(Object.entries({ ...SITE, 'tin/1/index.html': 'by another' })));
  const publication = open(disk, memory);
  expect(publication.resume(version)).toBe(false);
  for (const [path, text] of Object.entries(SITE)) publication.put(path, Buffer.from(text), 'page');
  expect(publication.commit().written).toEqual(['tin/1/index.html']);
  expect(pages(disk)).toEqual(SITE);
});

test('taken up again, all stays but what is dropped and what is put', () => {
  const disk = memoryDisk();
  const memory: OutputMemory = { last: undefined };
  const { version } = put(disk, memory, SITE);
  const publication = open(disk, memory);
  expect(publication.resume(version)).toBe(true);
  publication.drop('tin/1/index.html');
  publication.drop('tin/2/index.html');
  publication.put('tin/2/index.html', Buffer.from('two again'), 'page');
  publication.put('tin/3/index.html', Buffer.from('three'), 'page');
  const { written, deleted, summary } = publication.commit();
  expect([[...written].sort(), deleted, summary.unchanged]).toEqual([
    ['tin/2/index.html', 'tin/3/index.html'],
    ['tin/1/index.html'],
    1,
  ]);
  const after = { 'index.html': 'front', 'tin/2/index.html': 'two again', 'tin/3/index.html': 'three' };
  expect(pages(disk)).toEqual(after);
  const clean = memoryDisk();
  put(clean, { last: undefined }, after);
  expect(disk.snapshot()).toEqual(clean.snapshot());
});

test('what another process published is taken up if every file of it stands', () => {
  const disk = memoryDisk();
  const { version } = put(disk, { last: undefined }, SITE);
  const publication = open(disk, { last: undefined });
  expect(publication.resume(version)).toBe(true);
  publication.put('tin/2/index.html', Buffer.from('two again'), 'page');
  const { written, summary, version: next } = publication.commit();
  expect([written, summary.unchanged]).toEqual([['tin/2/index.html'], 2]);
  expect(pages(disk)).toEqual({ ...SITE, 'tin/2/index.html': 'two again' });
  const spoilt = open(disk, { last: undefined });
  disk.write(`${ROOT}/index.html`, Buffer.from('fro'));
  expect(spoilt.resume(next)).toBe(false);
  spoilt.abandon();
});

test('a version that is not the published one is not taken up', () => {
  const disk = memoryDisk();
  const memory: OutputMemory = { last: undefined };
  const { version } = put(disk, memory, SITE);
  put(disk, memory, { 'index.html': 'front' });
  const publication = open(disk, memory);
  expect(publication.resume(version)).toBe(false);
  publication.abandon();
});

test('after a publication that broke off, nothing is believed until one has ended well', () => {
  const disk = memoryDisk();
  put(disk, { last: undefined }, SITE);
  const next = { ...SITE, 'tin/1/index.html': 'one again', 'tin/4/index.html': 'four' };
  const calls: Call[] = [];
  put(recorded(disk.copy(), calls), { last: undefined }, next);
  for (let at = 0; at < calls.length; at++) {
    const broken = disk.copy();
    const known: OutputMemory = { last: undefined };
    put(broken, known, SITE);
    try {
      put(faulty(broken, at, 'refused'), known, next);
    } catch {}
    put(broken, known, SITE);
    expect(pages(broken), `call ${at}`).toEqual(SITE);
  }
});
