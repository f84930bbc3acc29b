import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyMemos } from '../../src/memo/memos.ts';
import type { FileSystem } from '../../src/read/file-system.ts';
import { type MemoryFiles, memoryFileSystem } from '../../src/read/memory-file-system.ts';
import { nodeFileSystem } from '../../src/read/node-file-system.ts';
import { takeSnapshot } from '../../src/read/snapshot.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'bantin-read-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function onDisk(files: MemoryFiles): FileSystem {
  for (const [name, file] of Object.entries(files)) {
    const target = path.join(root, name);
    mkdirSync(path.dirname(target), { recursive: true });
    if (typeof file === 'object' && 'link' in file) {
      symlinkSync(file.link.startsWith('/') ? file.link : path.join(root, file.link), target);
    } else {
      writeFileSync(target, file);
    }
  }
  return nodeFileSystem(root);
}

const NOTHING = memoryFileSystem({});

/** What both kinds of file system make of the same files. */
function snapshots(files: MemoryFiles) {
  return [memoryFileSystem(files), onDisk(files)].map((site) => {
    const { documents, media, publicFiles, settings, templates, diagnostics } = takeSnapshot(
      site,
      NOTHING,
      emptyMemos().files,
    );
    return {
      documents: documents.flat().map((file) => file.path),
      media: media.map((file) => file.path),
      publicFiles: publicFiles.map((file) => file.path),
      settings: settings?.path ?? null,
      templates: [...templates.keys()],
      findings: diagnostics.map(({ code, place }) => [code, place.path]),
    };
  });
}

const EMPTY = { documents: [], media: [], publicFiles: [], settings: null, templates: [], findings: [] };

describe('a snapshot', () => {
  it.each<readonly [string, MemoryFiles, object]>([
    [
      'knows articles, pictures, settings, public files and templates',
      {
        'content/site.yaml': 'title: A',
        'content/tin/_index.md': 'x',
        'content/tin/b.md': 'x',
        'content/tin/A.MD': 'x',
        'content/tin/a.pdf': 'x',
        'content/_public/.well-known/x': 'x',
        'templates/partials/card.njk': 'x',
      },
      {
        documents: ['tin/A.MD', 'tin/_index.md', 'tin/b.md'],
        media: ['tin/a.pdf'],
        publicFiles: ['_public/.well-known/x'],
        settings: 'site.yaml',
        templates: ['partials/card.njk'],
      },
    ],
    [
      'passes over hidden files, drafts of folders and README',
      {
        'content/.git/x.md': 'x',
        'content/_nhap/x.md': 'x',
        'content/README.md': 'x',
        'content/_x.md': 'x',
        'content/a.md': 'x',
      },
      { documents: ['a.md'] },
    ],
    [
      'takes decomposed names as whole ones',
      { [`content/${'Hội'.normalize('NFD')}/${'bài'.normalize('NFD')}.md`]: 'x' },
      { documents: ['Hội/bài.md'] },
    ],
    [
      'reports names that some disks take for one',
      {
        'content/Bai.md': 'x',
        'content/bai.md': 'x',
        [`content/${'tiếng'.normalize('NFD')}.md`]: 'x',
        'content/tiếng.md': 'x',
      },
      {
        documents: ['Bai.md', 'bai.md', 'tiếng.md', 'tiếng.md'],
        findings: [
          ['name-collision', 'content/bai.md'],
          ['name-collision', 'content/tiếng.md'],
        ],
      },
    ],
    [
      'follows links inside the site, and none out of it or in circles',
      {
        'content/a.md': 'x',
        'content/lai.md': { link: 'content/a.md' },
        'content/ra.md': { link: '/etc/hostname' },
        'content/mat.md': { link: 'content/khong-co.md' },
        'content/vong/b.md': 'x',
        'content/vong/lai': { link: 'content' },
      },
      {
        documents: ['a.md', 'lai.md', 'vong/b.md'],
        findings: [
          ['link-outside', 'content/mat.md'],
          ['link-outside', 'content/ra.md'],
          ['link-outside', 'content/vong/lai'],
        ],
      },
    ],
    [
      'takes a link for what it leads to: files for the root too, and no file that may not be one',
      {
        'content/a.md': 'x',
        'content/_public': { link: 'chung' },
        'chung/robots.txt': 'x',
        'content/_nhap': { link: 'nhap' },
        'nhap/b.md': 'x',
        'content/_ngoai': { link: '/etc' },
      },
      { documents: ['a.md'], publicFiles: ['_public/robots.txt'] },
    ],
    ['says that there is no content', { 'bai.md': 'x' }, { findings: [['content-missing', 'content']] }],
  ])('%s', (_, files, expected) => {
    for (const found of snapshots(files)) expect(found).toEqual({ ...EMPTY, ...expected });
  });

  it('is the same whatever order the disk lists', () => {
    const files = { 'content/b/x.md': 'x', 'content/a/y.md': 'y', 'content/c.md': 'z' };
    const forward = memoryFileSystem(files);
    const backward: FileSystem = {
      ...forward,
      list: (folder) => [...(forward.list(folder) ?? [])].reverse(),
    };
    const pathsOf = (site: FileSystem) =>
      takeSnapshot(site, NOTHING, emptyMemos().files)
        .documents.flat()
        .map((file) => file.path);
    expect(pathsOf(backward)).toEqual(pathsOf(forward));
  });

  it('puts the site’s templates over the built-in ones', () => {
    const theme = memoryFileSystem({ 'base.njk': 'có sẵn', 'article.njk': 'có sẵn' });
    const site = memoryFileSystem({ 'content/a.md': 'x', 'templates/article.njk': 'của trang' });
    const { templates } = takeSnapshot(site, theme, emptyMemos().files);
    const shown = [...templates.values()].map(({ path: name, shownPath }) => [name, shownPath]);
    expect(shown).toEqual([
      ['article.njk', 'templates/article.njk'],
      ['base.njk', 'bantin/templates/base.njk'],
    ]);
  });

  it('reports every file that cannot be read, and goes on', () => {
    const inner = memoryFileSystem({ 'content/a.md': 'x', 'content/b.md': 'x', 'content/c.md': 'x' });
    const site: FileSystem = {
      ...inner,
      read(name, length) {
        if (name !== 'content/b.md') throw Object.assign(new Error('no'), { code: 'EACCES' });
        return inner.read(name, length);
      },
    };
    const { documents, diagnostics } = takeSnapshot(site, NOTHING, emptyMemos().files);
    expect(documents.flat().map((file) => file.path)).toEqual(['b.md']);
    expect(diagnostics.map(({ code, place, params }) => [code, place.path, params])).toEqual([
      ['file-unreadable', 'content/a.md', { reason: 'EACCES' }],
      ['file-unreadable', 'content/c.md', { reason: 'EACCES' }],
    ]);
  });
});
