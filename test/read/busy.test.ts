import { expect, it } from 'vitest';
import { Memo } from '../../src/memo/memo.ts';
import { emptyMemos } from '../../src/memo/memos.ts';
import type { KnownFile } from '../../src/read/known-files.ts';
import { memoryFileSystem } from '../../src/read/memory-file-system.ts';
import { article, check, SITE_YAML } from '../support.ts';

const BAI = 'content/bai.md';
const inner = memoryFileSystem({
  'content/site.yaml': SITE_YAML,
  [BAI]: article('title: Bài\ndate: 17/02/2020'),
});
// The stamp stays, so that what is remembered of a file is believed until it is read.
const site = { ...inner, stat: (path: string) => ({ ...inner.stat(path), stamp: 'the same' }) };

/** What a build says that finds the article another than it was told, so many times. */
function buildBusy(times: number) {
  let told = 0;
  class Busy extends Memo<KnownFile> {
    override get(path: string): KnownFile | undefined {
      if (path !== BAI || told++ >= times) return super.get(path);
      return { stamp: 'the same', fingerprint: 'of something else' };
    }
  }
  return check({}, { site }, { ...emptyMemos(), files: new Busy() });
}

it('a build begins again when somebody has written a file while it was at work', () => {
  expect(buildBusy(0).ok).toBe(true);
  expect(buildBusy(3).ok).toBe(true);
});

it('a build says which file is never the same twice, and ends', () => {
  const { ok, published, diagnostics } = buildBusy(Number.POSITIVE_INFINITY);
  expect([ok, published]).toEqual([false, false]);
  expect(diagnostics).toMatchObject([
    { code: 'file-unreadable', place: { path: BAI }, params: { reason: 'EBUSY' } },
  ]);
});
