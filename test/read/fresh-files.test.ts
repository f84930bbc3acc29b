import { expect, it } from 'vitest';
import { createRecall } from '../../src/base/recall.ts';
import { Memo } from '../../src/memo/memo.ts';
import { createContentsReader } from '../../src/read/contents.ts';
import type { FileStat } from '../../src/read/file-system.ts';
import type { KnownFile } from '../../src/read/known-files.ts';
import { memoryFileSystem } from '../../src/read/memory-file-system.ts';
import { rememberingFileSystem } from '../../src/read/remembering-file-system.ts';
import { scan } from '../../src/read/scan.ts';

const anything = (): boolean => true;

/** A folder of texts and a picture, of which `fresh` were written just now: the disk's clock cannot tell when again. */
function folderOf(files: Record<string, string>, fresh: Set<string>) {
  const inner = memoryFileSystem(files);
  const read: string[] = [];
  const site = rememberingFileSystem({
    ...inner,
    read(path, length) {
      read.push(path);
      return inner.read(path, length);
    },
    stat(path): FileStat {
      return { ...inner.stat(path), stamp: fresh.has(path) ? undefined : `when ${files[path]} was written` };
    },
  });
  const recall = createRecall();
  const reader = createContentsReader(site, new Memo<KnownFile>());
  return {
    look() {
      read.length = 0;
      const [folder] = scan(site, 'content', anything, recall).folders;
      if (folder === undefined) throw new Error('There is a folder.');
      return { contents: reader.folder(folder), read: [...read] };
    },
  };
}

it('of a folder only what was written just now is read again, and nothing has changed if its words have not', () => {
  const fresh = new Set(['content/b.md']);
  const { look } = folderOf({ 'content/a.md': 'một', 'content/b.md': 'hai', 'content/x.jpg': '' }, fresh);
  const first = look();
  expect(first.read).toEqual(['content/a.md', 'content/b.md', 'content/x.jpg']);
  expect(look()).toEqual({ contents: first.contents, read: ['content/b.md'] });
  expect(look().contents).toBe(first.contents);
  fresh.clear();
  expect(look().contents).toBe(first.contents);
  expect(look()).toEqual({ contents: first.contents, read: [] });
});

it('a text that was written twice within a tick of the clock is the later one', () => {
  const files = { 'content/a.md': 'một', 'content/b.md': 'hai' };
  const { look } = folderOf(files, new Set(['content/b.md']));
  const { contents } = look();
  files['content/b.md'] = 'haj';
  const { documents } = look().contents;
  expect(documents[0]?.fingerprint).toBe(contents.documents[0]?.fingerprint);
  expect(documents[1]?.fingerprint).not.toBe(contents.documents[1]?.fingerprint);
  expect(Buffer.from(documents[1]?.bytes() ?? []).toString()).toBe('haj');
});

it('a picture that was written just now is another one: its size says nothing of its bytes', () => {
  const files = { 'content/a.md': 'một', 'content/x.jpg': 'một' };
  const { look } = folderOf(files, new Set(['content/x.jpg']));
  const { contents } = look();
  expect(look().contents.media[0]).not.toBe(contents.media[0]);
});

it('a file that has gone since it was written is told like any that cannot be read', () => {
  const files: Record<string, string> = { 'content/a.md': 'một', 'content/b.md': 'hai' };
  const { look } = folderOf(files, new Set(['content/b.md']));
  look();
  delete files['content/b.md'];
  expect(look().contents.diagnostics).toMatchObject([
    { code: 'file-unreadable', place: { path: 'content/b.md' } },
  ]);
});
