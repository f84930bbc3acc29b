import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openPublication } from '../../src/write/publish.ts';
import { open } from './little-site.ts';
import { build, disk, folders, put, SITE, SITE_FOLDERS } from './real-site.ts';
import { filesIn, temporaryFolder } from './temporary-folder.ts';

test('what is kept stays as it is, though it is not put', () => {
  const root = temporaryFolder();
  build(root, SITE);
  writeFileSync(`${root}/tin/bai-1/index.html`, 'edited by hand');
  put(root, 'theirs.html', 'theirs');
  const publication = open(disk, root);
  publication.put('index.html', Buffer.from('new'), 'page');
  publication.keepRest();
  expect(publication.commit().summary).toEqual({ written: 1, unchanged: 3, deleted: 0 });
  expect(filesIn(root)).toEqual({
    ...SITE,
    ...SITE_FOLDERS,
    'index.html': 'new',
    'tin/bai-1/index.html': 'edited by hand',
    'theirs.html': 'theirs',
  });
  expect(build(root, SITE)).toEqual({ written: 2, unchanged: 2, deleted: 0 });
  expect(filesIn(root)).toEqual({ ...SITE, ...SITE_FOLDERS, 'theirs.html': 'theirs' });
});

test('what is to be kept and is not there is not in the manifest', () => {
  const root = temporaryFolder();
  build(root, SITE);
  rmSync(`${root}/index.html`);
  const publication = open(disk, root);
  publication.keepRest();
  expect(publication.commit().summary).toEqual({ written: 0, unchanged: 3, deleted: 0 });
  expect(readFileSync(`${root}/.bantin/manifest.json`, 'utf8')).not.toContain('"index.html"');
});

test('all the rest is kept: nothing is taken away', () => {
  const root = temporaryFolder();
  build(root, { ...SITE, 'cu.html': 'old' });
  put(root, 'theirs.html', 'theirs');
  const publication = open(disk, root);
  publication.put('index.html', Buffer.from('new'), 'page');
  publication.put('moi.html', Buffer.from('new'), 'page');
  publication.keepRest();
  expect(publication.commit().summary).toEqual({ written: 2, unchanged: 4, deleted: 0 });
  expect(filesIn(root)).toEqual({
    ...SITE,
    ...SITE_FOLDERS,
    'index.html': 'new',
    'moi.html': 'new',
    'cu.html': 'old',
    'theirs.html': 'theirs',
  });
  expect(build(root, SITE)).toEqual({ written: 1, unchanged: 3, deleted: 2 });
});

test('what is put crowds out what is kept', () => {
  const root = temporaryFolder();
  build(root, { 'a/index.html': 'old', b: 'old' });
  const publication = open(disk, root);
  publication.put('a', Buffer.from('new'), 'asset');
  publication.put('b/index.html', Buffer.from('new'), 'page');
  publication.keepRest();
  publication.commit();
  expect(filesIn(root)).toEqual({ a: 'new', 'b/index.html': 'new', ...folders('b') });
});

test('a file of the same size with other bytes is written again by whoever trusts bytes only', () => {
  const root = temporaryFolder();
  build(root, SITE);
  writeFileSync(`${root}/tin/bai-1/index.html`, 'two');
  build(root, SITE);
  expect(readFileSync(`${root}/tin/bai-1/index.html`, 'utf8')).toBe('two');
  const owner = { pid: 7, startedAt: 'now' };
  const publication = openPublication(disk, root, owner, () => false, undefined, undefined, 'bytes');
  for (const [path, text] of Object.entries(SITE)) {
    publication.put(path, Buffer.from(text), text.endsWith('asset') ? 'asset' : 'page');
  }
  expect(publication.commit().summary).toEqual({ written: 1, unchanged: 3, deleted: 0 });
  expect(filesIn(root)).toEqual({ ...SITE, ...SITE_FOLDERS });
});
