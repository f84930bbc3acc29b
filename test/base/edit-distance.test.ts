import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../src/base/edit-distance.ts';

/** The definition itself, without a table: slow, and plainly right. */
function byDefinition(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const same = a.at(-1) === b.at(-1) ? 0 : 1;
  const steps = [
    byDefinition(a.slice(0, -1), b) + 1,
    byDefinition(a, b.slice(0, -1)) + 1,
    byDefinition(a.slice(0, -1), b.slice(0, -1)) + same,
  ];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) {
    steps.push(byDefinition(a.slice(0, -2), b.slice(0, -2)) + 1);
  }
  return Math.min(...steps);
}

describe('the distance between two words', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['title', 'title', 0],
    ['titel', 'title', 1],
    ['veiws', 'views', 1],
    ['tilte', 'title', 1],
    ['tittle', 'title', 1],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
    ['đảng', 'đang', 1],
    ['😀a', 'a', 1],
  ])('%s and %s: %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it('is what its definition says', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(byDefinition(a, b));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the nearest name', () => {
  const names = ['title', 'views', 'date', 'tags', 'attachments'];

  it.each([
    ['titel', 'title'],
    ['veiws', 'views'],
    ['atachment', 'attachments'],
    ['tag', 'tags'],
  ])('%s may be meant as %s', (word, meant) => {
    expect(nearest(word, names)).toBe(meant);
  });

  it.each(['author', 'te', 'x', '', 'vues', 'atachmn'])('%s is near none of them', (word) => {
    expect(nearest(word, names)).toBeUndefined();
  });

  it('is the first of those equally near', () => {
    expect(nearest('datt', ['date', 'data'])).toBe('date');
    expect(nearest('data', ['date', 'data'])).toBe('data');
  });
});
