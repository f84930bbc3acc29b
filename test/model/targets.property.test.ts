import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRecall } from '../../src/base/recall.ts';
import type { SectionName } from '../../src/model/site.ts';
import { createTargets, type NamedDocument } from '../../src/model/targets.ts';

const ADDRESSES = ['/a/', '/b/', '/a/x/', '/a/y/', '/x/'];
const FILES = ['a/x.md', 'A/X.md', 'a/index.md', 'a/_index.md', 'b/y.md'];

const section = (folder: string): SectionName => ({
  folder,
  address: `/${folder}/`,
  title: folder,
  language: 'vi',
  parent: null,
});
const SECTIONS = [section('a'), section('b')];

const named = fc.record<NamedDocument>({
  path: fc.constantFrom(...FILES),
  address: fc.constantFrom(...ADDRESSES),
  language: fc.constant('vi'),
  ids: fc.constant([]),
  aliases: fc.array(fc.constantFrom(...ADDRESSES), { maxLength: 2 }),
});

/** What every name leads to. */
function ends(parts: Parameters<typeof createTargets>[0]) {
  const { byFile, byAddress } = createTargets(parts, SECTIONS, '', createRecall());
  return {
    files: [...FILES.map((path) => path.toLowerCase()), 'a', 'b'].map((name) => byFile.get(name)),
    addresses: [...ADDRESSES, '/tags/', '/404.html'].map((name) => byAddress.get(name)),
  };
}

it('names lead to the same, into however many parts their documents are cut', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.array(named, { maxLength: 3 }), { maxLength: 3 })), (parts) => {
      expect(ends(parts)).toEqual(ends([parts.flat()]));
    }),
  );
});

it('a document goes before an old address of another, and that before a section', () => {
  const document = (path: string, address: string, aliases: string[] = []): NamedDocument => ({
    path,
    address,
    language: 'vi',
    ids: [],
    aliases,
  });
  const old = document('b/y.md', '/b/y/', ['/a/', '/a/x/']);
  const other = document('a/x.md', '/a/x/');
  for (const parts of [
    [[[old]], [[other]]],
    [[[other]], [[old]]],
  ]) {
    const { byAddress } = createTargets(parts, SECTIONS, '', createRecall());
    expect(byAddress.get('/a/x/')).toBe(other);
    expect(byAddress.get('/a/')).toEqual({ address: '/b/y/', ids: [] });
    expect(byAddress.get('/b/')).toEqual({ address: '/b/', ids: [] });
  }
});
