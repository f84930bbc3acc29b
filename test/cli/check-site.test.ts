import { describe, expect, it } from 'vitest';
import type { BuildResult } from '../../src/build.ts';
import { checkSite } from '../../src/cli/check-site.ts';
import { emptyMemos } from '../../src/memo/memos.ts';
import { type MemoryFiles, memoryFileSystem } from '../../src/read/memory-file-system.ts';
import { article, buildInput, SITE_YAML, section } from '../support.ts';

const SITE: MemoryFiles = {
  'content/site.yaml': SITE_YAML,
  'content/tin/_index.md': section('Tin tức'),
  'content/tin/goc.md': article('title: Gốc\ndate: 17/02/2020'),
};

function checked(files: MemoryFiles): BuildResult {
  const site = memoryFileSystem({ ...SITE, ...files });
  return checkSite(buildInput({ site, strictness: 'check' }), emptyMemos());
}

const tell = ({ diagnostics }: BuildResult) =>
  diagnostics.map(({ severity, code, place }) => `${place.path}:${place.line} ${severity} ${code}`);

const draft = (title: string, body?: string) =>
  article(`title: ${title}\ndate: 18/02/2020\ndraft: true`, body);
const toCome = (title: string, body?: string) => article(`title: ${title}\ndate: 18/02/2099`, body);
const now = (title: string, body?: string) => article(`title: ${title}\ndate: 18/02/2020`, body);

describe('check', () => {
  it.each([
    ['a draft', draft('Nháp')],
    ['an article still to come', toCome('Chưa tới')],
  ])('finds a link to %s, which build would drop', (_, text) => {
    const result = checked({
      'content/tin/a.md': now('Bài', 'Xem [bài kia](b.md).'),
      'content/tin/b.md': text,
    });
    expect(tell(result)).toEqual(['content/tin/a.md:6 error link-dead']);
    expect(result.ok).toBe(false);
    expect(result.summary.articles).toBe(3);
  });

  it('does not blame a link from a draft to a draft, and finds what is wrong in one', () => {
    const files = {
      'content/tin/a.md': draft('Nháp một', 'Xem [bài kia](b.md) và [bài này](khong-co.md).'),
      'content/tin/b.md': draft('Nháp hai', 'Xem [bài kia](a.md).'),
    };
    expect(tell(checked(files))).toEqual(['content/tin/a.md:7 error link-dead']);
  });

  it('tells of the same thing once, though a draft has part in it too', () => {
    const files = {
      'content/tin/hop.md': now('Họp'),
      'content/tin/2020-02-18-hop.md': now('Họp nữa'),
      'content/tin/2020-02-19-hop.md': draft('Họp nháp'),
    };
    expect(tell(checked(files))).toEqual(['content/tin/2020-02-18-hop.md:1 error address-collision']);
  });

  it('has nothing to say of a sound site with a draft in it', () => {
    expect(tell(checked({ 'content/tin/a.md': draft('Nháp', 'Xem [gốc](goc.md).') }))).toEqual([]);
  });
});
