import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecall } from '../../src/base/recall.ts';

function pair(key: { name: string }, ...from: unknown[]) {
  return { key, from };
}

describe('what a function made', () => {
  it('is given again for the same key and the same arguments, and for nothing else', () => {
    const recalled = createRecall().for(pair);
    const [key, other] = [{ name: 'a' }, { name: 'a' }];
    const [one, two] = [{}, {}];
    const first = recalled(key, one, 'x');
    expect(recalled(key, one, 'x')).toBe(first);
    expect(recalled(other, one, 'x')).not.toBe(first);
    for (const from of [[two, 'x'], [one, 'y'], [one], [one, 'x', 1], []]) {
      const known = recalled(key, one, 'x');
      const made = recalled(key, ...from);
      expect(made).not.toBe(known);
      expect(made.from).toEqual(from);
    }
  });

  it('is the last alone: what was before is made anew', () => {
    const recalled = createRecall().for(pair);
    const key = { name: 'a' };
    const first = recalled(key, 1);
    recalled(key, 2);
    expect(recalled(key, 1)).not.toBe(first);
  });
});

describe('what is kept', () => {
  it('is the old object where the new one says the same, under one name of one owner', () => {
    const recall = createRecall();
    const [a, b, owner] = [{}, {}, {}];
    const list = [a, b];
    expect(recall.keep(owner, 'list', list)).toBe(list);
    expect(recall.keep(owner, 'list', [a, b])).toBe(list);
    expect(recall.keep(owner, 'other', [a, b])).not.toBe(list);
    expect(recall.keep({}, 'list', [a, b])).not.toBe(list);
    for (const changed of [[a], [b, a], [a, b, a], [a, {}]]) {
      recall.keep(owner, 'list', list);
      expect(recall.keep(owner, 'list', changed)).toBe(changed);
    }
  });

  it('knows objects by their properties and bytes by what they are', () => {
    const recall = createRecall();
    const inner = {};
    const file = { path: 'a', bytes: new Uint8Array([1, 2]), inner };
    recall.keep(recall, 'file', file);
    expect(recall.keep(recall, 'file', { ...file, bytes: new Uint8Array([1, 2]) })).toBe(file);
    for (const change of [{ bytes: new Uint8Array([1, 3]) }, { path: 'b' }, { inner: {} }, { more: 1 }]) {
      recall.keep(recall, 'file', file);
      const changed = { ...file, ...change };
      expect(recall.keep(recall, 'file', changed)).toBe(changed);
    }
  });
});

it('a sorted list is what sorting makes, whatever it was before', () => {
  const items = Array.from({ length: 300 }, (_, index) => ({ order: (index * 7919) % 300 }));
  const compare = (a: { order: number }, b: { order: number }) => a.order - b.order;
  const anySelection = fc.oneof(
    fc.subarray(items),
    fc.shuffledSubarray(items),
    fc.nat({ max: 299 }).map((gone) => items.filter((_, index) => index !== gone)),
  );
  fc.assert(
    fc.property(fc.array(anySelection, { minLength: 2, maxLength: 5 }), (lists) => {
      const recall = createRecall();
      for (const list of lists) {
        const sorted = recall.sort(recall, 'items', list, compare);
        expect(sorted).toEqual([...list].sort(compare));
        expect(recall.sort(recall, 'items', [...list], compare)).toBe(sorted);
      }
    }),
    { numRuns: 200 },
  );
});

it('a group that is made later is the same group for the same arguments, and made once, when it is opened', () => {
  const recall = createRecall();
  const [key, other] = [{}, {}];
  const group = recall.later(counted)(key, 'a');
  expect(made).toEqual([]);
  expect(recall.later(counted)(key, 'a')).toBe(group);
  expect(recall.later(counted)(other, 'a')).not.toBe(group);
  expect([group.open(), group.open(), made]).toEqual([[{ name: 'a' }], [{ name: 'a' }], ['a']]);
  expect(recall.later(counted)(key, 'b')).not.toBe(group);
});

const made: string[] = [];

function counted(_: object, name: string): readonly { readonly name: string }[] {
  made.push(name);
  return [{ name }];
}
