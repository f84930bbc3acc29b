import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/parse/markdown/parse-markdown.ts';
import { createSource } from '../../src/parse/source.ts';

function places(text: string): string[] {
  const { outline } = parseMarkdown(createSource('content/bai.md', text), 1, () => false);
  return outline.references.map(({ target, spot }) => `${target}:${spot.line}:${spot.column}`);
}

describe('the place of a link or picture', () => {
  it.each([
    ['mat.md thì [d](mat.md)', ['mat.md:1:16']],
    ['| a | b |\n|---|---|\n| mat.md | [e](mat.md) |', ['mat.md:3:16']],
    ['`mat.md` [k](mat.md)', ['mat.md:1:14']],
    ['`[k](mat.md)` [k](mat.md)', ['mat.md:1:19']],
    ['mat.png ![k](<mat.png>)', ['mat.png:1:15']],
    ['ke hoach.pdf: [k](ke hoach.pdf) ![h] (a b.png)', ['ke hoach.pdf:1:19', 'a b.png:1:39']],
    ['mat.md <a href="mat.md">k</a> <a href=mat.md>l</a>', ['mat.md:1:17', 'mat.md:1:39']],
    ['https://a.vn/b.md <https://a.vn/b>', ['https://a.vn/b.md:1:1', 'https://a.vn/b:1:20']],
  ])('is where it is written, not where its target stands in the words: %j', (text, expected) => {
    expect(places(text)).toEqual(expected);
  });

  it.each([
    ['[f](mat.md)\n[g](mat.md)', ['mat.md:1:5', 'mat.md:2:5']],
    ['[f](mat.md) [g](mat.md)', ['mat.md:1:5', 'mat.md:1:17']],
    [
      '| [f](mat.md) | [g](mat.md) |\n|---|---|\n| [h](mat.md) | x |',
      ['mat.md:1:7', 'mat.md:1:21', 'mat.md:3:7'],
    ],
    ['[![a](a.png)](a.png)', ['a.png:1:15', 'a.png:1:7']],
    [
      '<img src="a.png" alt="a">\n<img src="a.png" alt="b"><img src="a.png" alt="c">',
      ['a.png:1:11', 'a.png:2:11', 'a.png:2:36'],
    ],
    ['[a](x.md)[^1]\n\n[^1]: [b](x.md)\n\n[c](x.md)', ['x.md:1:5', 'x.md:5:5', 'x.md:3:11']],
    ['> [a](x.md)\n> [b](x.md)\n\n- [c](x.md)', ['x.md:1:7', 'x.md:2:7', 'x.md:4:7']],
  ])('is its own where there is another one of the same target: %j', (text, expected) => {
    expect([...places(text)].sort()).toEqual([...expected].sort());
  });

  it('is its block where the target is not in it as it was written', () => {
    expect(places('Xem\n[a](m\\_t.md), [b](n.md), m_t.md')).toEqual(['m_t.md:2:26', 'n.md:2:19']);
    expect(places('Xem\n[a][b], [c](n.md)\n\n[b]: m.md')).toEqual(['m.md:1:1', 'n.md:2:13']);
  });
});

describe('a link or picture that names nothing', () => {
  it.each([
    ['Xem [chữ]() và [chữ](<> "x")', ['chữ link:1:10', 'chữ link:1:21']],
    ['Xem (này) \n![ảnh]( )', ['ảnh picture:2:7']],
    ['![]()', [' picture:1:4']],
    ['[![ảnh]()]()', ['ảnh link:1:11', 'ảnh picture:1:8']],
    ['[chữ](a.md) [chữ][b]\n\n[b]: <>', ['chữ link:1:1']],
    ['Một <img src="" alt="ảnh">', ['ảnh picture:1:10']],
  ])('is told where it stands: %j', (text, expected) => {
    const { diagnostics } = parseMarkdown(createSource('content/bai.md', text), 1, () => false);
    const told = diagnostics.map(({ code, params, place }) => {
      if (code !== 'reference-empty') return code;
      const { words, isPicture } = params as { words: string; isPicture: boolean };
      return `${words} ${isPicture ? 'picture' : 'link'}:${place.line}:${place.column}`;
    });
    expect(told.sort()).toEqual(expected);
  });

  it('is not told where something is named, or another reason has been told', () => {
    const text = '[chữ](#) [x] () `[chữ]()` <a href="a.md">[b](c.md)</a>';
    const { diagnostics } = parseMarkdown(createSource('content/bai.md', text), 1, () => false);
    expect(diagnostics.map(({ code }) => code)).toEqual(['html-removed']);
  });
});
