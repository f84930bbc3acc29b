import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { OutputError, type WriteSummary } from '../../src/write/output.ts';
import { openPublication } from '../../src/write/publish.ts';
import { type Call, recorded } from './intercepted-disk.ts';
import { open, publish } from './little-site.ts';
import { memoryDisk } from './memory-disk.ts';
import { filesIn, hastyDisk, temporaryFolder } from './temporary-folder.ts';

const disk = hastyDisk();

type Files = Record<string, string>;

function build(root: string, files: Files): WriteSummary {
  return publish(disk, root, new Map(Object.entries(files)));
}

/** The codes and paths of what a build was refused for. */
function refusal(operation: () => unknown): string[] {
  try {
    operation();
  } catch (cause) {
    if (!(cause instanceof OutputError)) throw cause;
    return cause.diagnostics.map(({ code, params }) => ('path' in params ? `${code} ${params.path}` : code));
  }
  return ['nothing was thrown'];
}

function put(root: string, path: string, text: string): void {
  mkdirSync(dirname(`${root}/${path}`), { recursive: true });
  writeFileSync(`${root}/${path}`, text);
}

function folders(...paths: string[]): Record<string, null> {
  return Object.fromEntries(paths.map((path) => [path, null]));
}

const SITE: Files = {
  'index.html': 'front',
  'tin/bai-1/index.html': 'one',
  'tin/bai-1/anh.jpg': 'photo asset',
  'assets/style.css': 'style asset',
};
const SITE_FOLDERS = folders('tin', 'tin/bai-1', 'assets');

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
  expect(publication.commit()).toEqual({ written: 0, unchanged: 4, deleted: 0 });
  expect(readFileSync(`${root}/.bantin/manifest.json`, 'utf8')).not.toContain('"page"');
});

test('what is kept stays as it is, though it is not put', () => {
  const root = temporaryFolder();
  build(root, SITE);
  writeFileSync(`${root}/tin/bai-1/index.html`, 'edited by hand');
  put(root, 'theirs.html', 'theirs');
  const publication = open(disk, root);
  publication.put('index.html', Buffer.from('new'), 'page');
  publication.keep('tin/bai-1/index.html');
  publication.keep('tin/bai-1/anh.jpg');
  publication.keep('index.html');
  publication.keep('never.html');
  publication.keep('theirs.html');
  expect(publication.commit()).toEqual({ written: 1, unchanged: 2, deleted: 1 });
  const { 'assets/style.css': _, ...rest } = SITE;
  expect(filesIn(root)).toEqual({
    ...rest,
    ...folders('tin', 'tin/bai-1'),
    'index.html': 'new',
    'tin/bai-1/index.html': 'edited by hand',
    'theirs.html': 'theirs',
  });
  expect(build(root, SITE)).toEqual({ written: 3, unchanged: 1, deleted: 0 });
  expect(filesIn(root)).toEqual({ ...SITE, ...SITE_FOLDERS, 'theirs.html': 'theirs' });
});

test('what is to be kept and is not there is not in the manifest', () => {
  const root = temporaryFolder();
  build(root, SITE);
  rmSync(`${root}/index.html`);
  const publication = open(disk, root);
  for (const path of Object.keys(SITE)) publication.keep(path);
  expect(publication.commit()).toEqual({ written: 0, unchanged: 3, deleted: 0 });
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
  expect(publication.commit()).toEqual({ written: 2, unchanged: 4, deleted: 0 });
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
  publication.keep('a/index.html');
  publication.keep('b');
  publication.commit();
  expect(filesIn(root)).toEqual({ a: 'new', 'b/index.html': 'new', ...folders('b') });
});

test('abandoned, nothing has changed, and nothing stays behind', () => {
  const root = temporaryFolder();
  build(root, SITE);
  const before = filesIn(root, true);
  const publication = open(disk, root);
  publication.put('index.html', Buffer.from('new'), 'page');
  expect(existsSync(`${root}/.bantin/stage/0/0`)).toBe(true);
  publication.abandon();
  publication.abandon();
  expect(filesIn(root, true)).toEqual(before);
  expect(() => publication.put('a', Buffer.from(''), 'page')).toThrow('over');
  expect(() => publication.keep('a')).toThrow('over');
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
  expect(existsSync(`${root}/.bantin/stage/0/0`)).toBe(true);
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

test('an output folder that is a file is an error of the disk', () => {
  const root = `${temporaryFolder()}/dist`;
  writeFileSync(root, 'theirs');
  expect(refusal(() => open(disk, root))).toEqual(['output-failed']);
  expect(readFileSync(root, 'utf8')).toBe('theirs');
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
  const nested = open(disk, root);
  nested.put('a/b/c', Buffer.from('x'), 'page');
  nested.put('a', Buffer.from('x'), 'page');
  expect(() => nested.commit()).toThrow('Both a file and a folder: a');
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
  expect(publication.commit()).toEqual({ written: 1, unchanged: 2, deleted: 0 });
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
