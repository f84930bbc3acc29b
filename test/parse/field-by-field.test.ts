import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VIETNAM } from '../../src/base/time.ts';
import { parseDocument } from '../../src/parse/document.ts';
import { readFieldByField } from '../../src/parse/field-by-field.ts';
import { prepareBlock } from '../../src/parse/front-matter-block.ts';
import { parseYaml } from '../../src/parse/yaml.ts';
import { sourceOf } from '../support.ts';

/** What is found in an article with these fields, from line 2 on. */
function found(...fields: string[]): string[] {
  const text = `---\n${fields.join('\n')}\n---\nChữ.\n`;
  const { document, diagnostics } = parseDocument(sourceOf('tin/bai.md', text), { zone: VIETNAM });
  expect(document).toMatchObject({ kind: 'article', date: null });
  return diagnostics.map(({ code, params, place }) => {
    const fault = 'fault' in params ? `/${params.fault}` : '';
    return `${code}${fault}:${place.line}:${place.column}`;
  });
}

const yaml = (fault: string): string => `front-matter-yaml/${fault}`;

describe('fields that YAML cannot read', () => {
  it.each([
    [['titel:Họp', 'date: 1/3/2024'], [`${yaml('unspaced')}:2:7`]],
    [['date: 1/3/2024', 'phòng：Văn thư', '  số 2', 'title: A'], [`${yaml('unspaced')}:3:6`]],
    [['title: A', 'Họp hội', 'ngày mai', 'x: y'], [`${yaml('no-colon')}:3:1`]],
    [['title: A', 'https://vidu.vn', 'x: y'], [`${yaml('no-colon')}:3:1`]],
    [['title: A', '...', 'x: y'], [`${yaml('dots')}:3:1`]],
    [
      ['title: A', 'x: [a,, b]', 'y: ["a" "b"]'],
      [`${yaml('comma')}:3:7`, `${yaml('comma')}:4:9`],
    ],
    [
      ['title: A', 'x:', '- !Khẩn', 'y: !Hỏa tốc'],
      [`${yaml('tag')}:4:3`, `${yaml('tag')}:5:4`],
    ],
    [['title: A', 'x: [a, b', 'y: c'], [`${yaml('bracket-open')}:3:4`]],
    [['title: A', 'tags:', '- B', '- [a', '- C', 'y: c'], [`${yaml('bracket-open')}:5:3`]],
    [['title: A', 'tags: [Chủ đề #1, Tết]', 'y: c'], [`${yaml('bracket-hash')}:3:15`]],
    [['title: A', 'x: "a', 'y: c'], [`${yaml('quote-open')}:3:4`]],
    [
      ['title: A', `x: 'a' b`, 'y: [a] b'],
      [`${yaml('behind-end')}:3:8`, `${yaml('behind-end')}:4:8`],
    ],
    [['title: A', 'x: Họp: 8 giờ', 'y: c'], [`${yaml('colon')}:3:7`]],
    [
      ['title: A', 'x: @home', 'y: %a'],
      [`${yaml('sign')}:3:4`, `${yaml('sign')}:4:4`],
    ],
    [['title: A', 'x: "\\q"', 'y: c'], [`${yaml('escape')}:3:6`]],
    [['title: A', 'x:', '  a: b', '  a: c'], [`${yaml('twice')}:5:3`]],
    [['title: A', 'x:', '  a: b', ' c: d'], [`${yaml('indent')}:5:2`]],
  ])('are told of with the reason, at their place: %j', (fields, findings) => {
    expect(found(...fields)).toEqual(findings);
  });

  it('are told of with all that is wrong with the others', () => {
    expect(
      found('x: [a', 'date: 31/02/2020', 'views: nhiều', 'titel: A', 'attachments:', '- a: b', 'pinned: z'),
    ).toEqual([
      `${yaml('bracket-open')}:2:4`,
      'field-near-miss:5:1',
      'date-range:3:7',
      'views-form:4:8',
      'attachment-key:7:3',
      'field-shape:6:1',
      'boolean-form:8:9',
    ]);
  });

  it('are told of with those that are given twice, or that hold an anchor', () => {
    expect(found('title: A', 'x: &a [b]', 'y: [c', 'title: B', 'date: mai')).toEqual([
      'front-matter-anchor:3:4',
      'field-twice:5:1',
      `${yaml('bracket-open')}:4:4`,
      'date-form:6:7',
    ]);
  });

  it.each([
    [['titel:Họp', 'views: 1']],
    [['date:', 'x: [a']],
    [['title:', 'x: [a', 'y: [b']],
    [['x: [a,', 'date: mai', 'b']],
  ])('are no reason to miss another: %j', (fields) => {
    const codes = found(...fields).map((finding) => finding.replace(/[:/].*/, ''));
    expect(new Set(codes)).toEqual(new Set(['front-matter-yaml']));
  });
});

describe('fields that YAML can read', () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      'Tết',
      ' ',
      ': ',
      ':',
      ', ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '#',
      ' #',
      '- ',
      '|',
      '>',
      '...',
      '1',
    ],
  );
  const words = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''));
  const line = fc
    .tuple(
      fc.constantFrom('title: ', 'tags:', 'x: ', 'y: [', 'z: ', 't:', '- ', '  - ', '  a: ', '  ', ''),
      words,
    )
    .map((parts) => parts.join(''));

  it('are the same each by itself', () => {
    // A value in quotation marks may go on at the left margin.
    const found = readFieldByField(['title: ', ' "', '"'], [0], undefined);
    expect(found).toEqual({ values: [['title', ' ']], faults: [] });
    let sound = 0;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (block) => {
        const prepared = prepareBlock(block);
        const names = prepared.keys.map(({ name }) => name);
        const whole = parseYaml(prepared.yaml().join('\n'));
        if ('reason' in whole || new Set(names).size < names.length || names.length === 0) return;
        // js-yaml lets a value in quotation marks or brackets go on over the names of others; so do all fields in braces.
        if (/^\s*\{/.test(block.find((row) => row.trim() !== '') ?? '')) return;
        if (Object.keys(whole.value ?? {}).join('\n') !== names.join('\n')) return;
        sound += 1;
        const starts = prepared.keys.map(({ index }) => index);
        const { values, faults } = readFieldByField(prepared.yaml(), starts, undefined);
        expect(faults).toEqual([]);
        expect(Object.fromEntries(values)).toEqual(whole.value);
      }),
      { numRuns: 20_000 },
    );
    expect(sound).toBeGreaterThan(500);
  });
});
