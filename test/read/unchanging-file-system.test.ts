import { expect, it } from 'vitest';
import { memoryFileSystem } from '../../src/read/memory-file-system.ts';
import { unchangingFileSystem } from '../../src/read/unchanging-file-system.ts';

it('what does not change is asked for once, and is the same object each time', () => {
  const asked: string[] = [];
  const disk = memoryFileSystem({ 'a/x.njk': 'mai một' });
  const files = unchangingFileSystem({
    ...disk,
    list(folder) {
      asked.push(`list ${folder}`);
      return disk.list(folder);
    },
    read(path, length) {
      asked.push(`read ${path} ${length}`);
      return disk.read(path, length);
    },
  });
  expect(files.list('a')).toBe(files.list('a'));
  expect(files.list('none')).toBeUndefined();
  expect(files.list('none')).toBeUndefined();
  expect(Buffer.from(files.read('a/x.njk', 4)).toString()).toBe('mai ');
  expect(files.read('a/x.njk')).toBe(files.read('a/x.njk'));
  expect(asked).toEqual(['list a', 'list none', 'read a/x.njk undefined']);
});
