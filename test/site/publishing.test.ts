import { describe, expect, it } from 'vitest';
import { measurePublishing } from '../../bench/publish.ts';

/** 20/11/2026 09:00 in Vietnam. */
const NOW = Date.UTC(2026, 10, 20, 2) / 1000;

describe('publishing one more article', () => {
  it('changes few files, and not more of them in a larger site', () => {
    const small = measurePublishing({ size: 200, count: 10, now: NOW });
    const large = measurePublishing({ size: 1500, count: 10, now: NOW });
    for (const { median, most } of [small, large]) {
      expect(median).toBeLessThanOrEqual(40);
      expect(most).toBeLessThanOrEqual(60);
    }
    expect(large.median).toBeLessThanOrEqual(small.median + 8);
  }, 120_000);
});
