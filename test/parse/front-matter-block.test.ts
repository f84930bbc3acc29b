import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareBlock } from '../../src/parse/front-matter-block.ts';
import { parseYaml } from '../../src/parse/yaml.ts';

/** Pieces that front matter is made of, sound and unsound. */
const piece = fc.constantFrom(
  ...[
    'title',
    'tiêu đề',
    'tags',
    'thẻ',
    'views',
    'ghi chú',
    'slug',
    ':',
    ': ',
    ' ',
    '  ',
    '[',
    ']',
    ',',
    ', ',
    '"',
    "'",
  ],
  ...[
    '#',
    ' # ',
    '-',
    '- ',
    '|',
    '>',
    '{',
    '}',
    '&',
    '*',
    '!',
    '%',
    '@',
    '`',
    '\\',
    '~',
    '?',
    '1',
    'Đại hội',
    'ế',
    'null',
    '\u00a0',
    '\u2028',
  ],
);
const line = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
const field = fc.tuple(fc.constantFrom('title', 'tags', 'thẻ', 'attachments', 'views', 'khác'), line);
const block = fc.array(
  fc.oneof(
    line,
    field.map(([name, value]) => `${name}: ${value}`),
    field.map(([name, value]) => `${name}: [${value}]`),
  ),
  {
    maxLength: 6,
  },
);

describe('front matter that is read without YAML', () => {
  it('means what YAML makes of it', () => {
    let simple = 0;
    fc.assert(
      fc.property(block, (lines) => {
        const prepared = prepareBlock(lines);
        const names = prepared.keys.map((key) => key.name);
        if (prepared.simple === null || new Set(names).size < names.length) return;
        simple += 1;
        expect({ value: prepared.simple }).toEqual(parseYaml(prepared.yaml().join('\n')));
      }),
      { numRuns: 20_000 },
    );
    expect(simple).toBeGreaterThan(500);
  });

  it('takes no space for one that YAML does not take for one', () => {
    const lines = ['attachments: \u00a0[title]', 'views: \u2028[1]'];
    expect(prepareBlock(lines).simple).toBeNull();
  });

  it('is what articles have', () => {
    const lines = [
      'title: Hội CCB: "sơ kết" #1',
      'date: 17/02/2020 15:47',
      'tags: [Đại hội, Nông thôn - đô thị]',
      '',
    ];
    expect(prepareBlock(lines).simple).toEqual({
      title: 'Hội CCB: "sơ kết" #1',
      date: '17/02/2020 15:47',
      tags: ['Đại hội', 'Nông thôn - đô thị'],
    });
  });
});
