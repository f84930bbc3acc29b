import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/parse/markdown/parse-markdown.ts';
import { createSource } from '../../src/parse/source.ts';

function findings(text: string) {
  const { diagnostics } = parseMarkdown(createSource('content/bai.md', text), 1, () => false);
  return diagnostics.map(({ severity, code, place }) => [severity, code, place.line, place.column]);
}

function html(text: string): string {
  return parseMarkdown(createSource('content/bai.md', text), 1, () => false).body.html.join('…');
}

describe('a comment within a line', () => {
  it.each([
    ['Xem <!-- ghi chú', [['error', 'html-unclosed', 1, 5]]],
    ['Xem\n<!-- a --> b <!-- c\nd', [['error', 'html-unclosed', 2, 14]]],
    ['<p>Một <!-- a --> b\n<b>c</b> <!-- d</p>\n\nHai', [['error', 'html-unclosed', 2, 10]]],
    ['- Xem <!-- a <!-- b', [['error', 'html-unclosed', 1, 7]]],
    ['| a | b |\n|---|---|\n| c \\| d | e <!-- f |', [['error', 'html-unclosed', 3, 14]]],
    ['Xem <!-- ghi\n\nchú --> rồi', [['error', 'html-unclosed', 1, 5]]],
    ['![Ảnh <!-- x](a.jpg)', [['error', 'html-unclosed', 1, 7]]],
    ['Mũi tên <!-- a -> b', [['error', 'html-unclosed', 1, 9]]],
    ['Xem <!-- ghi chú —> tiếp', [['warning', 'html-unclosed', 1, 5]]],
    ['Xem <!-- ghi chú ->\ntiếp', [['warning', 'html-unclosed', 1, 5]]],
  ])('without an end is told: %j', (text, expected) => {
    expect(findings(text)).toEqual(expected);
  });

  it('is hidden where its end is plain', () => {
    expect(html('Xem <!-- *ghi* chú —> *tiếp*')).toBe('<p>Xem  <em>tiếp</em></p>\n');
    expect(html('Xem <!-- ghi chú ->\ntiếp')).toBe('<p>Xem\ntiếp</p>\n');
  });

  it.each([
    'Xem <!-- a --> b',
    'Xem <!-- a\nb --> c',
    'Gõ `<!--`',
    'Gõ \\<!-- a',
    'Gõ &lt;!-- a',
    '```\na <!-- b\n```',
  ])('is not told where there is none, or it ends: %j', (text) => {
    expect(findings(text)).toEqual([]);
  });
});

describe('the mark of a footnote', () => {
  it.each([
    ['Một[^3].', 1, 4],
    ['Một[^1], hai\n> ba[^3].\n\n[^1]: Nghị định.', 2, 5],
    ['Một[^1].\n\n[^1]: Nghị định[^3].', 3, 16],
    ['| a |\n|---|\n| b[^x] |', 3, 4],
    ['Một[^chú thích].\n\nHai', 1, 4],
  ])('without a note of that name is told: %j', (text, line, column) => {
    expect(findings(text)).toEqual([['warning', 'footnote-missing', line, column]]);
  });

  it('is told each time', () => {
    expect(findings('Một[^3] hai[^3]')).toEqual([
      ['warning', 'footnote-missing', 1, 4],
      ['warning', 'footnote-missing', 1, 12],
    ]);
  });

  it.each([
    'Một[^1].\n\n[^1]: Hai.',
    'Một \\[^3]',
    '`[^3]`',
    '[^3](https://a.vn)',
    'Mũ [^]',
    '```\n[^3]\n```',
    'a^[ghi chú]',
  ])('is not told where it is none, or has its note: %j', (text) => {
    expect(findings(text)).toEqual([]);
  });
});

describe('what was meant as a link or a picture', () => {
  it.each([
    ['Xem [kế hoạch](dia chi .pdf', 5],
    ['Xem [kế hoạch](Kế hoạch (bản 1.pdf).', 5],
    ['Xem [1](https://a.vn/b c)', 5],
    ['Xem [Chi hội](hoi ccb) nhé', 5],
    ['Xem [kế hoạch](<a b.pdf', 5],
    ['Xem kế hoạch](a.pdf) nhé', 13],
    ['Xem [kế hoạch] (ke-hoach.pdf)', 5],
    ['Xem [cổng tỉnh] (https://vidu.gov.vn)', 5],
    ['Xem (kế hoạch)[ke-hoach.pdf]', 15],
    ['Ảnh ![Hội trường](hoi truong', 5],
    ['Ảnh ![](hoi truong)', 5],
    ['Ảnh ![Hội trường]  (anh 1.png)', 5],
    ['Ảnh ![Hội trường]\n(anh.tif)', 5],
    ['Ảnh !(anh.png)', 5],
    ['Ảnh !(anh 1.png)[Hội trường]', 5],
    ['Ảnh ![anh.png]', 5],
    ['Ảnh ![[anh.png]]', 5],
    ['Xem **[kế hoạch](a b**', 7],
  ])('and is not read is told: %j', (text, column) => {
    expect(findings(text)).toEqual([['warning', 'reference-unread', 1, column]]);
  });

  it.each([
    '[1] (xem phụ lục 2), [2] (https://vidu.vn), [a] (b.pdf)',
    '[1](xem phụ lục) và [...](tr. 12), [iv](sách đã dẫn), […](nguyên văn)',
    'Hay![1] (xem a.pdf). Vui quá!(xem ảnh b.png)',
    '[Ảnh] (giữa) Nguyễn Văn A, [sic] (nguyên văn trong a.pdf của hội)',
    '[1][2] và [Phụ lục] [Mẫu 1]',
    'Hàm f(x)[0], mảng a[i](j), (Kế hoạch)[1]',
    '- [ ] (chưa xong)\n- [x] xong (a.pdf)',
    '\\[kế hoạch](a b.pdf và !\\[Ảnh](a b, \\!(a.png), kế hoạch\\](a.pdf)',
    '\\![Ảnh](a b c',
    '`[kế hoạch](a b` và `!(a.png)`',
    '[kế hoạch](Kế hoạch (bản 1).pdf), [đây](a.md "b"), ![ảnh] (a.png), [gọi](tel:024 3827 1234)',
    '[ref][a] và [a]\n\n[a]: https://vidu.vn "b"',
    '![Ảnh] minh họa, ![1]',
  ])('is not told where it is none, or is read: %j', (text) => {
    expect(findings(text)).toEqual([]);
  });
});

describe('thousands of broken marks on one line', () => {
  // Each took half a minute when the whole line was looked at for each mark; a test may take five seconds.
  it.each([
    ['[chữ](dia chi .pdf ', 20_000],
    ['[a](b .pdf "', 24_000],
    ['<iframe></iframe> ', 12_000],
  ])('take no longer than they are long: %j', (mark, times) => {
    const found = findings(`Chữ ${mark.repeat(times)}`);
    expect(found.length).toBeGreaterThanOrEqual(times);
  });
  it('have places of their own', () => {
    expect(findings('[kế một](b c\nd [kế hai](f g [kế ba](i k\n\n[kế bốn](m n')).toEqual([
      ['warning', 'reference-unread', 1, 1],
      ['warning', 'reference-unread', 2, 3],
      ['warning', 'reference-unread', 2, 16],
      ['warning', 'reference-unread', 4, 1],
    ]);
  });
});
