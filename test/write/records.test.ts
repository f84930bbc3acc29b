import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openPublication } from '../../src/write/publish.ts';
import { publishedSite } from '../../src/write/records.ts';
import { open } from './little-site.ts';
import { build, disk, folders, put, refusal, SITE, SITE_FOLDERS } from './real-site.ts';
import { filesIn, temporaryFolder } from './temporary-folder.ts';

test('abandoned, nothing has changed, and nothing stays behind', () => {
  const root = temporaryFolder();
  build(root, SITE);
  const before = filesIn(root, true);
  const publication = open(disk, root);
  publication.put('index.html', Buffer.from('new'), 'page');
  expect(existsSync(`${root}/.bantin/stage/site/index.html`)).toBe(true);
  publication.abandon();
  publication.abandon();
  expect(filesIn(root, true)).toEqual(before);
  expect(() => publication.put('a', Buffer.from(''), 'page')).toThrow('over');
  expect(() => publication.keepRest()).toThrow('over');
  expect(() => publication.commit()).toThrow('over');
  const next = open(disk, root);
  next.commit();
  next.abandon();
  expect(filesIn(root)).toEqual({});
});

test('two builds at once: one works, the other stops, and takes nothing from the first', () => {
  const root = temporaryFolder();
  const first = openPublication(disk, root, { pid: 7, startedAt: 'now' }, () => false);
  first.put('index.html', Buffer.from('front'), 'page');
  expect(
    refusal(() => openPublication(disk, root, { pid: 8, startedAt: 'now' }, (pid) => pid === 7)),
  ).toEqual(['output-locked']);
  first.commit();
  expect(filesIn(root)).toEqual({ 'index.html': 'front' });
});

test('a build whose lock was taken over publishes nothing and leaves the stage to the other', () => {
  const root = temporaryFolder();
  const first = openPublication(disk, root, { pid: 7, startedAt: 'now' }, () => false);
  first.put('index.html', Buffer.from('first'), 'page');
  const second = openPublication(disk, root, { pid: 8, startedAt: 'now' }, () => false);
  second.put('index.html', Buffer.from('second'), 'page');
  expect(refusal(() => first.commit())).toEqual(['output-locked']);
  second.commit();
  expect(filesIn(root)).toEqual({ 'index.html': 'second' });
});

test.each([
  ['cut short', (text: string) => text.slice(0, text.length / 2)],
  ['empty', () => ''],
  ['edited', (text: string) => text.replace('index.html', 'theirs.txt')],
  ['no text', () => '\u0000\u0001'],
])('with a manifest that is %s, only what has the right bytes is ours', (_, spoil) => {
  const root = temporaryFolder();
  build(root, SITE);
  put(root, 'theirs.txt', 'theirs');
  const path = `${root}/.bantin/manifest.json`;
  writeFileSync(path, spoil(readFileSync(path, 'utf8')));
  const before = filesIn(root);
  expect(refusal(() => build(root, { ...SITE, 'index.html': 'new' }))).toEqual(['output-foreign index.html']);
  const { 'assets/style.css': _style, ...others } = SITE;
  expect(build(root, { ...others, 'moi.html': 'new' })).toEqual({ written: 1, unchanged: 3, deleted: 0 });
  expect(filesIn(root)).toEqual({ ...before, 'moi.html': 'new' });
  expect(build(root, {}).deleted).toBe(4);
  expect(filesIn(root)).toEqual({
    'theirs.txt': 'theirs',
    'assets/style.css': 'style asset',
    ...folders('assets'),
  });
});

test('a manifest that cannot be read because the disk refuses is no empty manifest: the build stops', () => {
  const root = temporaryFolder();
  build(root, SITE);
  rmSync(`${root}/.bantin/manifest.json`);
  mkdirSync(`${root}/.bantin/manifest.json`);
  expect(refusal(() => build(root, SITE))).toEqual(['output-failed']);
  expect(filesIn(root)).toEqual({ ...SITE, ...SITE_FOLDERS });
});

test('next to a spoilt journal nothing is known of what the manifest names: all of it is written again', () => {
  const root = temporaryFolder();
  build(root, SITE);
  writeFileSync(`${root}/index.html`, 'other');
  writeFileSync(`${root}/.bantin/journal.json`, 'spoilt');
  expect(build(root, SITE)).toEqual({ written: 4, unchanged: 0, deleted: 0 });
  expect(filesIn(root)).toEqual({ ...SITE, ...SITE_FOLDERS });
  expect(existsSync(`${root}/.bantin/journal.json`)).toBe(false);
});

test('what a dead build left on the stage is gone before anything is staged', () => {
  const root = temporaryFolder();
  const dead = open(disk, root);
  dead.put('index.html', Buffer.from('front'), 'page');
  expect(existsSync(`${root}/.bantin/stage/site/index.html`)).toBe(true);
  open(disk, root);
  expect(existsSync(`${root}/.bantin/stage`)).toBe(false);
});

test('a spoilt journal goes, even if there is nothing to publish', () => {
  const root = temporaryFolder();
  build(root, {});
  writeFileSync(`${root}/.bantin/journal.json`, 'spoilt');
  build(root, {});
  expect(existsSync(`${root}/.bantin/journal.json`)).toBe(false);
});

test('a build says what stood there before it, by the name that the records have then', () => {
  const root = temporaryFolder();
  const commit = (text: string) => {
    const publication = open(disk, root);
    publication.put('index.html', Buffer.from(text), 'page');
    return publication.commit();
  };
  expect(publishedSite(disk, root)).toBeUndefined();
  const first = commit('one');
  expect(first.before).toBeUndefined();
  expect(publishedSite(disk, root)?.version).toBe(first.version);
  const second = commit('two');
  expect(second.before).toBe(first.version);
  expect(second.version).not.toBe(first.version);
  const site = publishedSite(disk, root);
  expect([site?.version, ...(site?.paths ?? [])]).toEqual([second.version, 'index.html']);
  writeFileSync(`${root}/.bantin/journal.json`, 'spoilt');
  expect(commit('two').before).toBeUndefined();
});
