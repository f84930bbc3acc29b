import { describe, expect, it } from 'vitest';
import { bantin } from '../../bench/bantin.ts';
import { type Comparison, GOALS, type Goal, judge } from '../../bench/goals.ts';
import { drawComparisons } from '../../bench/picture.ts';

const ours = bantin();
const hugo = { ...ours, name: 'Hugo' };
const eleventy = { ...ours, name: 'Eleventy <3>' };
const GOAL: Goal = { measure: 'cold', articles: 1000, most: 0.75, aim: 0.6 };

function comparison(values: readonly (number | undefined)[], facts: Partial<Comparison> = {}): Comparison {
  const systems = [ours, hugo, eleventy];
  return {
    measure: 'cold',
    title: 'Build from nothing',
    unit: 's',
    articles: 1000,
    values: values.flatMap((value, index) => {
      const system = systems[index];
      return system === undefined ? [] : [{ system, value }];
    }),
    ...facts,
  };
}

describe('a goal', () => {
  it.each([
    [0.59, 'met, and the aim'],
    [0.7, 'met'],
    [0.75, 'met'],
    [0.76, 'NOT MET'],
  ])('of at most 0.75 is judged at %s: %s', (value, verdict) => {
    expect(judge(GOAL, [comparison([value, 1, 3])])).toEqual({ ratio: value, verdict });
  });

  it.each([
    ['another size', comparison([1, 2], { articles: 999 })],
    ['another measure', comparison([1, 2], { measure: 'cpu' })],
    ['no Hugo', comparison([1])],
    ['a Hugo that gave up', comparison([1, undefined])],
  ])('says nothing of %s', (_, other) => {
    expect(judge(GOAL, [other])).toEqual({ ratio: undefined, verdict: 'not measured' });
  });

  it('is never easier than its aim', () => {
    expect(GOALS.filter(({ most, aim }) => aim > most)).toEqual([]);
  });
});

describe('the picture', () => {
  const svg = drawComparisons(
    [comparison([0.5, 1, undefined]), comparison([80, 20], { unit: 'MB', measure: 'memory' })],
    'Node 20',
  );

  it('says in words what it shows', () => {
    expect(svg).toContain(
      '<desc id="desc">Build from nothing, 1,000 articles: bantin 0.50 s, Hugo 1.00 s, Eleventy &lt;3> gave up. ',
    );
    expect(svg).toContain('role="img" aria-labelledby="title desc"');
    expect(svg).toContain('prefers-color-scheme: dark');
  });

  it('has a bar for each figure, the longest for the most', () => {
    const widths = [...svg.matchAll(/<rect class="bar[^"]*" [^>]*width="([\d.]+)"/g)].map(([, width]) =>
      Number(width),
    );
    const [a = 0, b = 0, c = 0, d = 0] = widths;
    expect(widths).toHaveLength(4);
    expect(a).toBeCloseTo(b / 2, 0);
    expect([b, d]).toEqual([c, c / 4]);
  });
});
