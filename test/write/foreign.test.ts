import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { open } from './little-site.ts';
import { build, disk, folders, put, refusal, SITE } from './real-site.ts';
import { filesIn, temporaryFolder } from './temporary-folder.ts';

test("other people's files stay, in folders of ours too, and so do their folders", () => {
  const root = temporaryFolder();
  put(root, 'google123.html', 'theirs');
  put(root, 'tin/bai-1/ghi-chu.txt', 'theirs');
  mkdirSync(`${root}/trong`);
  build(root, SITE);
  expect(build(root, { 'index.html': 'front' }).deleted).toBe(3);
  expect(filesIn(root)).toEqual({
    'google123.html': 'theirs',
    'tin/bai-1/ghi-chu.txt': 'theirs',
    'index.html': 'front',
    ...folders('tin', 'tin/bai-1', 'trong'),
  });
});

test('all that stands in the way is named at once, and nothing is done', () => {
  const root = temporaryFolder();
  build(root, { 'index.html': 'front' });
  put(root, 'tin/bai-1/index.html', 'two');
  put(root, 'assets', 'a file of theirs where we want a folder');
  put(root, 'robots.txt/theirs.txt', 'a folder of theirs where we want a file');
  put(root, 'right.txt', 'right');
  mkdirSync(`${root}/rss.xml`);
  const before = filesIn(root, true);
  const wanted = { ...SITE, 'index.html': 'new', 'robots.txt': 'r', 'right.txt': 'right', 'rss.xml': 'x' };
  expect(refusal(() => build(root, { ...wanted, '.bantin/manifest.json': 'x', '.BanTin/a': 'x' }))).toEqual([
    'output-foreign .BanTin/a',
    'output-foreign .bantin/manifest.json',
    'output-foreign assets',
    'output-foreign robots.txt',
    'output-foreign rss.xml',
    'output-foreign tin/bai-1/index.html',
  ]);
  expect(filesIn(root, true)).toEqual(before);
});

test('a file of theirs that has the right bytes is adopted: it goes when it is not wanted any more', () => {
  const root = temporaryFolder();
  put(root, 'index.html', 'front');
  put(root, 'assets/style.css', 'style asset');
  expect(build(root, SITE)).toEqual({ written: 2, unchanged: 2, deleted: 0 });
  expect(build(root, { 'index.html': 'front' })).toEqual({ written: 0, unchanged: 1, deleted: 3 });
  expect(filesIn(root)).toEqual({ 'index.html': 'front' });
});

test('a link is never followed, neither where we write nor where we remove', () => {
  const root = temporaryFolder();
  const elsewhere = temporaryFolder();
  build(root, { ...SITE, 'old/a/index.html': 'old', 'old.html': 'old' });
  put(elsewhere, 'index.html', 'theirs');
  put(elsewhere, 'bai-1/index.html', 'theirs');
  put(elsewhere, 'a/index.html', 'theirs');
  mkdirSync(`${elsewhere}/empty/a`, { recursive: true });
  for (const [path, target] of [
    ['index.html', `${elsewhere}/index.html`],
    ['tin', elsewhere],
    ['old', elsewhere],
    ['old.html', `${elsewhere}/index.html`],
  ] as const) {
    rmSync(`${root}/${path}`, { recursive: true });
    symlinkSync(target, `${root}/${path}`);
  }
  const theirs = filesIn(elsewhere);
  expect(refusal(() => build(root, SITE))).toEqual(['output-foreign index.html', 'output-foreign tin']);
  rmSync(`${root}/index.html`);
  rmSync(`${root}/tin`);
  expect(build(root, SITE)).toEqual({ written: 3, unchanged: 1, deleted: 0 });
  expect(filesIn(elsewhere)).toEqual(theirs);
  expect(existsSync(`${root}/old`)).toBe(true);
  expect(existsSync(`${root}/old.html`)).toBe(true);
});

test('an emptied folder is not removed through a link', () => {
  const root = temporaryFolder();
  const elsewhere = temporaryFolder();
  build(root, { 'index.html': 'front', 'old/a/index.html': 'old' });
  rmSync(`${root}/old`, { recursive: true });
  mkdirSync(`${elsewhere}/a`);
  symlinkSync(elsewhere, `${root}/old`);
  build(root, { 'index.html': 'front' });
  expect(filesIn(elsewhere)).toEqual(folders('a'));
});

test('records of ours are not kept behind a link', () => {
  const root = temporaryFolder();
  const elsewhere = temporaryFolder();
  symlinkSync(elsewhere, `${root}/.bantin`);
  expect(refusal(() => open(disk, root))).toEqual(['output-foreign .bantin']);
  expect(filesIn(elsewhere)).toEqual({});
});

test('a folder of ours does not become a file while it holds something of theirs', () => {
  const root = temporaryFolder();
  build(root, { 'cu/a/index.html': 'a', 'cu/index.html': 'c' });
  put(root, 'cu/a/theirs.txt', 'theirs');
  mkdirSync(`${root}/cu/empty`);
  const before = filesIn(root, true);
  expect(refusal(() => build(root, { cu: 'file' }))).toEqual([
    'output-foreign cu/a/theirs.txt',
    'output-foreign cu/empty',
  ]);
  expect(filesIn(root, true)).toEqual(before);
});

test('an output folder that is a file is an error of the disk', () => {
  const root = `${temporaryFolder()}/dist`;
  writeFileSync(root, 'theirs');
  expect(refusal(() => open(disk, root))).toEqual(['output-failed']);
  expect(readFileSync(root, 'utf8')).toBe('theirs');
});
