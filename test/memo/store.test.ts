import { expect, it } from 'vitest';
import { emptyMemos, type Memos } from '../../src/memo/memos.ts';
import { memoStore } from '../../src/memo/store.ts';
import { faulty } from '../write/intercepted-disk.ts';
import { memoryDisk } from '../write/memory-disk.ts';

function memos(): Memos {
  const some = emptyMemos();
  some.files.set('content/bai.md', { stamp: '1', fingerprint: 'x' });
  return some;
}

it('what a build that was stopped began to write is not left over', () => {
  for (let at = 0; at < 12; at++) {
    const disk = memoryDisk();
    // Stopped by a kill: nothing after the call is done either. Its process had another number.
    memoStore(faulty(disk, at, 'killed'), '/cache', 'memo', 'p').save(memos());
    for (const path of Object.keys(disk.snapshot())) {
      if (path.startsWith('/cache/memo.')) disk.rename(path, '/cache/memo.77');
    }
    const store = memoStore(disk, '/cache', 'memo', 'p');
    store.save(memos());
    expect(disk.list('/cache'), `call ${at}`).toEqual(['.gitignore', 'memo']);
    expect(store.load().files.get('content/bai.md')).toEqual({ stamp: '1', fingerprint: 'x' });
  }
});
