import { describe, expect, it } from 'vitest';
import { type Diagnostic, error, isError, settle, warning, wholeFile } from '../../src/base/diagnostic.ts';

const at = (path: string, line: number, column = 1) => ({ path, line, column, text: '' });
const show = ({ code, severity, place }: Diagnostic): string =>
  `${place.path}:${place.line}:${place.column} ${severity} ${code}`;

describe('the findings of a run', () => {
  const findings: readonly Diagnostic[] = [
    warning('link-dead', at('content/b.md', 10), { target: 'x' }),
    error('date-missing', at('content/b.md', 2), {}),
    warning('image-missing', at('content/b.md', 2), { image: 'a.jpg', meant: '' }),
    warning('file-unused', wholeFile('content/a.pdf'), {}),
    warning('anchor-dead', at('content/b.md', 2, 5), { target: 'x#y' }),
  ];

  it('stand in the order of files, lines, columns and codes', () => {
    const expected = [
      'content/a.pdf:1:1 warning file-unused',
      'content/b.md:2:1 error date-missing',
      'content/b.md:2:1 warning image-missing',
      'content/b.md:2:5 warning anchor-dead',
      'content/b.md:10:1 warning link-dead',
    ];
    expect(settle(findings, 'lenient').map(show)).toEqual(expected);
    expect(settle([...findings].reverse(), 'lenient').map(show)).toEqual(expected);
  });

  it('stand once each', () => {
    const twice = [...findings, ...findings.map((finding) => ({ ...finding }))];
    expect(settle(twice, 'lenient')).toEqual(settle(findings, 'lenient'));
    const two = ['x', 'y'].map((target) => warning('link-dead', at('content/b.md', 1), { target }));
    expect(settle(two, 'lenient')).toHaveLength(2);
  });

  it.each([
    ['lenient', ['date-missing']],
    ['check', ['date-missing', 'image-missing', 'anchor-dead', 'link-dead']],
    ['strict', ['file-unused', 'date-missing', 'image-missing', 'anchor-dead', 'link-dead']],
  ] as const)('are errors as the run takes them: %s', (strictness, codes) => {
    const errors = settle(findings, strictness).filter(isError);
    expect(errors.map(({ code }) => code)).toEqual(codes);
  });
});
