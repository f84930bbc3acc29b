import { expect, test } from 'vitest';
import { clearStage, openStage } from '../../src/write/stage.ts';
import { memoryDisk } from './memory-disk.ts';

test('bytes wait under numbers, no more than 1,000 in one folder, until the stage is cleared', () => {
  const disk = memoryDisk();
  clearStage(disk, '/stage');
  const stage = openStage(disk, '/stage');
  const paths = Array.from({ length: 2001 }, (_, i) => stage.add(Buffer.from(`file ${i}`)));
  expect(new Set(paths).size).toBe(2001);
  expect(paths.map((path) => Buffer.from(disk.read(path) ?? []).toString())).toEqual(
    paths.map((_, i) => `file ${i}`),
  );
  expect(disk.list('/stage').map((name) => disk.list(`/stage/${name}`).length)).toEqual([1000, 1000, 1]);
  clearStage(disk, '/stage');
  expect(disk.stat('/stage')).toBeUndefined();
});
