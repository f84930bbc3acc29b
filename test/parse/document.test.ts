import { describe, expect, it } from 'vitest';
import { formatMachine, VIETNAM } from '../../src/base/time.ts';
import { parseDocument } from '../../src/parse/document.ts';
import { sourceOf } from '../support.ts';

const OPTIONS = { zone: VIETNAM };

function parse(text: string | Uint8Array, path = 'tin/bai.md') {
  return parseDocument(sourceOf(path, text), OPTIONS);
}

/** An article of given fields, and the codes of what was found. */
function withFields(fields: string, path?: string) {
  const { document, diagnostics } = parse(`---\n${fields}\n---\n\nNội dung.\n`, path);
  return { document, codes: diagnostics.map((finding) => finding.code) };
}

const DATE = 'date: 17/02/2020 15:47';

describe('text fields', () => {
  it.each([
    ['title: Hội CCB: sơ kết', 'Hội CCB: sơ kết'],
    ['title: "A" được khen', '"A" được khen'],
    ['title: [Ảnh] Lễ ra quân', '[Ảnh] Lễ ra quân'],
    ['title: Chủ đề #1 năm 2020', 'Chủ đề #1 năm 2020'],
    ['title: "Cả câu trong nháy: thế"', 'Cả câu trong nháy: thế'],
    ["title: 'Một nháy ''đơn'''", "Một nháy 'đơn'"],
    ['title: |\n  Hai dòng\n  một tiêu đề', 'Hai dòng một tiêu đề'],
    ['title: >\n  Gấp\n  lại', 'Gấp lại'],
    ['title: Dòng dài\n  viết tiếp', 'Dòng dài viết tiếp'],
    ['tiêu đề: Tên tiếng Việt', 'Tên tiếng Việt'],
    ['TIEU_DE: Không dấu', 'Không dấu'],
    ['title: @home & *sao* % {a}', '@home & *sao* % {a}'],
  ])('%s', (line, title) => {
    const { document, codes } = withFields(`${line}\n${DATE}`);
    expect([document?.title, codes]).toEqual([title, []]);
  });
});

describe('dates', () => {
  it.each([
    ['17/02/2020 15:47', '2020-02-17T15:47+07:00'],
    ['17/02/2020 | 15:47', '2020-02-17T15:47+07:00'],
    ['17/02/2020  9:05', '2020-02-17T09:05+07:00'],
    ['5/2/2020', '2020-02-05'],
    ['2020-02-17', '2020-02-17'],
    ['2020-02-17 15:47:30', '2020-02-17T15:47+07:00'],
    ['2020-02-17T15:47:00Z', '2020-02-17T22:47+07:00'],
    ['2015-03-11 11:25:36 -0400', '2015-03-11T22:25+07:00'],
    ['2020-02-29 00:00', '2020-02-29T00:00+07:00'],
  ])('%s', (value, machine) => {
    const { document, codes } = withFields(`title: Bài\ndate: ${value}`);
    expect(codes).toEqual([]);
    expect(document?.date && formatMachine(document.date, VIETNAM)).toBe(machine);
  });

  it.each([
    ['31/02/2020', 'date-range'],
    ['2020-02-30', 'date-range'],
    ['2021-02-29', 'date-range'],
    ['17/02/2020 25:00', 'date-range'],
    ['02/17/2020', 'date-month-first'],
    ['17/02/20', 'date-form'],
    ['mai', 'date-form'],
  ])('%s is refused', (value, code) => {
    expect(withFields(`title: Bài\ndate: ${value}`).codes).toEqual([code]);
  });

  it('comes from the name where the fields have none, and the fields win', () => {
    const path = 'tin/2019/2019-05-06-bai.md';
    expect(withFields('title: Bài', path).document?.date).toEqual({ epoch: 1557075600, hasTime: false });
    expect(withFields(`title: Bài\n${DATE}`, path).document?.date?.hasTime).toBe(true);
  });
});

describe('a date that is left empty', () => {
  const withDate = (line: string, path: string) => {
    const { document, codes } = withFields(`title: Bài\n${line}`, path);
    return [document?.day && Object.values(document.day), codes];
  };

  it.each(['date:', 'ngày đăng: ""', 'date:  '])('is as none: %s', (line) => {
    expect(withDate(line, 'tin/2019-05-06-bai.md')).toEqual([[2019, 5, 6], []]);
    expect(withDate(line, 'tin/bai.md')).toEqual([null, ['date-missing']]);
  });

  it('is another thing than one that cannot be read', () => {
    expect(withDate('date: mai', 'tin/2019-05-06-bai.md')).toEqual([null, ['date-form']]);
  });
});

describe('other fields', () => {
  it.each([
    ['405', 405],
    ['1.234', 1234],
    ['1,234', 1234],
    ['1 234', 1234],
    ['1.234.567', 1234567],
    ['0', null],
    ['000', null],
  ])('views: %s', (value, views) => {
    expect(withFields(`title: Bài\n${DATE}\nlượt xem: ${value}`).document?.views).toBe(views);
  });

  it.each(['1.23', '12.34.567', '-5', '4e3', 'nhiều'])('views: %s is refused', (value) => {
    expect(withFields(`title: Bài\n${DATE}\nviews: ${value}`).codes).toEqual(['views-form']);
  });

  it('takes lists as YAML, in brackets or with commas, and attachments with titles', () => {
    const fields = `title: Bài\n${DATE}\ntags: Đại hội, Tết\nalso:\n  - tin/a\n  - tin/b\ntệp đính kèm:\n  - a.pdf\n  - file: b.pdf\n    title: Kế hoạch`;
    const { document, codes } = withFields(fields);
    expect(codes).toEqual([]);
    expect(document?.tags).toEqual(['Đại hội', 'Tết']);
    expect(document?.also.map((section) => section.value)).toEqual(['tin/a', 'tin/b']);
    expect(document?.attachments.map(({ file, title }) => [file, title])).toEqual([
      ['a.pdf', ''],
      ['b.pdf', 'Kế hoạch'],
    ]);
  });

  it('keeps what it does not know, even a name that scripts know, and suggests what was meant', () => {
    const { document, codes } = withFields(
      `title: Bài\n${DATE}\nphòng ban: Văn phòng\n__proto__: x\nngay dnag: 1`,
    );
    expect(Object.entries(document?.extra ?? {})).toEqual([
      ['phòng ban', 'Văn phòng'],
      ['__proto__', 'x'],
      ['ngay dnag', '1'],
    ]);
    expect(codes).toEqual(['field-near-miss']);
  });

  it('keeps the address when the title changes, and makes it safe', () => {
    const slugOf = (fields: string, path: string) => withFields(`${fields}\n${DATE}`, path).document?.slug;
    expect(slugOf('title: A', 'tin/2020-02-17-Đường hoa (1).md')).toBe('duong-hoa-1');
    expect(slugOf('title: B', 'tin/2020-02-17-Đường hoa (1).md')).toBe('duong-hoa-1');
    expect(slugOf('title: B', 'tin/2020/2020-02-17-hoi-nghi/index.md')).toBe('hoi-nghi');
    expect(slugOf('title: B', 'tin/con.md')).toBe('con-1');
  });

  it('takes the first heading for a title, and does not show it twice', () => {
    const { document, body, diagnostics } = parse(`---\n${DATE}\n---\n\n# Tên bài\n\nChữ.\n`);
    expect(document?.title).toBe('Tên bài');
    expect(body?.html.join('')).toBe('<p>Chữ.</p>\n');
    expect(diagnostics.map((finding) => finding.code)).toEqual(['title-missing']);
  });
});

describe('fields that do nothing where they stand', () => {
  const unusedIn = (path: string, fields: string) =>
    parse(`---\n${fields}\n---\n`, path).diagnostics.map(({ severity, code, place, params }) => [
      `${severity} ${code} ${place.line}:${place.column}`,
      params,
    ]);

  it('are told of in _index.md, and slug with what is to be renamed', () => {
    expect(
      unusedIn('tin/_index.md', 'title: Tin\nslug: tin-1\nlượt xem: 5\ntags: [a]\ndate: 01/01/2099'),
    ).toEqual([
      ['warning field-unused 3:7', { field: 'slug', of: 'section', instead: 'rename' }],
      ['warning field-unused 4:11', { field: 'lượt xem', of: 'section', instead: 'article' }],
      ['warning field-unused 5:7', { field: 'tags', of: 'section', instead: 'article' }],
      ['warning field-unused 6:7', { field: 'date', of: 'section', instead: 'article' }],
    ]);
  });

  it('are told of in a page that stays', () => {
    expect(unusedIn('gioi-thieu.md', 'title: A\nkind: page\nthẻ: Tết\nalso:\n- tin')).toEqual([
      ['warning field-unused 4:6', { field: 'thẻ', of: 'page', instead: 'article' }],
      ['warning field-unused 5:1', { field: 'also', of: 'page', instead: 'article' }],
    ]);
  });

  it('are told of in an article, with where they belong', () => {
    const fields = 'title: A\ndate: 17/02/2020\nthứ tự: 3\ncontact:\n  Phòng: số 2';
    expect(unusedIn('tin/bai.md', fields)).toEqual([
      ['warning field-unused 4:9', { field: 'thứ tự', of: 'article', instead: 'section' }],
      ['warning field-unused 5:1', { field: 'contact', of: 'article', instead: 'section' }],
    ]);
  });

  it.each([
    [
      'tin/_index.md',
      'title: Tin\nsummary: Lời\norder: 2\ncontact:\n  điện thoại: 1\nimage: a.png\nimage_alt: A',
    ],
    ['tin/_index.md', 'title: Tin\ndraft: true\nlanguage: en\naliases: [/cu]\ntags: []\nviews:\nphòng: 3'],
    ['gioi-thieu.md', 'title: A\nkind: page\nslug: a\nsummary: Lời\naliases: [/cu]\nattachments: [a.pdf]'],
    ['tin/bai.md', `title: A\n${DATE}\ntags: [a]\nviews: 5\npinned: true`],
  ])('are not those that do something, nor empty ones: %s %j', (path, fields) => {
    expect(unusedIn(path, fields)).toEqual([]);
  });
});

describe('signs that no page may hold', () => {
  it('are in no field, however they are typed', () => {
    const { document, codes } = withFields(
      `\u200btitle: H\u0002ội\u000bCCB\n${DATE}\nthẻ: "T\\x02ết\\0"\nghi chú: [a\u0002b, "c\\ed\\n"]\nphòng: \u0007Văn thư`,
    );
    expect(codes).toEqual([]);
    expect([document?.title, document?.tags, document?.extra]).toEqual([
      'Hội CCB',
      ['Tết'],
      { 'ghi chú': ['ab', 'cd\n'], phòng: 'Văn thư' },
    ]);
  });

  it('are in no title that is the first heading', () => {
    const { document, body } = parse(`---\n${DATE}\n---\n\n# Tên\u0002 bài\n\nChữ.\n`);
    expect([document?.title, body?.html.join('')]).toEqual(['Tên bài', '<p>Chữ.</p>\n']);
  });
});

describe('a title that is left empty', () => {
  it.each(['title:', 'tiêu đề: ""'])('is told of at its line: %s', (line) => {
    const { document, diagnostics } = parse(`---\n${DATE}\n${line}\n---\n\n# Tên bài\n`);
    expect(document?.title).toBe('Tên bài');
    expect(diagnostics.map(({ code, place }) => [code, place.line])).toEqual([['title-empty', 3]]);
  });
});

describe('lists on one line', () => {
  it.each([
    ['Kế hoạch số 5, năm 2024.pdf', ['Kế hoạch số 5, năm 2024.pdf']],
    ['a.pdf, Số 5; 6.docx ; b.7z', ['a.pdf', 'Số 5; 6.docx', 'b.7z']],
    ['Số 1.2024, tháng 3.pdf', ['Số 1.2024, tháng 3.pdf']],
    ['"Số 5, 6.pdf", b.pdf', ['Số 5, 6.pdf', 'b.pdf']],
  ])('attachments: %s', (line, files) => {
    const { document, codes } = withFields(`title: Bài\n${DATE}\nattachments: ${line}`);
    expect([document?.attachments.map(({ file }) => file), codes]).toEqual([files, []]);
  });

  it.each([
    [`"Thi đua", "Khen thưởng"`, ['Thi đua', 'Khen thưởng']],
    [`'Thi đua, khen thưởng'; Tết`, ['Thi đua, khen thưởng', 'Tết']],
    [`Phong trào "Thi đua", Tết`, ['Phong trào "Thi đua"', 'Tết']],
    [`"Thi đua" yêu nước, Tết,`, ['"Thi đua" yêu nước', 'Tết']],
  ])('tags: %s', (line, tags) => {
    const { document, codes } = withFields(`title: Bài\n${DATE}\ntags: ${line}`);
    expect([document?.tags, codes]).toEqual([tags, []]);
  });
});

describe('attachments', () => {
  it('with names that are not known are told of at their lines', () => {
    const { document, diagnostics } = parse(
      `---\ntitle: Bài\n${DATE}\nattachments:\n- file: titel.pdf\n  titel: A\n- {file: b.pdf, titel: B}\n---\n`,
    );
    expect(document?.attachments.map(({ file }) => file)).toEqual(['titel.pdf', 'b.pdf']);
    expect(diagnostics.map(({ place, params }) => [place.line, place.column, params])).toEqual([
      [6, 3, { key: 'titel', meant: 'title' }],
      [7, 17, { key: 'titel', meant: 'title' }],
    ]);
  });
});

describe('old addresses', () => {
  it.each(['/tin/a%00.html', '/tin/a%0Ab', '/tin/%7f', 'tin/a'])('%s is refused', (alias) => {
    expect(withFields(`title: Bài\n${DATE}\naliases: ${alias}`).codes).toEqual(['alias-invalid']);
  });

  it.each([
    ['/tin/1.html#anh', '/tin/1.html'],
    ['/tin/1.html?', '/tin/1.html'],
    ['/?p=7#binh-luan', '/?p=7'],
    ['/#tin', '/'],
  ])('%s is what a server is asked for: %s', (alias, asked) => {
    const { document } = withFields(`title: Bài\n${DATE}\naliases: ["${alias}"]`);
    expect(document?.aliases.map(({ value }) => value)).toEqual([asked]);
  });

  it.each(['/tin/a%20b.html', '/tin/100%', '/tin/%E1%BA%BF'])('%s is kept', (alias) => {
    const { document, codes } = withFields(`title: Bài\n${DATE}\naliases: ${alias}`);
    expect([document?.aliases.map(({ value }) => value), codes]).toEqual([[alias], []]);
  });
});

describe('places of the items of a list', () => {
  it.each([
    [
      'attachments:\n- a.pdf\n- file: b.pdf\n  title: b.pdf\n- title: Kế hoạch c.pdf\n  file: "c.pdf"',
      ['5:3', '6:9', '9:9'],
    ],
    ['attachments: ke hoach a.pdf, a.pdf ; a.pdf', ['4:14', '4:30', '4:38']],
    ['attachments: a.pdf,\n  b.pdf', ['4:14', '5:3']],
    ['attachments: "a, b.pdf", c.pdf', ['4:14', '4:26']],
    ['attachments: [a.pdf, ba.pdf,\n  {file: a.pdf, title: A}]', ['4:15', '4:22', '5:10']],
    ['attachments:\n  - a.pdf # cũ\n  - Kế hoạch\n    năm 2024.pdf', ['5:5', '6:5']],
    ['đính kèm:\n- b.pdf\nauthor: b.pdf', ['5:3']],
    ['đính kèm: đính kèm', ['4:11']],
  ])('attachments: %j', (lines, places) => {
    const { document } = withFields(`title: Bài\n${DATE}\n${lines}`);
    expect(document?.attachments.map(({ place }) => `${place.line}:${place.column}`)).toEqual(places);
  });

  it('sections and other languages', () => {
    const { document } = withFields(
      `title: Bài\n${DATE}\nalso: tin, tin-cu\ntranslation:\n- en/a.md\n- 'fr/a.md'`,
    );
    const located = [...(document?.also ?? []), ...(document?.translations ?? [])];
    expect(located.map(({ place }) => `${place.line}:${place.column}`)).toEqual([
      '4:7',
      '4:12',
      '6:3',
      '7:3',
    ]);
  });

  it('old addresses', () => {
    const { diagnostics } = parse(
      `---\ntitle: Bài\n${DATE}\naliases:\n- tin-cu\n- /tin-cu\n- tin-cu\n---\nChữ.`,
    );
    expect(diagnostics.map(({ code, place }) => `${code}:${place.line}:${place.column}`)).toEqual([
      'alias-invalid:5:3',
      'alias-invalid:7:3',
    ]);
  });
});

it.each([
  ['/Tệp cũ.html', '/T%E1%BB%87p%20c%C5%A9.html'],
  ['/a b', '/a%20b'],
  ['https://cu.example/Tin tức/?id=ấ', '/Tin%20t%E1%BB%A9c/?id=%E1%BA%A5'],
  ['/a%20b c', '/a%20b%20c'],
])('the old address %s is encoded once', (alias, encoded) => {
  const { document, codes } = withFields(`title: Bài\n${DATE}\naliases: ["${alias}", "${encoded}"]`);
  expect([document?.aliases.map(({ value }) => value), codes]).toEqual([[encoded], []]);
});

describe('front matter', () => {
  it.each([
    ['\ufeff---\r\ntitle: Bài\r\ndate: 17/02/2020\r\n---\r\n\r\nChữ.\r\n', []],
    [`\n\n---\ntitle: Bài\n${DATE}\n---\nChữ.`, []],
    [`---\ntitle: Bài\n${DATE}\nViews: 3\nlượt_xem: 4\n---\nChữ.`, ['field-twice']],
    [`---\ntitle: Bài\n${DATE}\nx: *bom\n---\nChữ.`, ['front-matter-anchor']],
    [`---json\n{}\n---\nChữ.`, ['front-matter-engine']],
    [`---js\nprocess.exit(3)\n---\nChữ.`, ['front-matter-engine']],
    [`---\ntitle: Bài\n${DATE}\n`, ['front-matter-unclosed']],
    [`---\ntitle: Bài\n${DATE}\n${'a: b\n'.repeat(501)}---\n`, ['front-matter-too-large']],
    [`---\ntitle: Bài\n${DATE}\nx: ${'y'.repeat(17_000)}\n---\n`, ['front-matter-too-large']],
  ])('%j', (text, codes) => {
    expect(parse(text).diagnostics.map((finding) => finding.code)).toEqual(codes);
  });

  it('reads a field that is indented as a field, and a line that is none as what goes on', () => {
    const { document, diagnostics } = parse(
      `---\ntitle: Bài dài\n  hai dòng\n  ngày đăng: 17/02/2020 15:47\n views: nhiều\n---\nChữ.`,
    );
    expect([document?.title, document?.date?.hasTime]).toEqual(['Bài dài hai dòng', true]);
    expect(diagnostics.map(({ code, place }) => [code, place.line, place.column])).toEqual([
      ['field-indented', 4, 1],
      ['field-indented', 5, 1],
      ['views-form', 5, 9],
    ]);
  });

  it('reads a field without a space behind its colon, and tells of that very line', () => {
    const { document, diagnostics } = parse(
      `---\ntitle:Họp hội: 8:30\nngày đăng :1/3/2024\ntags:[Tết]\nviews:nhiều\n---\nChữ.`,
    );
    expect([document?.title, document?.day?.month, document?.tags]).toEqual(['Họp hội: 8:30', 3, ['Tết']]);
    expect(diagnostics.map(({ code, place }) => `${code}:${place.line}:${place.column}`)).toEqual([
      'field-unspaced:2:7',
      'field-unspaced:3:12',
      'field-unspaced:4:6',
      'field-unspaced:5:7',
      'views-form:5:7',
    ]);
  });

  it('reads a wide colon as a plain one, and tells of it', () => {
    const { document, diagnostics } = parse(
      `---\ntitle：Họp hội: 8:30\nngày đăng ： 1/3/2024 8:30\ntags：\n- Tết\nsummary: Giờ：8 giờ\n---\nChữ.`,
    );
    expect([document?.title, document?.day?.month, document?.tags]).toEqual(['Họp hội: 8:30', 3, ['Tết']]);
    expect(document?.summary).toBe('Giờ：8 giờ');
    expect(diagnostics.map(({ code, place }) => `${code}:${place.line}:${place.column}`)).toEqual([
      'field-wide-colon:2:6',
      'field-wide-colon:3:11',
      'field-wide-colon:4:5',
    ]);
  });

  it('reads no unknown name and no address as a field without a space', () => {
    const { diagnostics } = parse(`---\n${DATE}\nhttp://vidu.vn\n---\nChữ.`);
    expect(diagnostics.map(({ code }) => code)).toEqual(['front-matter-yaml']);
    expect(withFields(`title: Bài\n${DATE}\nphòng:Văn thư`).codes).toEqual(['front-matter-yaml']);
    expect(withFields(`title: Bài\n${DATE}\nnguồn://vidu.vn`).codes).toEqual(['front-matter-yaml']);
  });

  it('tells the same of the same bad text a second time', () => {
    const text = `---\ntitle: Bài\nx: [a\n---\n`;
    expect(parse(text).diagnostics).toEqual(parse(text).diagnostics);
    expect(parse(text).diagnostics[0]?.code).toBe('front-matter-yaml');
  });
});

describe('a spoilt fence', () => {
  const read = (text: string) => {
    const { document, body, diagnostics } = parse(text, 'tin/2024-03-05-x.md');
    return {
      title: document?.title,
      html: body?.html.join(''),
      found: diagnostics.map(({ code, place }) => `${code}:${place.line}:${place.column}`),
    };
  };

  it.each([
    ['—--', '—--'],
    ['—-', '—-'],
    [' ---', ' --- '],
    ['----', '-----'],
    ['––', '–––'],
    ['\u200b---', '\u00a0---'],
  ])('%j and %j are read as ---', (opening, closing) => {
    expect(read(`${opening}\ntitle: Bài\ntags:\n- Tết\n${closing}\nNội dung.\n\n---\n\nHết.\n`)).toEqual({
      title: 'Bài',
      html: '<p>Nội dung.</p>\n<hr>\n<p>Hết.</p>\n',
      found: ['front-matter-fence:1:1', 'front-matter-fence:5:1'],
    });
  });

  it.each([
    ['title: Bài mật\ndraft: true\n---\nNội dung.', 1],
    ['\ntitle: Bài mật\n\nNội dung.', 2],
    ['Tiêu đề: Bài mật\nPhòng: Văn thư\n---\nNội dung.', 1],
    ['Tiêu đề: Bài mật\nNháp: có\n\nNội dung.', 1],
    ['title:Bài mật\ndraft:true\n---\nNội dung.', 1],
    ['title：Bài mật\ndraft：true\n---\nNội dung.', 1],
    ['+++\n\ntitle: Bài mật\n+++\nNội dung.', 1],
    ['—\ntitle: Bài mật\n—\nNội dung.', 1],
  ])('that is missing is told of, and nothing published: %j', (text, line) => {
    expect(read(text)).toEqual({
      title: undefined,
      html: undefined,
      found: [`front-matter-unopened:${line}:1`],
    });
  });

  it.each([
    'Ngày: thứ Bảy tuần này, tại hội trường.',
    'Nguồn: Báo Nhân Dân\n\nĐoạn hai.',
    '----\n\nNội dung sau đường kẻ.\n\n----\n\nHết.',
    '***\n\nNội dung sau đường kẻ.',
    'Nội dung.\n\ntitle: không phải trường',
    'Kính gửi: các chi hội\nThời gian: 8 giờ',
    'Ngày: thứ Bảy\n\nNguồn: Báo Nhân Dân',
    '+++\n\nNội dung giữa hai dòng dấu cộng.\n\n+++\n\nHết.',
    'Nội dung.\n\n+++\ndraft = true\n+++',
  ])('is not seen in a text: %j', (text) => {
    expect(read(text).found).toEqual(['front-matter-missing:1:1', 'title-missing:1:1']);
  });

  it.each([
    ['+++\ndraft = true\n+++\nNội dung.', 1, 'draft = true', 'draft: true'],
    [
      '\n+++ \n# Ghi chú\n[params]\n\n"title" = "Bài mật"\n\nNội dung.',
      2,
      '"title" = "Bài mật"',
      'title: "Bài mật"',
    ],
    ['\ufeff+++\r\ntiêu đề=Bài mật\r\n+++\r\n', 1, 'tiêu đề=Bài mật', 'tiêu đề: Bài mật'],
    ['+++\n+++\nNội dung.', 1, '', ''],
  ])('that is one of TOML is told of, and nothing published: %j', (text, line, written, meant) => {
    const { document, diagnostics } = parse(text, 'tin/2024-03-05-x.md');
    expect(document).toBeNull();
    expect(diagnostics).toMatchObject([
      {
        severity: 'error',
        code: 'front-matter-toml',
        place: { line, column: 1 },
        params: { written, meant },
      },
    ]);
  });

  it('is not seen in the text of an article that has its own', () => {
    const { body, diagnostics } = parse(`---\ntitle: Bài\n${DATE}\n---\n+++\ndraft = true\n+++\n`);
    expect([body?.html.join(''), diagnostics]).toEqual(['<p>+++\ndraft = true\n+++</p>\n', []]);
  });

  it('is not seen in a value of several lines', () => {
    const { document, diagnostics } = parse(`---\ntitle: |\n  Một\n  ---\n  hai\n${DATE}\n---\nChữ.`);
    expect([document?.title, diagnostics]).toEqual(['Một --- hai', []]);
  });
});

describe('names of pages of our own', () => {
  const codesAt = (path: string) => withFields(`title: Bài\n${DATE}`, path).codes;

  it.each(['tim-kiem.md', '2020/03/tim-kiem.md', 'tim-kiem/index.md', 'tin/luu-tru.md'])(
    'are refused: %s',
    (path) => {
      expect(codesAt(path)).toContain('slug-reserved');
    },
  );

  it.each(['tin/tim-kiem.md', 'tin/2020/tim-kiem/index.md', 'hoi-nghi.md'])(
    'are not taken for others: %s',
    (path) => {
      expect(codesAt(path)).not.toContain('slug-reserved');
    },
  );
});

describe('an excerpt', () => {
  it.each([
    ['Một  hai\tba\nbốn.', 'Một hai ba bốn.'],
    ['Một\tba\nbốn.', 'Một ba bốn.'],
    ['**Một** [hai](ba.md).', 'Một hai.'],
    ['từ '.repeat(80), `${'từ '.repeat(67).trim()}…`],
  ])('of %j', (text, excerpt) => {
    expect(parse(`---\ntitle: Bài\n${DATE}\n---\n\n${text}\n`).document?.excerpt).toBe(excerpt);
  });
});

describe('what a body is made from', () => {
  const text = `---\ntitle: Đại hội\n${DATE}\n---\n\nMột “câu” – hai…\n`;

  it.each([
    ['a byte order mark', `\ufeff${text}`],
    ['line breaks of Windows', text.replace(/\n/g, '\r\n')],
    ['decomposed letters', text.normalize('NFD')],
  ])('is named alike with %s', (_, written) => {
    expect(parse(written).bodyPrint).toBe(parse(text).bodyPrint);
  });

  it('is named otherwise if a letter changes', () => {
    expect(parse(text.replace('hai', 'hài')).bodyPrint).not.toBe(parse(text).bodyPrint);
    expect(parse(text.replace('Đại', 'Dại')).bodyPrint).not.toBe(parse(text).bodyPrint);
  });
});

describe('what the fields say', () => {
  const text = `---\ntitle: Đại hội\n${DATE}\n---\n\nCâu đầu.\n\nCâu sau.\n`;
  const untitled = text.replace('title: Đại hội\n', '').replace('Câu sau', '# Đầu đề');
  const nameOf = (written: string, path = 'tin/bai.md', offset = 420) =>
    parseDocument(sourceOf(path, written), { zone: { name: '', offset } }).document?.fieldsPrint;

  it('is named alike whatever stands below', () => {
    expect(nameOf(text.replace('Câu sau', 'Câu khác'))).toBe(nameOf(text));
  });

  it.each<[string, string | undefined, string | undefined]>([
    ['a field', nameOf(text.replace('15:47', '15:48')), nameOf(text)],
    ['the first words', nameOf(text.replace('Câu đầu', 'Câu mở đầu')), nameOf(text)],
    ['a heading that is the title', nameOf(untitled.replace('Đầu đề', 'Đề')), nameOf(untitled)],
    ['the file’s name', nameOf(text, 'tin/bai-2.md'), nameOf(text)],
    ['the clock', nameOf(text, 'tin/bai.md', 480), nameOf(text)],
  ])('is named otherwise by %s', (_, now, before) => {
    expect(before).toBeDefined();
    expect(now).not.toBe(before);
  });
});

describe('languages', () => {
  it.each([
    ['language: en', 'en'],
    ['ngôn ngữ: VI', 'vi'],
    ['language:', null],
    ['summary: Tóm tắt', null],
  ])('%s', (line, language) => {
    const { document, codes } = withFields(`title: Bài\n${DATE}\n${line}`);
    expect([document?.language, codes]).toEqual([language, []]);
  });

  it('that are not there are told of, with the place', () => {
    const { diagnostics } = parse('---\ntitle: News\nlanguage: English\n---\n', 'news/_index.md');
    expect(diagnostics).toMatchObject([
      {
        severity: 'error',
        code: 'language-unknown',
        params: { value: 'English' },
        place: { line: 3, column: 11 },
      },
    ]);
  });

  it.each([
    ['translation: ../dang/2020-02-17-x.md', ['../dang/2020-02-17-x.md']],
    ['bản dịch: /dang/x/', ['/dang/x/']],
    ['translations: [a.md, ../b/]', ['a.md', '../b/']],
    ['translation:\n  - a.md\n  - b.md', ['a.md', 'b.md']],
    ['translation:', []],
  ])('of translations nothing is said yet: %s', (lines, targets) => {
    const { document, codes } = withFields(`title: Bài\n${DATE}\n${lines}`);
    expect([document?.translations.map(({ value }) => value), codes]).toEqual([targets, []]);
  });

  it('are none of a text itself, so that its words may be in any', () => {
    const { body } = parse(
      `---\ntitle: Bài\n${DATE}\n---\n\n| A |\n|--|\n| 1 |\n\nChữ[^1].\n\n[^1]: Ghi chú.\n`,
    );
    expect(body?.html.join('')).not.toMatch(/Bảng|Table|Trở lại|Back/);
    expect(body?.holes).toEqual([{ word: 'table' }, { word: 'backToText' }]);
  });
});

describe('encodings', () => {
  const cp1258 = Uint8Array.from([0x48, 0xf4, 0xec, 0x69, 0x20, 0x6e, 0x67, 0x68, 0xf2]);
  it.each([
    [Uint8Array.from([0xff, 0xfe, 0x48, 0x00]), 'utf-16'],
    [cp1258, 'windows-1258'],
    ['V¨n hãa §¶ng bé, ®oµn thÓ vµ nh©n d©n', 'tcvn3'],
    ['Hoäi Cöïu chieán binh vaø ñoaøn vieân Vieät Nam, ñaûng boä', 'vni'],
    ['Há»™i Cá»±u chiáº¿n binh', 'mojibake'],
    [Uint8Array.from([0x50, 0x4b, 0x03, 0x00]), 'binary'],
  ])('%s looks like %s', (text, looksLike) => {
    const [finding] = parse(text).diagnostics;
    expect([finding?.code, finding?.params]).toEqual(['encoding', { looksLike }]);
  });

  it.each([
    'Đường về hoà bình, hòa thuận; ký hiệu ® và ©, café “Île-de-France”, ½ giá, giá 5µm',
    'Plain English with naïve façade, Bantin® 2µ',
    'Ngày 5 tháng 2',
  ])('%s is sound', (text) => {
    expect(parse(`---\ntitle: Bài\n${DATE}\n---\n${text}\n`).diagnostics).toEqual([]);
  });

  it('makes decomposed letters whole', () => {
    const { document } = parse(`---\ntitle: ${'Hội Cựu chiến binh'.normalize('NFD')}\n${DATE}\n---\nChữ.`);
    expect(document?.title).toBe('Hội Cựu chiến binh');
  });
});
