import { expect, test } from 'vitest';
import { ALONE, type Crew } from '../../src/base/crew.ts';
import { fingerprint } from '../../src/base/fingerprint.ts';
import { type PackedFiles, unpack } from '../../src/write/packed-files.ts';
import { clearStage, type Staged, stagedAt, stageFiles } from '../../src/write/stage.ts';
import { openStaging } from '../../src/write/staging.ts';
import { memoryDisk } from './memory-disk.ts';

const STAGE = { folder: '/stage' };

test('bytes wait at the paths that they shall have, until the stage is cleared', () => {
  const disk = memoryDisk();
  clearStage(disk, '/stage');
  const paths = ['index.html', 'tin/1/index.html', 'tin/1/anh.jpg', 'manifest.json'];
  const text = (path: string): string => `tệp ${path}`;
  const staged = stageFiles(
    disk,
    STAGE,
  )(
    paths.map((path, index) => {
      const content = index % 2 ? text(path) : Buffer.from(text(path));
      return { path, content, standing: undefined };
    }),
  );
  expect(staged).toEqual(
    paths.map((path) => ({
      fingerprint: fingerprint(text(path)),
      size: Buffer.byteLength(text(path)),
      stands: false,
    })),
  );
  expect(paths.map((path) => Buffer.from(disk.read(stagedAt(STAGE, path)) ?? []).toString())).toEqual(
    paths.map(text),
  );
  // Where our own records wait, no file of the site does.
  expect(disk.list('/stage')).toEqual(['site']);
  clearStage(disk, '/stage');
  expect(disk.stat('/stage')).toBeUndefined();
});

test('what stands already waits nowhere', () => {
  const disk = memoryDisk();
  const stage = stageFiles(disk, STAGE);
  const standing = fingerprint('một');
  expect(stage([{ path: 'a', content: 'một', standing }])[0]?.stands).toBe(true);
  expect(disk.stat('/stage')).toBeUndefined();
  expect(stage([{ path: 'a', content: 'hai', standing }])[0]?.stands).toBe(false);
  expect(disk.stat('/stage/site/a')?.size).toBe(3);
});

test('files are staged in batches, and each is told of before the end', () => {
  const disk = memoryDisk();
  const staging = openStaging(disk, STAGE, ALONE);
  const told = new Map<string, Staged>();
  const learn = (path: string) => (staged: Staged) => void told.set(path, staged);
  for (let i = 0; i < 100; i++) {
    staging.add({ path: `t/${i}`, content: `text ${i}`, standing: undefined }, learn(`t/${i}`));
  }
  expect(told.size).toBe(64);
  staging.add({ path: 'anh.jpg', content: Buffer.from('bytes'), standing: undefined }, learn('anh.jpg'));
  expect(told.has('anh.jpg')).toBe(true);
  staging.add({ path: 'long', content: 'x'.repeat(200_000), standing: undefined }, learn('long'));
  expect(told.size).toBe(102);
  staging.add({ path: 'last', content: 'text', standing: undefined }, learn('last'));
  expect(told.has('last')).toBe(false);
  staging.finish();
  expect(told.get('t/99')).toEqual({ fingerprint: fingerprint('text 99'), size: 7, stands: false });
  expect(told.size).toBe(103);
});

test('the memory in which a thread is sent texts is used again as soon as it has answered', () => {
  const seen = new Set<unknown>();
  const stage = stageFiles(memoryDisk(), STAGE);
  /** As if a thread answered each job before the next. */
  const crew: Crew = {
    ...ALONE,
    begin: ({ order, learn }) => ({
      do(job) {
        const packed = order(job) as PackedFiles;
        seen.add(packed.memory);
        // What this work learns is what staging gives.
        learn(stage(unpack(packed)) as Parameters<typeof learn>[0], job);
      },
      finish() {},
      abandon() {},
    }),
  };
  const staging = openStaging(memoryDisk(), STAGE, crew);
  const told: Staged[] = [];
  for (let i = 0; i < 640; i++) {
    staging.add({ path: `t/${i}`, content: `bài ${i}`, standing: undefined }, (staged) => told.push(staged));
  }
  staging.finish();
  expect(told[639]).toEqual({ fingerprint: fingerprint('bài 639'), size: 8, stands: false });
  expect(seen.size).toBe(1);
});

test('a path is either a file or a folder, and is added once', () => {
  const add = (...paths: string[]) => {
    const staging = openStaging(memoryDisk(), STAGE, ALONE);
    for (const path of paths) staging.add({ path, content: '', standing: undefined }, () => {});
  };
  expect(() => add('a/b', 'a/b')).toThrow('put twice: a/b');
  expect(() => add('a/b', 'a/b/c')).toThrow('Both a file and a folder: a/b');
  expect(() => add('a/b/c', 'a')).toThrow('Both a file and a folder: a');
  expect(() => add('a/b/c', 'a/b/d', 'a/c')).not.toThrow();
});
