import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeLine } from '../../src/import/escape-line.ts';
import { foldQuotes, parseArticle, renderedWords } from './rendered-words.ts';

/** What stands in a text, and what it becomes in Markdown. */
const ESCAPED: readonly (readonly [text: string, markdown: string])[] = [
  // Beginnings of blocks.
  ['1. Công tác hội', '1\\. Công tác hội'],
  ['2020. Năm cuối nhiệm kỳ', '2020\\. Năm cuối nhiệm kỳ'],
  ['1) Công tác hội', '1\\) Công tác hội'],
  ['+ Chi hội 3', '\\+ Chi hội 3'],
  ['* Ghi chú', '\\* Ghi chú'],
  ['-', '\\-'],
  ['# Thông báo', '\\# Thông báo'],
  ['> 60 tuổi', '\\> 60 tuổi'],
  ['---', '\\---'],
  ['- - -', '\\- - -'],
  ['___', '\\___'],
  ['* * *', '\\* * *'],
  ['```', '\\```'],
  ['~~~', '\\~~~'],
  ['[x] Đã xong', '\\[x] Đã xong'],
  ['[ ] Chưa xong', '\\[ ] Chưa xong'],
  ['[Ảnh]: anh.jpg', '\\[Ảnh]: anh.jpg'],
  ['[^1]: Theo báo cáo năm 2019', '\\[^1]: Theo báo cáo năm 2019'],
  // Signs within a line.
  ['*Ảnh: Anh Thư*', '\\*Ảnh: Anh Thư\\*'],
  ['_Ảnh: Anh Thư_', '\\_Ảnh: Anh Thư\\_'],
  ['gạch ~~bỏ~~ chữ', 'gạch \\~\\~bỏ\\~\\~ chữ'],
  ['lệnh `npm` này', 'lệnh \\`npm\\` này'],
  ['[văn bản](kế hoạch.pdf)', '\\[văn bản](kế hoạch.pdf)'],
  ['![ảnh](anh.jpg)', '!\\[ảnh](anh.jpg)'],
  ['chữ ^[ghi chú]', 'chữ \\^[ghi chú]'],
  ['A &amp; B &#65;', 'A \\&amp; B \\&#65;'],
  ['chữ <b>đậm</b>', 'chữ &lt;b>đậm&lt;/b>'],
  ['chữ <o:p></o:p> dán', 'chữ &lt;o:p>&lt;/o:p> dán'],
  ['<!-- ẩn -->', '&lt;!-- ẩn -->'],
  ['thư <1@vidu.vn>', 'thư &lt;1@vidu.vn>'],
  ['dấu \\* và \\\\', 'dấu \\\\* và \\\\\\'],
];

/** Bare addresses take every sign that follows into the link: in angle brackets they end where they should. */
const ADDRESSES: readonly (readonly [text: string, markdown: string])[] = [
  ['https://vidu.vn/_a_/', '<https://vidu.vn/_a_/>'],
  ['xem https://vidu.vn/*a*, rồi', 'xem <https://vidu.vn/*a*>, rồi'],
  ['\\https://vidu.vn/_a_/', '\\\\<https://vidu.vn/_a_/>'],
  ['https://vidu.vn/a<b>', '<https://vidu.vn/a>&lt;b>'],
  ['https://vidu.vn/a[](b', '<https://vidu.vn/a[](b>'],
  ['https://vidu.vn/[](.', '<https://vidu.vn/>\\[](.'],
  ['__Hội_http://vidu.vn/&amp;', '\\_\\_Hội\\_<http://vidu.vn/&amp>;'],
];

/** What looks like a mark and is none. */
const LEFT_ALONE: readonly string[] = [
  'Sơ kết giữa nhiệm kỳ 2017 - 2022 (tiến tới đại hội)',
  '14/02/2020, tại hội trường; 08h30, tầng 2',
  '-Chi hội 3',
  '– Chi hội 3',
  '• Chi hội 3',
  '1.500 hội viên',
  '1.Công tác hội',
  '#1 toàn quận',
  'Năm 2020. Hội nghị',
  '5 * 3 = 15 và 2 * 2 = 4',
  '(*) Số liệu tạm tính',
  'tệp ke_hoach_2020.doc và bao_cao_quy_1.doc',
  'Họ và tên: ____________',
  '~ 30 người, ~40 suất quà',
  '[Ảnh] Toàn cảnh hội nghị [1]',
  'dưới <30 tuổi, trên > 60 tuổi, a < b',
  'Q&A, R&D; Đoàn & Hội',
  'C:\\Users\\hoi',
  '!Chú ý: 100% | 50%',
  '= 15 suất',
  ': chưa rõ',
  '10^3 và x^2',
  'https://vidu.vn/tin_tuc/bai-1.html?a=1&b=2#dau, rồi 5 * 3',
  'thư: hoi@vidu.vn',
];

describe('a line of text in Markdown', () => {
  it.each([...ESCAPED, ...ADDRESSES])('%s', (text, markdown) => {
    expect(escapeLine(text)).toBe(markdown);
    expect(renderedWords(markdown)).toBe(text);
  });

  it('keeps a bare address a link, whatever signs are in it', () => {
    const text = 'Xem https://vidu.vn/_a_/*b*.html, và https://vidu.vn/tin_tuc/.';
    const article = parseArticle(`---\ntitle: Bài\ndate: 17/02/2020\n---\n\n${escapeLine(text)}\n`);
    expect(article.document?.outline.references.map(({ target }) => target)).toEqual([
      'https://vidu.vn/_a_/*b*.html',
      'https://vidu.vn/tin_tuc/',
    ]);
  });

  it.each(LEFT_ALONE)('leaves alone: %s', (text) => {
    expect(escapeLine(text)).toBe(text);
    expect(renderedWords(text)).toBe(text);
  });

  it.each(ESCAPED)('would lose words if it were not escaped: %s', (text) => {
    expect(renderedWords(`- ${text}`)).not.toBe(text);
  });
});

const PIECES = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'\\`*_{}[]()<>#+-.!|~^&;:=/?@$%"\''.split('')) },
  { weight: 3, arbitrary: fc.constantFrom(' ') },
  {
    weight: 4,
    arbitrary: fc.constantFrom('Hội', 'nghị', 'Đảng', 'a', 'x', 'B', '2020', '1', 'á', '…', '–', '😀'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...[
        '](',
        '[^1]',
        '[^1]: ',
        '^[',
        '- ',
        '+ ',
        '* ',
        '1. ',
        '2) ',
        '# ',
        '> ',
        '---',
        '***',
        '___',
        '===',
      ],
      ...['```', '~~~', '~~', '**', '__', '[x] ', '[ ] ', '![', '|---|', '| a | b |', '\\*', '(c)', '...'],
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...[
        'http://',
        'https://a.vn',
        'https://a.vn/',
        '<https://a.vn>',
        'ftp://x.vn/',
        'mailto:a@b.vn',
        '//a.vn/',
      ],
      ...['www.a.vn', 'a@b.vn', '@a.vn>', 'javascript:', 'anh.jpg'],
      ...['&amp;', '&copy;', '&#65;', '&#x41;', '&nope;', '<b>', '</b>', '<o:p>', '<!--', '-->', '<script>'],
      ...['<a href="x">', '<br/>', '<?xml', '<![CDATA[', '<![if !a]>'],
    ),
  },
);

const singleSpaced = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
const marked = fc
  .array(PIECES, { minLength: 1, maxLength: 9 })
  .map((pieces) => singleSpaced(pieces.join('')));
const anything = fc
  .string({ unit: 'grapheme', maxLength: 30 })
  .map((text) => singleSpaced(text.replace(/[\p{C}]/gu, '')));
const line = fc.oneof({ weight: 4, arbitrary: marked }, { weight: 1, arbitrary: anything });

describe('any text', () => {
  it('is shown word for word', () => {
    fc.assert(
      fc.property(line, (text) => {
        expect(renderedWords(escapeLine(text))).toBe(foldQuotes(text));
      }),
      { numRuns: 10_000 },
    );
  });

  it('is shown word for word as an item of a list', () => {
    fc.assert(
      fc.property(line, (text) => {
        expect(renderedWords(`- ${escapeLine(text)}\n- sau`)).toBe(`${foldQuotes(text)}\nsau`.trim());
      }),
      { numRuns: 3_000 },
    );
  });

  it.each(['--', '- -', '---'])('%j is no rule as an item', (text) => {
    expect(renderedWords(`- ${escapeLine(text)}\n- sau`)).toBe(`${foldQuotes(text)}\nsau`);
  });
});
