import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leavesOf } from '../../src/base/tree.ts';
import { checkPaths } from '../../src/plan/check-paths.ts';
import type { Page, PageTree } from '../../src/plan/page.ts';

const NAMES = [
  '.bantin/a',
  'a',
  'A',
  'b',
  'a/a',
  'a/b',
  'A/b/c',
  'b/c',
  'b/c/d',
  'c.html',
  'C.html',
  'd',
  'd/e',
  'f',
  'g/h',
];

const pageAt = (path: string): Page => ({ path, source: path, content: () => ({ kind: 'text', text: '' }) });
const anyPage = fc.constantFrom(...NAMES).map(pageAt);
const anyGroups = fc.array(fc.array(anyPage, { maxLength: 4 }), { maxLength: 4 });

test('what has been checked need not be checked again: the findings are those of a look at all', () => {
  let checkedOnes = 0;
  fc.assert(
    fc.property(anyGroups, fc.array(fc.boolean()), anyGroups, (before, stays, come) => {
      const paths = leavesOf<Page>(before).map(({ path }) => path);
      fc.pre(checkPaths(before, undefined).length === 0);
      const now: PageTree = [...before.filter((_, index) => stays[index] ?? true), ...come];
      checkedOnes += 1;
      const findings = checkPaths(now, { pages: before, paths: () => paths });
      expect(findings).toEqual(checkPaths(now, undefined));
    }),
    { numRuns: 5000 },
  );
  expect(checkedOnes).toBeGreaterThan(100);
});

test('of a plan that was checked, no group is looked into that stays', () => {
  const before = [[pageAt('a')], [pageAt('b/c')]] as const;
  const sealed = new Proxy<Page[]>([], {
    get: () => {
      throw new Error('looked into');
    },
  });
  const checked = { pages: [sealed, ...before], paths: () => ['x/y', 'a', 'b/c'] };
  expect(checkPaths([sealed, before[0], [pageAt('e')]], checked)).toEqual([]);
});
