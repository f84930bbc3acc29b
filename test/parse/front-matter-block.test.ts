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

describe('text below a field', () => {
  const read = (...lines: string[]) => {
    const result = parseYaml(prepareBlock(lines).yaml().join('\n'));
    return 'value' in result ? result.value : result.reason;
  };

  it.each([
    [['tags:', '- Chủ đề #1', '- Tết'], { tags: ['Chủ đề #1', 'Tết'] }],
    [
      ['thẻ:', '  - Chủ đề: số 2', '  # chú thích', '', '  - Dài', '    dòng #3'],
      { thẻ: ['Chủ đề: số 2', 'Dài dòng #3'] },
    ],
    [
      ['tags:', '- "Thi đua" yêu nước', "- 'Tết #1'", '- "Một" # một'],
      { tags: ['"Thi đua" yêu nước', 'Tết #1', 'Một'] },
    ],
    [
      ['tags:', '- "Thi đua" #2', "- 'Tết' #", 'attachments:', '- "b.pdf" #cũ'],
      { tags: ['"Thi đua" #2', 'Tết'], attachments: ['b.pdf'] },
    ],
    [['also:', '- Chi hội #2', 'order: 3'], { also: ['Chi hội #2'], order: '3' }],
    [
      [
        'attachments:',
        '- file: kh.pdf # bản ký',
        '  title: Kế hoạch #2: năm 2024',
        '- Kế hoạch #3.pdf',
        '- b.pdf # cũ',
      ],
      { attachments: [{ file: 'kh.pdf', title: 'Kế hoạch #2: năm 2024' }, 'Kế hoạch #3.pdf', 'b.pdf'] },
    ],
    [
      [
        'attachments:',
        '- file: >',
        '    kh #1.pdf',
        '',
        '  title: |',
        '    Một #2',
        '- {file: a.pdf} # a',
        '- [b #1',
      ],
      'unexpected end of the stream within a flow collection',
    ],
    [
      ['attachments:', '-', '  file: a.pdf', '  title: A #1'],
      { attachments: [{ file: 'a.pdf', title: 'A #1' }] },
    ],
    [
      [
        'liên hệ:',
        '  địa chỉ: Số 5 #2 phố Ngô',
        '  điện thoại:',
        '    0123 # cũ',
        '  ghi chú: |',
        '    # a',
        'x: b # c',
      ],
      { 'liên hệ': { 'địa chỉ': 'Số 5 #2 phố Ngô', 'điện thoại': '0123', 'ghi chú': '# a\n' }, x: 'b' },
    ],
    [['aliases:', '- /tin/1.html # cũ'], { aliases: ['/tin/1.html'] }],
    [
      ['attachments: # bản ký', '- a.pdf', 'tags: # cũ', '  - thi đua'],
      { attachments: ['a.pdf'], tags: ['thi đua'] },
    ],
    [['tags: #thidua, #doanthe'], { tags: '#thidua, #doanthe' }],
  ])('is read as it was typed: %j', (lines, value) => {
    expect(read(...lines)).toEqual(value);
  });

  it.each([
    [['phòng: Văn thư #2', 'x: a # b', 'y: "A" #1'], { phòng: 'Văn thư #2', x: 'a', y: '"A" #1' }],
    [['phòng: Văn thư', '  số #2 # cũ', 'x: y'], { phòng: 'Văn thư số #2', x: 'y' }],
    [
      ['phòng:', '- Số #2 # cũ', '- tên: Số #3', '  số: 4 # b'],
      { phòng: ['Số #2', { tên: 'Số #3', số: '4' }] },
    ],
    [['x: [a] #1', 'y: |', '  a #1', 'z: "a #1"'], { x: ['a'], y: 'a #1\n', z: 'a #1' }],
  ])('of a field that is not ours is cut by no # with a letter behind it: %j', (lines, value) => {
    expect(read(...lines)).toEqual(value);
  });

  it('that YAML reads as it was typed stays as it is', () => {
    const lines = [
      'tags:',
      '  - Dòng',
      '     tiếp',
      '- a',
      'contact:',
      '  x: "y: z"',
      '',
      '  t: >-',
      '    u: #1',
      '  v: {w: s}',
    ];
    expect(prepareBlock(lines).yaml()).toEqual(lines);
  });

  it('without a # that YAML reads stays as YAML reads it', () => {
    const words = fc.constantFrom(
      'a',
      'Tết',
      ': ',
      ':',
      ' ',
      '"',
      "'",
      '- ',
      '[',
      ']',
      ',',
      '|',
      '>',
      '{',
      '}',
      '\\',
    );
    const below = fc
      .tuple(
        fc.constantFrom('', ' ', '  ', '    '),
        fc.constantFrom('- ', '', 'file: ', '- file: ', 'x: '),
        fc.array(words, { maxLength: 4 }),
      )
      .map(([indent, start, rest]) => `${indent}${start}${rest.join('')}`);
    let sound = 0;
    fc.assert(
      fc.property(
        fc.constantFrom('attachments:', 'contact:'),
        fc.array(below, { maxLength: 5 }),
        (field, lines) => {
          const before = parseYaml([field, ...lines].join('\n'));
          const prepared = prepareBlock([field, ...lines]);
          if ('reason' in before || prepared.keys.length > 1) return;
          sound += 1;
          expect(parseYaml(prepared.yaml().join('\n'))).toEqual(before);
        },
      ),
      { numRuns: 20_000 },
    );
    expect(sound).toBeGreaterThan(500);
  });
});
