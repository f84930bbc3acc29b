import { describe, expect, it } from 'vitest';
import type { FileSystem } from '../../src/read/file-system.ts';
import { type MemoryFiles, memoryFileSystem } from '../../src/read/memory-file-system.ts';
import { rememberingFileSystem } from '../../src/read/remembering-file-system.ts';

/** A folder whose files have stamps, and that notes what it is asked. */
function asked(files: MemoryFiles) {
  const inner = memoryFileSystem(files);
  const questions: string[] = [];
  const disk: FileSystem = {
    ...inner,
    list(folder) {
      questions.push(`list ${folder}`);
      return inner.list(folder);
    },
    stat(path) {
      questions.push(`stat ${path}`);
      return { ...inner.stat(path), stamp: 'một' };
    },
  };
  const known = rememberingFileSystem(disk);
  return {
    known,
    /** What the disk is asked for when everything is looked at. */
    look(): string[] {
      questions.length = 0;
      const visit = (folder: string): void => {
        for (const { name, kind } of known.list(folder) ?? []) {
          const path = folder === '' ? name : `${folder}/${name}`;
          if (kind === 'folder') visit(path);
          else if (kind === 'file') known.stat(path);
          else visit(known.follow(path).inside?.path ?? '');
        }
      };
      visit('');
      return questions.sort();
    },
  };
}

describe('a file system that remembers', () => {
  const files = { 'a/mot.md': '', 'a/b/hai.md': '', 'c/ba.md': '' };

  it('asks once', () => {
    const { look } = asked(files);
    expect(look()).toHaveLength(7);
    expect(look()).toEqual([]);
  });

  it.each([
    [['a/mot.md'], ['list a', 'stat a/mot.md']],
    [['a/b'], ['list a', 'list a/b', 'stat a/b/hai.md']],
    [
      ['a/moi.md', 'c/ba.md'],
      ['list a', 'list c', 'stat c/ba.md'],
    ],
    [['elsewhere/x'], []],
  ])('asks again for what is in doubt: %j', (paths, expected) => {
    const { known, look } = asked(files);
    look();
    known.doubt(paths);
    expect(look()).toEqual(expected);
  });

  it('asks for everything again when everything is in doubt', () => {
    const { known, look } = asked(files);
    const first = look();
    known.doubt('everything');
    expect(look()).toEqual(first);
  });

  it('knows that what changed below a link changed in what it leads to', () => {
    const { known, look } = asked({ 'chung/mot.md': '', 'chung/b/hai.md': '', noi: { link: 'chung' } });
    look();
    known.doubt(['noi/mot.md']);
    expect(look()).toEqual(['list chung', 'stat chung/mot.md']);
  });

  it('knows that what changed below a link in a link changed where both lead', () => {
    const { known, look } = asked({
      'chung/mot.md': '',
      'khac/hai.md': '',
      'chung/b': { link: 'khac' },
      noi: { link: 'chung' },
    });
    look();
    known.doubt(['noi/b/hai.md']);
    expect(look()).toEqual(['list khac', 'stat khac/hai.md']);
  });

  it('comes to an end where links that are known no longer fit together', () => {
    const files: Record<string, string | { link: string }> = { 'b/x.md': '', a: { link: 'b' } };
    const { known, look } = asked(files);
    look();
    for (const name of Object.keys(files)) delete files[name];
    Object.assign(files, { 'a/b/x.md': '', b: { link: 'a/b' } });
    known.doubt('everything');
    look();
    known.doubt(['a/q']);
    expect(look()).toContain('list a/b');
  });
});
