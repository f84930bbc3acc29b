import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Call, recorded } from './intercepted-disk.ts';
import { open, publish } from './little-site.ts';
import { memoryDisk } from './memory-disk.ts';
import { build, disk, folders, SITE, SITE_FOLDERS } from './real-site.ts';
import { filesIn, temporaryFolder } from './temporary-folder.ts';

test('a first build makes the folder and everything in it, and leaves nothing but the manifest beside', () => {
  const root = `${temporaryFolder()}/deep/dist`;
  expect(build(root, SITE)).toEqual({ written: 4, unchanged: 0, deleted: 0 });
  expect(filesIn(root)).toEqual({ ...SITE, ...SITE_FOLDERS });
  expect(Object.keys(filesIn(root, true)).filter((path) => path.startsWith('.bantin'))).toEqual([
    '.bantin',
    '.bantin/manifest.json',
  ]);
});

test('what has not changed is not written: no file of the site is touched, nor the manifest', () => {
  const root = temporaryFolder();
  build(root, SITE);
  const calls: Call[] = [];
  const summary = publish(recorded(disk, calls), root, new Map(Object.entries(SITE)));
  expect(summary).toEqual({ written: 0, unchanged: 4, deleted: 0 });
  const changing = calls.filter(({ name }) => !['read', 'stat', 'list'].includes(name));
  expect(changing.map(({ name, path }) => `${name} ${path.slice(root.length)}`)).toEqual([
    'writeNew /.bantin/lock',
    'removeFile /.bantin/lock',
  ]);
});

test('only what differs is written, what is gone goes, and folders that are empty then', () => {
  const root = temporaryFolder();
  build(root, { ...SITE, 'tin/bai-2/index.html': 'two', 'tin/bai-2/tep/a.pdf': 'file asset' });
  const before = statSync(`${root}/assets/style.css`).ino;
  expect(build(root, { ...SITE, 'index.html': 'new front', 'tin/bai-3/index.html': 'three' })).toEqual({
    written: 2,
    unchanged: 3,
    deleted: 2,
  });
  expect(filesIn(root)).toEqual({
    ...SITE,
    ...SITE_FOLDERS,
    ...folders('tin/bai-3'),
    'index.html': 'new front',
    'tin/bai-3/index.html': 'three',
  });
  expect(statSync(`${root}/assets/style.css`).ino).toBe(before);
});

test('a file of ours that somebody removed, shortened or replaced by a folder is written again', () => {
  const root = temporaryFolder();
  build(root, SITE);
  rmSync(`${root}/index.html`);
  writeFileSync(`${root}/assets/style.css`, '');
  expect(build(root, SITE)).toEqual({ written: 2, unchanged: 2, deleted: 0 });
  rmSync(`${root}/tin`, { recursive: true });
  expect(build(root, SITE)).toEqual({ written: 2, unchanged: 2, deleted: 0 });
  expect(filesIn(root)).toEqual({ ...SITE, ...SITE_FOLDERS });
});

test('a file of ours becomes a folder, and a folder a file', () => {
  const root = temporaryFolder();
  const asFile = { ...SITE, moi: 'file asset', 'cu/a/b.html': 'b', 'cu/index.html': 'c' };
  const asFolder = { ...SITE, 'moi/a/b.html': 'b', 'moi/index.html': 'c', cu: 'file asset' };
  build(root, asFile);
  expect(build(root, asFolder)).toEqual({ written: 3, unchanged: 4, deleted: 3 });
  expect(filesIn(root)).toEqual({ ...asFolder, ...SITE_FOLDERS, ...folders('moi', 'moi/a') });
  expect(build(root, asFile)).toEqual({ written: 3, unchanged: 4, deleted: 3 });
  expect(filesIn(root)).toEqual({ ...asFile, ...SITE_FOLDERS, ...folders('cu', 'cu/a') });
});

test('the manifest does not depend on the past, nor on the order of the files', () => {
  const [straight, winding] = [temporaryFolder(), temporaryFolder()];
  build(straight, SITE);
  build(winding, { 'index.html': 'old', 'gone.html': 'gone', 'assets/style.css': 'style asset' });
  build(winding, Object.fromEntries(Object.entries(SITE).reverse()));
  expect(filesIn(winding, true)).toEqual(filesIn(straight, true));
});

test('a page that became an asset with the same bytes changes the manifest and nothing else', () => {
  const root = temporaryFolder();
  build(root, SITE);
  const publication = open(disk, root);
  for (const [path, text] of Object.entries(SITE)) publication.put(path, Buffer.from(text), 'asset');
  expect(publication.commit().summary).toEqual({ written: 0, unchanged: 4, deleted: 0 });
  expect(readFileSync(`${root}/.bantin/manifest.json`, 'utf8')).not.toContain('"page"');
});

test.each(['', '/etc/passwd', '../a', 'a/../../b', 'a//b', 'a/', 'a\\..\\..\\b'])(
  '%j is not put anywhere',
  (path) => {
    const root = temporaryFolder();
    const publication = open(disk, root);
    expect(() => publication.put(path, Buffer.from('x'), 'page')).toThrow('Not a path');
    expect(existsSync(`${root}/.bantin/lock`)).toBe(false);
  },
);

test('a path twice, or one that is the folder of another, is a mistake of the caller', () => {
  const root = temporaryFolder();
  const twice = open(disk, root);
  twice.put('a', Buffer.from('x'), 'page');
  expect(() => twice.put('a', Buffer.from('x'), 'page')).toThrow('put twice');
  for (const paths of [
    ['a/b/c', 'a'],
    ['a', 'a/b/c'],
  ]) {
    const nested = open(disk, root);
    const putAll = () => {
      for (const path of paths) nested.put(path, Buffer.from('x'), 'page');
    };
    expect(putAll).toThrow('Both a file and a folder: a');
  }
  expect(filesIn(root)).toEqual({});
});

test('on a disk that does not tell cases apart, a file whose name changes case stays', () => {
  const folding = memoryDisk({ foldsCase: true });
  const read = (path: string) => Buffer.from(folding.read(`/out/${path}`) ?? []).toString();
  publish(
    folding,
    '/out',
    new Map([
      ['Logo.png', 'logo asset'],
      ['Anh/a.png', 'a asset'],
      ['b.png', 'b asset'],
    ]),
  );
  publish(
    folding,
    '/out',
    new Map([
      ['logo.png', 'logo asset'],
      ['anh/A.png', 'new asset'],
      ['b.png', 'b asset'],
    ]),
  );
  expect([read('logo.png'), read('anh/A.png')]).toEqual(['logo asset', 'new asset']);
  const publication = open(folding, '/out');
  publication.put('LOGO.png', Buffer.from('third asset'), 'asset');
  publication.keepRest();
  expect(publication.commit().summary).toEqual({ written: 1, unchanged: 2, deleted: 0 });
  expect(read('logo.png')).toBe('third asset');
  expect(publish(folding, '/out', new Map([['anh/A.png', 'new asset']])).deleted).toBe(2);
  expect(read('logo.png')).toBe('');
});

test('on a disk that tells cases apart, names that differ in case are two files', () => {
  const root = temporaryFolder();
  if (existsSync(root.toUpperCase())) return;
  build(root, { 'Logo.png': 'old asset' });
  expect(build(root, { 'logo.png': 'new asset' })).toEqual({ written: 1, unchanged: 0, deleted: 1 });
  expect(filesIn(root)).toEqual({ 'logo.png': 'new asset' });
});
