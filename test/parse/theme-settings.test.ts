import { describe, expect, it } from 'vitest';
import { parseSettings } from '../../src/parse/settings.ts';

function read(...lines: readonly string[]) {
  const text = ['title: Bản tin', 'theme:', ...lines.map((line) => `  ${line}`), ''].join('\n');
  const { settings, diagnostics } = parseSettings(new TextEncoder().encode(text));
  return { theme: settings.theme, findings: diagnostics.map(({ code, place }) => `${code}:${place.line}`) };
}

describe('the theme in site.yaml', () => {
  it('takes colours with and without #, a crest and a font', () => {
    const { theme, findings } = read(
      'colour: "#0B5D3B"',
      'accent: c8962c',
      'crest: /huy-hieu/a.svg',
      'font: noto-sans',
    );
    expect(findings).toEqual([]);
    expect(theme).toMatchObject({ colour: '#0b5d3b', accent: '#c8962c', font: 'noto-sans' });
    expect(theme.crest).toMatchObject({ file: 'huy-hieu/a.svg', place: { line: 5, column: 10 } });
  });

  it.each([
    ['colour: đỏ'],
    ['colour: "#fff"'],
    // YAML takes what stands behind a bare # for a comment.
    ['colour: #8a171b'],
    ['font: comic'],
    ['crest: [a.svg]'],
  ])('does not take %s', (line) => {
    const { theme, findings } = read(line);
    expect(findings).toEqual(['settings-value:2']);
    expect(theme).toMatchObject({ colour: '', crest: null, font: 'system' });
  });

  it('has no other name', () => {
    expect(read('màu: "#8a171b"').findings).toEqual(['settings-unknown:3']);
  });

  it('is told of where its value stands', () => {
    expect(read('crest:', '  huy-hieu/x.svg').theme.crest?.place).toMatchObject({ line: 4, column: 5 });
  });

  it('wants a crest that browsers show', () => {
    expect(read('crest: huy-hieu.pdf').findings).toEqual(['image-missing:3']);
  });
});
