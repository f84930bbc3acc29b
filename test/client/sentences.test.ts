import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../src/client/reader/sentences.ts';

const spoken = (text: string): string[] => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('sentences to be read out', () => {
  it.each([
    ['Hội họp sáng nay. Chiều đi thăm.', ['Hội họp sáng nay.', 'Chiều đi thăm.']],
    ['Ai đến? Tất cả! Rồi về…  ', ['Ai đến?', 'Tất cả!', 'Rồi về…']],
    ['Ông nói: “Tốt lắm.” Mọi người vỗ tay.', ['Ông nói:', '“Tốt lắm.”', 'Mọi người vỗ tay.']],
    ['Trao 1.234 suất quà.', ['Trao 1.234 suất quà.']],
    ['Ông Nguyễn V. An ở TP. Hà Nội đến.', ['Ông Nguyễn V. An ở TP. Hà Nội đến.']],
    ['1. Mở đầu. 2. Kết.', ['1. Mở đầu.', '2. Kết.']],
    ['   ', []],
  ])('of %s', (text, sentences) => {
    expect(spoken(text)).toEqual(sentences);
  });

  it('are cut at a comma where they are too long to be spoken in one breath', () => {
    const parts = spoken(`${'một hai ba bốn năm, '.repeat(30)}hết.`);
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts.slice(0, -1)) expect(part).toMatch(/,$/);
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(221);
  });

  it('leave out nothing but space, whatever the text', () => {
    const anyText = fc
      .array(fc.constantFrom('a', 'Ậ', '.', '?', '”', ' ', ', ', 'TP.', '12', '\n'), { maxLength: 400 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(anyText, (text) => {
        const squeezed = spoken(text).join('').replace(/\s/g, '');
        expect(squeezed).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});
