import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { composeBody } from '../../src/model/body.ts';
import { parseMarkdown } from '../../src/parse/markdown/parse-markdown.ts';
import { createSource } from '../../src/parse/source.ts';
import { wordsOf } from '../../src/plan/words/format.ts';

function markdown(text: string) {
  return parseMarkdown(createSource('content/bai.md', text), 1, () => false);
}

/** The HTML with every link and picture resolved to something harmless. */
function html(text: string): string {
  const { body, outline } = markdown(text);
  return composeBody(
    body,
    outline.references,
    outline.references.map((reference) =>
      reference.kind === 'link'
        ? { kind: 'link', href: '/x/', external: false }
        : { kind: 'image', src: '/a.jpg', width: 0, height: 0 },
    ),
    wordsOf('vi').body,
  );
}

const IMAGE = (alt: string): string => `<img src="/a.jpg" alt="${alt}" loading="lazy" decoding="async">`;

describe('Markdown', () => {
  it.each([
    ['typographic quotes', 'Gọi là "đại hội".', '<p>Gọi là “đại hội”.</p>\n'],
    ['an apostrophe', "Quán Cat's", '<p>Quán Cat’s</p>\n'],
    ['no mark of our own', 'a\0' + '0w\0', '<p>a\ufffd0w\ufffd</p>\n'],
    ['letters of a list, not signs', 'Gồm (a), (b), (c) và (tm).', '<p>Gồm (a), (b), (c) và (tm).</p>\n'],
    [
      'headings with ids for đ',
      '## Đường hoa\n\n## Đường hoa',
      '<h2 id="duong-hoa">Đường hoa</h2>\n<h2 id="duong-hoa-2">Đường hoa</h2>\n',
    ],
    ['one first-level heading a page', '# Chương', '<h2 id="chuong">Chương</h2>\n'],
    [
      'a figure with its caption',
      '![Hội trường](a.jpg "Toàn cảnh")',
      `<figure>${IMAGE('Hội trường')}<figcaption>Toàn cảnh</figcaption></figure>\n`,
    ],
    [
      'a caption for words',
      '![](a.jpg "Toàn cảnh")',
      `<figure>${IMAGE('Toàn cảnh')}<figcaption>Toàn cảnh</figcaption></figure>\n`,
    ],
    ['a picture in a line', 'Đây: ![x](a.jpg) nhé', `<p>Đây: ${IMAGE('x')} nhé</p>\n`],
    ['names with spaces and brackets', '![x](Ảnh hội nghị (1).JPG)', `<figure>${IMAGE('x')}</figure>\n`],
    [
      'quotes within a caption',
      '![Cây](a.jpg "Hội viên "CCB" trồng cây")',
      `<figure>${IMAGE('Cây')}<figcaption>Hội viên &quot;CCB&quot; trồng cây</figcaption></figure>\n`,
    ],
    [
      'a caption in curly quotes',
      '![Cây](Ảnh hội.jpg “Hội viên”)',
      `<figure>${IMAGE('Cây')}<figcaption>Hội viên</figcaption></figure>\n`,
    ],
    ['a picture behind a space', '![Cây] (a.jpg)', `<figure>${IMAGE('Cây')}</figure>\n`],
    ['an exclamation and a remark', 'Hay![1] (xem a.pdf)', '<p>Hay![1] (xem a.pdf)</p>\n'],
    [
      'a telephone number and a folder with spaces',
      '[Gọi](tel:024 3827 1234), [Mục](../hoi ccb/)',
      '<p><a href="/x/">Gọi</a>, <a href="/x/">Mục</a></p>\n',
    ],
    [
      'two pictures with quotes in a line',
      'A ![a](a.jpg "x "y") b ![c](c.jpg "z")',
      `<p>A ${IMAGE('a')} b ${IMAGE('c')}</p>\n`,
    ],
    [
      'links with spaces',
      'Xem [bản chính](Báo cáo (bản chính).pdf).',
      '<p>Xem <a href="/x/">bản chính</a>.</p>\n',
    ],
    [
      'an address in the text',
      'Vào https://vidu.gov.vn nhé',
      '<p>Vào <span class="bare"><a href="/x/">https://vidu.gov.vn</a></span> nhé</p>\n',
    ],
    ['a name that is no address', 'Trang vidu.gov.vn', '<p>Trang vidu.gov.vn</p>\n'],
    [
      'tasks',
      '- [x] xong\n- [ ] chưa',
      '<ul class="task-list">\n<li class="task"><label><input type="checkbox" disabled checked> xong</label></li>\n<li class="task"><label><input type="checkbox" disabled> chưa</label></li>\n</ul>\n',
    ],
  ])('%s', (_, text, expected) => {
    expect(html(text)).toBe(expected);
  });

  it('aligns cells by class and lets tables scroll', () => {
    const table = html('| a | b |\n| --- | ---: |\n| 1 | 2 |');
    expect(table).toContain('<div class="table" tabindex="0" role="region" aria-label="Bảng"><table>');
    expect(table).toContain('<td class="align-right">2</td>');
    expect(table).not.toContain('style');
  });

  it('leads from a footnote back to the text', () => {
    const note = html('Chữ[^1].\n\n[^1]: Chú thích.');
    expect(note).toContain('<a href="#fn1" id="fnref1">');
    expect(note).toContain('href="#fnref1" class="footnote-backref" aria-label="Trở lại chỗ ghi chú 1"');
  });

  it('gives every mark of a note its number, and each arrow back a name of its own', () => {
    const note = html('Một[^a], hai[^a], ba[^b].\n\n[^a]: Chú thích.\n[^b]: Khác.');
    expect(note).toContain('<a href="#fn1" id="fnref1">[1]</a>');
    expect(note).toContain('<a href="#fn1" id="fnref1:1">[1]</a>');
    expect(note).toContain('<a href="#fn2" id="fnref2">[2]</a>');
    const arrows = [...note.matchAll(/href="#(fnref\S+)" class="footnote-backref" aria-label="(.*?)"/g)];
    expect(arrows.map(([, id, name]) => [id, name])).toEqual([
      ['fnref1', 'Trở lại chỗ ghi chú 1'],
      ['fnref1:1', 'Trở lại chỗ ghi chú 1, lần 2'],
      ['fnref2', 'Trở lại chỗ ghi chú 2'],
    ]);
  });

  it('takes out what Word leaves, and says nothing of it', () => {
    const pasted =
      'Một\u00a0hai<o:p></o:p> b\u00ada <v:shape id="x"></v:shape>bốn\n\n<!--[if gte mso 9]><xml>\nrác\n</xml><![endif]-->';
    const { diagnostics } = markdown(pasted);
    expect(html(pasted).replace(/\s+/g, ' ')).toBe('<p>Một hai ba bốn</p> ');
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ['between fences', '```html\n<o:p>a</o:p> <!--[if mso]>b<![endif]-->\n```', true],
    ['between longer ones', '~~~~\n~~~\n<o:p>\n~~~~~\n', true],
    ['of an item in a quote', '> 1. ```\n>    <xml>a</xml>\n>    ```', true],
    ['to the end', '```\n<o:p>', true],
    ['but not behind them', '```\na\n```\n\n<o:p>b</o:p>', false],
    ['nor behind code in a line', '```a``` <o:p>b</o:p>\n\n<o:p>c</o:p>', false],
  ])('leaves what looks like Word’s in code: %s', (_, text, stays) => {
    expect(/&lt;(?:o:p|xml)&gt;/.test(html(text))).toBe(stays);
    expect(markdown(text).diagnostics).toEqual([]);
  });

  it.each([
    [
      'that hide nothing',
      'Trước.\n\n<p><![if !supportLists]>-<![endif]>Kết nạp;</p>\n\nGiữa.\n\n<p><!--[if gte vml 1]><v:shape/>rác<![endif]-->Ảnh.</p>',
      '<p>Trước.</p>\n<p>-Kết nạp;</p>\n<p>Giữa.</p>\n<p>Ảnh.</p>',
    ],
    ['that are comments', '<!--[if !supportLists]-->Một<!--[endif]--> hai', '<p>Một hai</p>\n'],
    ['of two comments', 'Một <!--[if !mso]><!-->hai<!--<![endif]--> ba', '<p>Một hai ba</p>\n'],
    [
      'each with its own end',
      'Một<!--[if mso]>rác<![endif]—> hai<!--[if mso]>rác<![endif]-->',
      '<p>Một hai</p>\n',
    ],
    ['without an end', 'Một <!--[if mso]>hai', '<p>Một hai</p>\n'],
  ])('loses no text between conditional marks %s', (_, text, expected) => {
    expect(html(text)).toBe(expected);
    expect(markdown(text).diagnostics).toEqual([]);
  });

  it.each([
    [
      'no-break spaces',
      '\u00a0\u00a0\u00a0\u00a0Sáng nay,\n\u00a0\u00a0\u00a0\u00a0Hội họp.',
      '<p>Sáng nay,\nHội họp.</p>\n',
    ],
    ['a tab', '\tSáng nay\n\n\tHội họp.', '<p>Sáng nay</p>\n<p>Hội họp.</p>\n'],
    ['more than four', '      Sáng nay\n\n    Hội\nhọp.', '<p>Sáng nay</p>\n<p>Hội\nhọp.</p>\n'],
    [
      'a list',
      '    - Một\n      - Hai\n\n    Ba',
      '<ul>\n<li>Một\n<ul>\n<li>Hai</li>\n</ul>\n</li>\n</ul>\n<p>Ba</p>\n',
    ],
    [
      'a list behind tabs',
      '\t- Một\n\t\t- Hai\n\t- Ba',
      '<ul>\n<li>Một\n<ul>\n<li>Hai</li>\n</ul>\n</li>\n<li>Ba</li>\n</ul>\n',
    ],
    ['an item in an item', '-     - Một', '<ul>\n<li>\n<ul>\n<li>Một</li>\n</ul>\n</li>\n</ul>\n'],
    ['an item', '-      Một', '<ul>\n<li>Một</li>\n</ul>\n'],
    ['a quote', '>     Một', '<blockquote>\n<p>Một</p>\n</blockquote>\n'],
    ['fences', '```\n    a\n```', '<pre><code>    a\n</code></pre>\n'],
  ])('reads text, not code, behind an indent: %s', (_, text, expected) => {
    expect(html(text)).toBe(expected);
  });

  it('has no control characters', () => {
    expect(html('Số 5\u000bphố Huế\u0002, Hà\u001f Nội')).toBe('<p>Số 5 phố Huế, Hà Nội</p>\n');
  });

  it.each([
    ['> '.repeat(120), 'quote'],
    [Array.from({ length: 60 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n'), 'list'],
  ])('reports what lies too deep to be kept', (text, what) => {
    expect(markdown(`${text}chữ`).diagnostics).toMatchObject([
      { code: 'nesting-too-deep', params: { what } },
    ]);
  });

  it('tells the line and column of a link and of HTML that is removed', () => {
    const { outline, diagnostics } = markdown('Một\nhai [ba](bon.md)\n\nnăm <iframe src="x"></iframe>');
    expect(outline.references[0]?.spot).toMatchObject({ line: 2, column: 10 });
    expect(diagnostics).toMatchObject([{ code: 'html-removed', place: { line: 4, column: 5 } }]);
  });

  it.each([
    [
      'Đoạn\nhai dòng\n<Font>x</Font>\n<b>y</b> <FONT>z</FONT>',
      [
        [3, 1],
        [4, 10],
      ],
    ],
    ['Đoạn\n<Ho ten>: Nam', [[2, 1]]],
    ['<div>\n<P>\n <B OnClick="x">a</B></P></div>', [[3, 5]]],
  ])('finds HTML in capitals where it stands: %j', (text, places) => {
    expect(markdown(text).diagnostics.map(({ place }) => [place.line, place.column])).toEqual(places);
  });

  it.each([
    '![Ảnh](file:///C:/a.jpg)',
    '![Ảnh](C:/a.jpg)',
    `![Ảnh](data:image/png;base64,${'A'.repeat(900)})`,
  ])('says of a picture on the writer’s own disk what to do, in few words', (text) => {
    const [finding, ...others] = markdown(text).diagnostics;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'image-unsafe', place: { line: 1, column: 8 } });
    expect(JSON.stringify(finding?.params).length).toBeLessThan(80);
  });

  it.each([
    ['A[^1].\n\n[^1]: Một.\n\n[^2]:\n    Hai.', [['footnote-unused', 5, 1]]],
    [
      'A[^1].\n\n[^1]: Một.\n[^1]: Hai.\n[^1]: Ba.',
      [
        ['footnote-twice', 3, 1],
        ['footnote-twice', 4, 1],
      ],
    ],
    ['> | a | b |\n> |---|---|\n> | 1 | 2 \\| | **3** | 4 |\n> 1 | 2 | |', [['table-cells-lost', 3, 16]]],
    ['a | b\n---|---\n1 | 2 | 3', [['table-cells-lost', 3, 9]]],
    ['| a |\n|---|\n| <font>x</font> |', [['html-removed', 3, 3]]],
    [
      '1. a\n   1. b\n   4. c\n3. d',
      [
        ['list-number', 4, 1],
        ['list-number', 3, 4],
      ],
    ],
    ['1. a\n1. b\n\nx\n\n5. c\n6. d', []],
  ])('tells what readers will not see, where it stands: %j', (text, expected) => {
    const found = markdown(text).diagnostics.map(({ code, place }) => [code, place.line, place.column]);
    expect(found).toEqual(expected);
  });

  it('leaves the words of a link that is not safe', () => {
    expect(html('[bấm](javascript:alert(1)) [đây](data:text/html,x)')).toBe('<p>bấm đây</p>\n');
  });
});

const ALLOWED = new Set(
  'a abbr b blockquote br caption cite code col colgroup dd del details div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img input ins kbd label li mark ol p pre q s section small span strong sub summary sup table tbody td tfoot th thead time tr u ul wbr'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'alt aria-label checked class colspan decoding disabled href id lang loading open rel role rowspan scope span src start tabindex title type value'.split(
    ' ',
  ),
);
const VOID = new Set(['br', 'hr', 'img', 'input', 'col', 'wbr']);

/** What is wrong with a piece of HTML that readers get. */
function offences(output: string): string[] {
  const found: string[] = [];
  const open: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!ALLOWED.has(name)) found.push(`<${name}>`);
      for (const [key, value] of Object.entries(attributes)) {
        if (!ATTRIBUTES.has(key)) found.push(`${name} ${key}`);
        if (/^\s*(?:javascript|data|vbscript):/i.test(value)) found.push(value);
      }
      if (!VOID.has(name)) open.push(name);
    },
    onclosetag(name, implied) {
      if (VOID.has(name)) return;
      if (implied) found.push(`unclosed <${name}>`);
      open.pop();
    },
  });
  parser.end(output);
  return found;
}

const nasty = fc.constantFrom(
  ...[
    '<script>',
    '</script>',
    'alert(1)',
    '<b>',
    '</b>',
    '<div>',
    '</div>',
    '<table><tr><td>',
    '</table>',
    '<td colspan="2">',
  ],
  ...[
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">',
    '</a>',
    '<a href="x" onclick="y">',
    '<svg onload=x>',
  ],
  ...[
    '<iframe srcdoc="<script>">',
    '<style>',
    '</style>',
    '<p style="color:red">',
    '</p>',
    '<!--',
    '-->',
    '<![CDATA[',
    '<?php',
  ],
  ...[
    '<title>',
    '<textarea>',
    '<noscript>',
    '<math><mi xlink:href="x">',
    '<form action=x>',
    '<input>',
    '<base href=//x>',
    '<p title="',
  ],
  ...[
    '"',
    "'",
    '>',
    '<',
    '&lt;script&gt;',
    '\n',
    '\n\n',
    '- ',
    '> ',
    '1. ',
    '| a | b |\n|---|---|\n',
    '**',
    '*',
    '`',
    '```\n',
    '[x](y)',
  ],
  ...[
    '![a](b.jpg "c")',
    '[^1]',
    '\n[^1]: ',
    '# ',
    '\t',
    '    ',
    '\\',
    'chữ ',
    '<o:p>',
    '<h1>',
    '</h1>',
    '<li>',
    '<details open>',
    '<span>',
  ],
);

describe('HTML in articles', () => {
  it.each([
    ['Một\n\n<!-- ghi chú —>\n\nHai', 'warning', '<p>Một</p>\n<p>Hai</p>\n'],
    ['Một\n\n<!-- ghi\nchú ->\nHai', 'warning', '<p>Một</p>\n<p>Hai</p>\n'],
    [
      'Một\n\n<!-- ghi chú —>\nHai <!-- b --> ba\n\nA --> B',
      'warning',
      '<p>Một</p>\n<p>Hai  ba</p>\n<p>A --&gt; B</p>\n',
    ],
    ['Một\n\n<!-- ghi chú\n\nHai', 'error', '<p>Một</p>\n<p>Hai</p>\n'],
    ['Một\n\n<!-- ghi chú\n\nHai\n\n<!-- b -->', 'error', '<p>Một</p>\n<p>Hai</p>\n<!-- b -->'],
    ['Một\n\n<? ghi chú\n\nHai', 'error', '<p>Một</p>\n<p>Hai</p>\n'],
    ['Một\n\n<p>Hộ <Nghèo\n\nHai', 'warning', '<p>Một</p>\n<p>Hộ &lt;Nghèo\n</p><p>Hai</p>\n'],
  ])('loses nothing behind what is not closed: %j', (text, severity, expected) => {
    expect(html(text)).toBe(expected.replace('<!-- b -->', ''));
    expect(markdown(text).diagnostics).toMatchObject([
      { severity, code: 'html-unclosed', place: { line: 3 } },
    ]);
  });

  it.each([
    ['<!-- ẩn -->\n\nMột', '<p>Một</p>\n'],
    ['<!-- ẩn\n\nmục ->\n\nẩn\n-->\n\nMột', '<p>Một</p>\n'],
    ['<!-- a <!-- b -->\n\nMột', '<p>Một</p>\n'],
    ['<p>Phòng R&D', '<p>Phòng R&amp;D</p>'],
    ['<p>Điểm <', '<p>Điểm &lt;</p>'],
  ])('is what it is if it is closed: %j', (text, expected) => {
    expect(html(text).trimStart()).toBe(expected);
    expect(markdown(text).diagnostics).toEqual([]);
  });

  it('never becomes anything but what is allowed, balanced, whatever is mixed', () => {
    fc.assert(
      fc.property(fc.array(nasty, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        const output = html(text);
        expect(offences(output)).toEqual([]);
        const ids = [...output.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
        expect(markdown(text).outline.ids).toEqual(ids);
      }),
      { numRuns: 4000 },
    );
  }, 60_000);

  it('keeps old tables, over blank lines too, without their styles', () => {
    const old =
      '<table class=x width=100%>\n\n<tr><td colspan=2 style="x">a</td>\n\n<td align=right>b</td></tr>\n\n</table>';
    expect(html(old).replace(/\n/g, '')).toBe(
      '<div class="table" tabindex="0" role="region" aria-label="Bảng"><table><tr><td colspan="2">a</td><td class="align-right">b</td></tr></table></div>',
    );
  });
});
