import { describe, expect, it } from 'vitest';
import { parseCount } from '../../src/base/count.ts';

describe('a count', () => {
  it.each([
    ['405', 405],
    ['0', 0],
    ['1.234', 1234],
    ['1,234,567', 1234567],
    ['1 234', 1234],
    ['1.23', undefined],
    ['1.234,567', undefined],
    ['1234.567', undefined],
    ['-5', undefined],
    ['1e3', undefined],
    ['', undefined],
  ])('%j is %s', (text, count) => {
    expect(parseCount(text)).toBe(count);
  });
});
