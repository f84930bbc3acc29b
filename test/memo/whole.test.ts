import { expect, it } from 'vitest';
import { type BuildInput, build } from '../../src/build.ts';
import { emptyMemos, type Memos } from '../../src/memo/memos.ts';
import { memoStore } from '../../src/memo/store.ts';
import type { FileSystem } from '../../src/read/file-system.ts';
import { type MemoryFiles, memoryFileSystem } from '../../src/read/memory-file-system.ts';
import { openPublication } from '../../src/write/publish.ts';
import { article, buildInput, NOW, SITE_YAML, section } from '../support.ts';
import { type MemoryDisk, memoryDisk } from '../write/memory-disk.ts';
import { MINI_THEME } from './mini-theme.ts';

const SITE: MemoryFiles = {
  'content/site.yaml': SITE_YAML,
  'content/tin/_index.md': section('Tin'),
  'content/tin/bai.md': article('title: Bài\ndate: 17/02/2020', '[mất](khong-co.md)'),
  'content/tin/mai.md': article('title: Mai\ndate: 25/11/2026 08:00'),
  'content/tin/co-anh/anh.png': 'ảnh một',
  'content/tin/co-anh/index.md': article('title: Ảnh\ndate: 18/02/2020\nimage: anh.png\nimage_alt: Ảnh'),
};

/** Builds as processes of their own, which have only what the one before has written. */
function processes() {
  const disk = memoryDisk();
  const store = memoStore(memoryDisk(), '/cache', 'memo', 'test');
  const run = (files: MemoryFiles, options: Partial<BuildInput> = {}, onto: MemoryDisk = disk) => {
    let parsed = 0;
    const site: FileSystem = memoryFileSystem(files);
    const memos: Memos = onto === disk ? store.load() : emptyMemos();
    const documents = memos.documents;
    const get = documents.get.bind(documents);
    documents.get = (path) => {
      parsed += 1;
      return get(path);
    };
    const result = build(
      buildInput({
        site,
        theme: memoryFileSystem(MINI_THEME),
        publication: () => openPublication(onto, '/out', { pid: 1, startedAt: '' }, () => false),
        ...options,
      }),
      memos,
    );
    if (onto === disk) store.save(memos);
    return { result, isWhole: parsed === 0 };
  };
  /** One process that builds as often as something is saved. */
  const runOften = (...stages: readonly MemoryFiles[]) => {
    const memos = store.load();
    for (const files of stages) {
      const site = memoryFileSystem(files);
      const publication = () => openPublication(disk, '/out', { pid: 1, startedAt: '' }, () => false);
      build(buildInput({ site, theme: memoryFileSystem(MINI_THEME), publication }), memos);
    }
    store.save(memos);
  };
  const expectClean = (files: MemoryFiles, options: Partial<BuildInput> = {}) => {
    const clean = memoryDisk();
    run(files, options, clean);
    expect(disk.snapshot()).toEqual(clean.snapshot());
  };
  return { disk, run, runOften, expectClean };
}

it('a build of what was built already asks for no document, and says again what was found', () => {
  const { run, expectClean } = processes();
  const first = run(SITE);
  expect([first.result.ok, first.isWhole]).toEqual([true, false]);
  const second = run(SITE);
  expect(second.isWhole).toBe(true);
  expect(second.result.diagnostics).toEqual(first.result.diagnostics);
  expect(second.result.diagnostics.map(({ code }) => code)).toContain('link-dead');
  const { written, unchanged, deleted, ...counts } = second.result.summary;
  expect([written, deleted]).toEqual([0, 0]);
  expect(unchanged).toBe(first.result.summary.written);
  expect(first.result.summary).toMatchObject(counts);
  expectClean(SITE);
});

it.each<[string, MemoryFiles]>([
  ['an article', { 'content/tin/bai.md': article('title: Bài khác\ndate: 17/02/2020') }],
  ['a picture of the same size', { 'content/tin/co-anh/anh.png': 'ảnh hai' }],
  ['the settings', { 'content/site.yaml': `${SITE_YAML}organisation: Hội\n` }],
  ['a template', { 'templates/not-found.njk': 'Không có' }],
  ['a file of the root', { 'content/_public/logo.png': 'dấu' }],
])('%s that changes is seen', (_, change) => {
  const { run, expectClean } = processes();
  run(SITE);
  expect(run(SITE).isWhole).toBe(true);
  const files = { ...SITE, ...change };
  expect(run(files).isWhole).toBe(false);
  expectClean(files);
});

it.each<[string, Partial<BuildInput>]>([
  ['the time of an article comes', { now: NOW + 2 * 86400 }],
  ['the clock goes back before an article', { now: Date.UTC(2020, 1, 17, 0) / 1000 }],
  ['a flag is given', { future: true }],
  ['another address is given', { baseUrl: 'https://khac.example/tin' }],
  ['warnings become errors', { strictness: 'check' }],
])('when %s, it is built', (_, options) => {
  const { run, expectClean } = processes();
  run(SITE);
  const { result, isWhole } = run(SITE, options);
  expect(isWhole).toBe(false);
  if (result.ok) expectClean(SITE, options);
});

it('a published file that is gone or cut short is put back', () => {
  for (const spoil of ['gone', 'cut']) {
    const { disk, run, expectClean } = processes();
    run(SITE);
    if (spoil === 'gone') disk.removeFile('/out/tin/co-anh/anh.png');
    else disk.write('/out/tin/co-anh/anh.png', Buffer.from('ả'));
    expect(run(SITE).isWhole).toBe(false);
    expectClean(SITE);
  }
});

it('a picture of which the page was made in a build that broke off is looked into all the same', () => {
  const disk = memoryDisk();
  const store = memoStore(memoryDisk(), '/cache', 'memo', 'test');
  const builds = (memos: Memos, files: MemoryFiles) =>
    build(
      buildInput({
        site: memoryFileSystem(files),
        theme: memoryFileSystem(MINI_THEME),
        publication: () => openPublication(disk, '/out', { pid: 1, startedAt: '' }, () => false),
      }),
      memos,
    );
  builds(emptyMemos(), SITE);
  const memos = emptyMemos();
  // The picture's page is made, and then a template stops the build.
  expect(builds(memos, { ...SITE, 'templates/not-found.njk': '{{ nothing }}' }).ok).toBe(false);
  expect(builds(memos, SITE).ok).toBe(true);
  store.save(memos);
  const changed = { ...SITE, 'content/tin/co-anh/anh.png': 'ảnh hai' };
  expect(builds(store.load(), changed).output?.written).toEqual(['tin/co-anh/anh.png']);
});

it('from nothing, no picture is read but for its page', () => {
  let read = 0;
  const inner = memoryFileSystem(SITE);
  const site: FileSystem = {
    ...inner,
    read(path, length) {
      if (path.endsWith('.png') && length === undefined) read += 1;
      return inner.read(path, length);
    },
  };
  const input = (onto: MemoryDisk) =>
    buildInput({
      site,
      theme: memoryFileSystem(MINI_THEME),
      publication: () => openPublication(onto, '/out', { pid: 1, startedAt: '' }, () => false),
    });
  build(input(memoryDisk()));
  // Once for the key, once for the bytes: this file system has no stamps.
  expect(read).toBe(2);
});

it('a process that built several times leaves to the next what one that built once would', () => {
  const { run, runOften, expectClean } = processes();
  const renamed = { ...SITE, 'content/tin/bai.md': article('title: Tên mới\ndate: 17/02/2020') };
  const broken = { ...SITE, 'content/tin/bai.md': '---\ntitle: Hỏng\n' };
  runOften(SITE, renamed, SITE, renamed);
  expect(run(renamed).isWhole).toBe(true);
  runOften(renamed, SITE, broken);
  expect(run(SITE).isWhole).toBe(false);
  expectClean(SITE);
});
