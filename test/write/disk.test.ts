import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Disk, removeTree } from '../../src/write/disk.ts';
import { nodeDisk } from '../../src/write/node-disk.ts';
import { memoryDisk } from './memory-disk.ts';
import { temporaryFolder } from './temporary-folder.ts';

const bytes = (text: string) => Buffer.from(text);

describe.each<[string, () => { disk: Disk; root: string }]>([
  ['the disk of the machine', () => ({ disk: nodeDisk(), root: temporaryFolder() })],
  ['the disk of the machine, as on Windows', () => ({ disk: nodeDisk('win32'), root: temporaryFolder() })],
  [
    'the disk in memory',
    () => {
      const disk = memoryDisk();
      disk.makeFolder('/out');
      return { disk, root: '/out' };
    },
  ],
])('%s', (_, make) => {
  test('has nothing where nothing is, nor below a file', () => {
    const { disk, root } = make();
    disk.write(`${root}/a`, bytes('1'));
    for (const path of [`${root}/none`, `${root}/none/b`, `${root}/a/b`]) {
      expect(disk.read(path)).toBeUndefined();
      expect(disk.stat(path)).toBeUndefined();
    }
    expect(() => disk.list(`${root}/none`)).toThrow('ENOENT');
  });

  test('writes, reads, lists and tells sizes', () => {
    const { disk, root } = make();
    disk.makeFolder(`${root}/a/b`);
    disk.makeFolder(`${root}/a/b`);
    disk.write(`${root}/a/x`, bytes('đ'));
    disk.writeDurably(`${root}/a/y`, bytes('12'));
    disk.writeDurably(`${root}/a/y`, bytes('3'));
    expect([...disk.list(`${root}/a`)].sort()).toEqual(['b', 'x', 'y']);
    expect(disk.stat(`${root}/a/x`)).toEqual({ kind: 'file', size: 2 });
    expect(disk.stat(`${root}/a/b`)?.kind).toBe('folder');
    expect(Buffer.from(disk.read(`${root}/a/y`) ?? []).toString()).toBe('3');
  });

  test('tells whether a file has certain bytes, however they are cut', () => {
    const { disk, root } = make();
    const file = `${root}/a`;
    disk.writeDurably(file, [bytes('một '), bytes(''), bytes('hai')]);
    expect(disk.holds(file, [bytes('một hai')])).toBe(true);
    expect(disk.holds(file, [bytes('m'), bytes('ột h'), bytes('ai')])).toBe(true);
    for (const other of ['một ha', 'một hai ', 'một haj', 'mọt hai', ''])
      expect(disk.holds(file, [bytes(other)]), other).toBe(false);
    expect(disk.holds(file, [bytes('một '), bytes('ba ')])).toBe(false);
    for (const path of [`${root}/none`, `${root}/none/b`, `${file}/b`])
      expect(disk.holds(path, [])).toBe(false);
  });

  test('does not write a new file over another', () => {
    const { disk, root } = make();
    disk.writeNew(`${root}/lock`, bytes('1'));
    expect(() => disk.writeNew(`${root}/lock`, bytes('2'))).toThrow(
      expect.objectContaining({ code: 'EEXIST' }),
    );
    expect(Buffer.from(disk.read(`${root}/lock`) ?? []).toString()).toBe('1');
  });

  test('renames over a file, not over a folder', () => {
    const { disk, root } = make();
    disk.makeFolder(`${root}/folder`);
    disk.write(`${root}/a`, bytes('1'));
    disk.write(`${root}/b`, bytes('2'));
    disk.rename(`${root}/a`, `${root}/b`);
    expect(disk.stat(`${root}/a`)).toBeUndefined();
    expect(Buffer.from(disk.read(`${root}/b`) ?? []).toString()).toBe('1');
    expect(() => disk.rename(`${root}/b`, `${root}/folder`)).toThrow(
      expect.objectContaining({ code: 'EISDIR' }),
    );
    expect(() => disk.rename(`${root}/none`, `${root}/c`)).toThrow(
      expect.objectContaining({ code: 'ENOENT' }),
    );
  });

  test('removes what is there, and folders only when empty', () => {
    const { disk, root } = make();
    disk.makeFolder(`${root}/a/b`);
    disk.write(`${root}/a/x`, bytes('1'));
    disk.removeFolder(`${root}/a`);
    disk.removeFolder(`${root}/none`);
    disk.removeFolder(`${root}/a/x`);
    disk.removeFile(`${root}/none`);
    disk.removeFile(`${root}/a/x/y`);
    expect([...disk.list(`${root}/a`)].sort()).toEqual(['b', 'x']);
    disk.removeFile(`${root}/a/x`);
    disk.removeFolder(`${root}/a/b`);
    disk.removeFolder(`${root}/a`);
    expect(disk.list(root)).toEqual([]);
  });

  test('says which call was refused', () => {
    const { disk, root } = make();
    disk.write(`${root}/file`, bytes('1'));
    expect(() => disk.write(`${root}/none/a`, bytes('1'))).toThrow(
      expect.objectContaining({ syscall: 'open' }),
    );
    disk.makeFolder(`${root}/folder`);
    expect(() => disk.removeFile(`${root}/folder`)).toThrow(expect.objectContaining({ syscall: 'unlink' }));
    expect(() => disk.makeFolder(`${root}/file`)).toThrow(expect.objectContaining({ syscall: 'mkdir' }));
  });
});

test('links are not followed: they are something else, and go without what they lead to', () => {
  const disk = nodeDisk();
  const root = temporaryFolder();
  mkdirSync(`${root}/elsewhere`);
  writeFileSync(`${root}/elsewhere/a`, 'theirs');
  mkdirSync(`${root}/tree/deep`, { recursive: true });
  writeFileSync(`${root}/tree/deep/b`, 'ours');
  symlinkSync(`${root}/elsewhere`, `${root}/tree/deep/link`);
  symlinkSync(`${root}/nowhere`, `${root}/tree/broken`);
  expect(disk.stat(`${root}/tree/deep/link`)?.kind).toBe('other');
  expect(disk.stat(`${root}/tree/broken`)?.kind).toBe('other');
  removeTree(disk, `${root}/tree`);
  expect(disk.stat(`${root}/tree`)).toBeUndefined();
  expect(readFileSync(`${root}/elsewhere/a`, 'utf8')).toBe('theirs');
});
