import { expect, test } from 'vitest';
import { clearStage, openStage } from '../../src/write/stage.ts';
import { memoryDisk } from './memory-disk.ts';

test('bytes wait at the paths that they shall have, until the stage is cleared', () => {
  const disk = memoryDisk();
  clearStage(disk, '/stage');
  const stage = openStage(disk, '/stage');
  const paths = ['index.html', 'tin/1/index.html', 'tin/1/anh.jpg', 'manifest.json'];
  const staged = paths.map((path) => stage.add(path, Buffer.from(`file ${path}`)));
  expect(staged).toEqual(paths.map((path) => stage.at(path)));
  expect(staged.map((path) => Buffer.from(disk.read(path) ?? []).toString())).toEqual(
    paths.map((path) => `file ${path}`),
  );
  // Where our own records wait, no file of the site does.
  expect(disk.list('/stage')).toEqual(['site']);
  clearStage(disk, '/stage');
  expect(disk.stat('/stage')).toBeUndefined();
});
