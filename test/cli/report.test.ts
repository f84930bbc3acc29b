import { describe, expect, it } from 'vitest';
import { error, warning } from '../../src/base/diagnostic.ts';
import { describe as wordsFor } from '../../src/base/messages/describe.ts';
import { en } from '../../src/base/messages/en.ts';
import { vi } from '../../src/base/messages/vi.ts';
import { formatReport } from '../../src/cli/report.ts';

const place = { path: 'content/bai.md', line: 12, column: 60, text: `${'chữ '.repeat(60)}` };

describe('a report', () => {
  it('shows a long line around its place, with the marker under it', () => {
    const text = formatReport([warning('link-dead', place, { target: 'x' })], {
      language: 'vi',
      colour: false,
    });
    const [, line = '', marker = ''] = text.split('\n');
    expect(line.length).toBeLessThan(115);
    expect(marker.trim().replace('│', '').trim()).toBe('^');
    expect(marker.indexOf('^')).toBeLessThan(line.length);
  });

  it('colours only for a terminal', () => {
    const coloured = formatReport([error('content-empty', place, {})], { language: 'vi', colour: true });
    expect(coloured).toContain('\u001b[31m');
  });
});

describe('the two catalogues', () => {
  it('say the same findings in other words', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
    const finding = error('date-form', place, { field: 'date', value: 'x' });
    expect(wordsFor(finding, 'en')).not.toEqual(wordsFor(finding, 'vi'));
    expect(wordsFor(finding, 'en').message).toContain('“x”');
  });
});
