import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareTrees, Deferred, leavesOf, type Tree } from '../../src/base/tree.ts';

interface Leaf {
  readonly name: number;
}

const LEAVES: readonly Leaf[] = Array.from({ length: 12 }, (_, name) => ({ name }));

/** Trees that share leaves and whole groups with each other, as two plans do. */
const anyPair = fc.letrec<{ tree: Tree<Leaf> }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...LEAVES),
    fc.array(tie('tree'), { maxLength: 4 }) as fc.Arbitrary<Tree<Leaf>>,
    fc
      .array(tie('tree'), { maxLength: 4 })
      .map((group) => new Deferred(() => group as readonly Tree<Leaf>[])),
  ),
})).tree;

const shared: readonly Tree<Leaf>[] = [[...LEAVES.slice(0, 3)], [LEAVES[3] as Leaf, [LEAVES[4] as Leaf]]];
const anyTree: fc.Arbitrary<Tree<Leaf>> = fc.array(fc.oneof(anyPair, fc.constantFrom(...shared)), {
  maxLength: 5,
});

test('what comes and what goes leads from the one tree to the other', () => {
  const count = (leaves: Iterable<Leaf>): Map<Leaf, number> => {
    const counts = new Map<Leaf, number>();
    for (const leaf of leaves) counts.set(leaf, (counts.get(leaf) ?? 0) + 1);
    return counts;
  };
  fc.assert(
    fc.property(anyTree, anyTree, (before, now) => {
      const { come, gone } = compareTrees(before, now);
      const [old, fresh, added, removed] = [leavesOf(before), leavesOf(now), come, gone].map(count);
      for (const leaf of LEAVES) {
        const difference = (fresh?.get(leaf) ?? 0) - (old?.get(leaf) ?? 0);
        expect((added?.get(leaf) ?? 0) - (removed?.get(leaf) ?? 0)).toBe(difference);
      }
    }),
    { numRuns: 2000 },
  );
});

test('a group that both trees have is not walked through', () => {
  const group = new Proxy<Leaf[]>([...LEAVES], {
    get: () => {
      throw new Error('walked through');
    },
  });
  const [one, other] = LEAVES as readonly [Leaf, Leaf];
  const { come, gone } = compareTrees<Leaf>([[one], group], [group, [other, one]]);
  expect(come).toEqual([other]);
  expect(gone).toEqual([]);
});

test('of a group that is made later, both are made where they differ and none where they are the same', () => {
  const [one, other] = LEAVES as readonly [Leaf, Leaf];
  const shared = new Deferred<Leaf>(() => {
    throw new Error('looked into');
  });
  const later = (leaf: Leaf): Tree<Leaf> => new Deferred<Leaf>(() => [leaf]);
  expect(compareTrees<Leaf>([shared, later(one)], [later(other), shared])).toEqual({
    come: [other],
    gone: [one],
  });
});
