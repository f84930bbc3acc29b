import { describe, expect, it } from 'vitest';
import { error, wholeFile } from '../../src/base/diagnostic.ts';
import type {
  Code,
  Encoding,
  Params,
  SettingShape,
  Shape,
  YamlFault,
} from '../../src/base/messages/catalogue.ts';
import { describe as describeFinding, isLanguage, type Language } from '../../src/base/messages/describe.ts';

const LANGUAGES: readonly Language[] = ['vi', 'en'];
const ENCODINGS: readonly Encoding[] = ['utf-16', 'windows-1258', 'tcvn3', 'vni', 'mojibake', 'binary'];
const SHAPES: readonly Shape[] = ['text', 'list', 'attachments', 'contact', 'number'];
const SETTINGS: readonly SettingShape[] = [
  'text',
  'zone',
  'address',
  'language',
  'navigation',
  'links',
  'footer',
  'theme',
  'url',
];
const YAML_FAULTS: readonly YamlFault[] = [
  'unspaced',
  'no-colon',
  'colon',
  'bracket-open',
  'bracket-hash',
  'quote-open',
  'behind-end',
  'comma',
  'sign',
  'tag',
  'escape',
  'twice',
  'dots',
  'indent',
  'other',
];

/**
 * What a finding of each code may know, every choice of words once. Values are in angle brackets, so that they can
 * be found again in the words.
 */
const PARAMS: { readonly [C in Code]: readonly Params[C][] } = {
  'content-missing': [{ folder: '<folder>' }],
  'content-empty': [{}],
  'file-unreadable': [{ reason: '<reason>' }],
  'name-collision': [{ other: '<other>' }],
  'link-outside': [{ target: '<target>' }],
  encoding: ENCODINGS.map((looksLike) => ({ looksLike })),
  'file-too-large': [{ kilobytes: 777, limit: 555 }],
  'front-matter-unclosed': [{}],
  'front-matter-fence': [{ text: '<text>' }],
  'front-matter-unopened': [
    { field: '<field>', spoilt: '' },
    { field: '<field>', spoilt: '<spoilt>' },
  ],
  'front-matter-toml': [
    { written: '', meant: '' },
    { written: '<written>', meant: '<meant>' },
  ],
  'front-matter-too-large': [{ kilobytes: 777, lines: 555 }],
  'front-matter-engine': [{ text: '<text>' }],
  'front-matter-yaml': YAML_FAULTS.map((fault) => ({ fault })),
  'front-matter-anchor': [{ mark: '<mark>' }],
  'front-matter-tab': [{}],
  'front-matter-not-fields': [{}],
  'front-matter-missing': [{}],
  'field-twice': [{ field: '<field>', line: 777 }],
  'field-indented': [{ field: '<field>' }],
  'field-unspaced': [{ field: 'ngày đăng' }],
  'field-wide-colon': [{ field: 'ngày đăng' }],
  'quote-unclosed': [{ field: '<field>', quote: '<quote>' }],
  'field-near-miss': [{ field: '<field>', meant: '<meant>' }],
  'field-unused': [
    { field: '<field>', of: 'section', instead: 'rename' },
    { field: '<field>', of: 'section', instead: 'article' },
    { field: '<field>', of: 'page', instead: 'article' },
    { field: '<field>', of: 'page', instead: 'section' },
    { field: '<field>', of: 'article', instead: 'section' },
  ],
  'field-shape': SHAPES.map((expected) => ({ field: '<field>', expected })),
  'attachment-key': [
    { key: '<key>', meant: '<meant>' },
    { key: '<key>', meant: '' },
  ],
  'date-form': [{ field: '<field>', value: '<value>' }],
  'date-range': [{ field: '<field>', value: '<value>' }],
  'date-month-first': [{ field: '<field>', value: '<value>', meant: '<meant>' }],
  'date-missing': [{}],
  'views-form': [{ value: '<value>' }],
  'boolean-form': [{ field: '<field>', value: '<value>' }],
  'kind-unknown': [{ value: '<value>' }],
  'language-unknown': [{ value: '<value>' }],
  'slug-invalid': [{ value: '<value>', meant: '<meant>' }],
  'slug-repaired': [{ value: '<value>', meant: '<meant>' }],
  'slug-reserved': [
    { value: '<value>', isFolder: false },
    { value: '<value>', isFolder: true },
  ],
  'slug-empty': [{ isFolder: false }, { isFolder: true }],
  'alias-invalid': [{ value: '<value>' }, { value: '/<value>' }],
  'title-missing': [{ title: '<title>' }],
  'title-empty': [{ field: '<field>', title: '<title>' }],
  'nesting-too-deep': [
    { what: 'quote', limit: 777 },
    { what: 'list', limit: 777 },
  ],
  'html-removed': [{ what: '<what>' }],
  'html-unclosed': [
    { what: '<!--', end: '-->', inParagraph: false },
    { what: '<!--', end: '-->', inParagraph: true },
    { what: '<p', end: '>', inParagraph: false },
  ],
  'footnote-missing': [{ label: '<label>' }, { label: 'note 1' }],
  'footnote-unused': [{ label: '<label>' }],
  'footnote-twice': [{ label: '<label>' }],
  'table-cells-lost': [{ text: '<text>', columns: 777 }],
  'list-number': [{ written: '<written>', shown: 777 }],
  'reference-unread': [
    { text: '<text>', isPicture: false },
    { text: '<text>', isPicture: true },
  ],
  'reference-empty': [
    { words: '<words>', isPicture: false },
    { words: '<words>', isPicture: true },
    { words: '', isPicture: false },
    { words: '', isPicture: true },
  ],
  'link-unsafe': [{ target: '<target>' }, { target: 'C:\\ke-hoach.pdf' }],
  'image-unsafe': [{ image: '<image>' }],
  'image-field-alt-missing': [{ image: 'anh.jpg' }],
  'image-alt-missing': [{ image: '<image>' }],
  'settings-missing': [{}],
  'settings-no-address': [{}],
  'settings-yaml': YAML_FAULTS.map((fault) => ({ fault })),
  'settings-value': [
    ...SETTINGS.map((expected) => ({ field: '<field>', value: '', expected })),
    { field: '<field>', value: '<value>', expected: 'zone' },
  ],
  'settings-not-fields': [{}],
  'settings-unknown': [
    { field: '<field>', meant: '', known: ['<a>', '<b>'] },
    { field: '<field>', meant: '<meant>', known: [] },
  ],
  'settings-link': [
    { url: '<url>', meant: '' },
    { url: '<url>', meant: '<meant>' },
  ],
  'section-untitled': [
    { title: '<title>', index: 'missing' },
    { title: '<title>', index: 'untitled' },
    { title: '<title>', index: 'draft' },
  ],
  'section-twice': [{ other: 'content/tin/_index.md' }],
  'section-unknown': [
    { value: '<value>', meant: '' },
    { value: '<value>', meant: '<meant>' },
  ],
  'id-twice': [{ id: '<id>', other: '<other>' }],
  'link-dead': [{ target: '<target>' }],
  'translation-dead': [{ target: '<target>' }],
  'translation-same': [{ target: '<target>' }],
  'translation-twice': [{ target: '<target>', other: '<other>' }],
  'anchor-dead': [{ target: '<target>' }],
  'image-missing': [
    { image: '<image>', meant: '' },
    { image: '<image>', meant: '<meant>' },
  ],
  'image-unreadable': [{ image: '<image>' }],
  'image-external': [{ image: '<image>' }],
  'image-format': [
    { image: '<image>', isLink: true },
    { image: '<image>', isLink: false },
    { image: 'a.tif', isLink: true },
  ],
  'attachment-missing': [
    { file: '<file>', meant: '' },
    { file: '<file>', meant: '<meant>' },
  ],
  'attachment-type': [{ file: '<file>' }, { file: '<file>.HEIC' }],
  'file-unused': [{}],
  'address-collision': [{ address: '<address>', others: ['<a>', '<b>'] }],
  'address-reserved': [{ address: '<address>' }],
  'alias-clash': [{ alias: '<alias>', others: ['<a>', '<b>'] }],
  'address-nested': [{ address: '<address>', other: '<other>' }],
  'template-syntax': [{ reason: '<reason>' }],
  'template-missing': [{ name: '<name>' }],
  'template-undefined': [{ name: '<name>' }],
  'template-loop': [{ chain: ['<a>', '<b>'] }],
  'template-failed': [{ reason: '<reason>' }],
  'output-foreign': [{ path: '<path>' }],
  'output-failed': [
    { reason: '<reason>', begun: false },
    { reason: '<reason>', begun: true },
  ],
  'output-full': [{ begun: false }, { begun: true }],
  'output-locked': [{ owner: '<owner>', since: '<since>' }],
  'output-unsafe': [
    { folder: '<folder>', holds: 'sources', target: '' },
    { folder: '<folder>', holds: 'cache', target: '' },
    { folder: '<folder>', holds: 'sources', target: '<target>' },
  ],
  'thread-lost': [{}],
  'import-unknown': [{}],
  'import-dateless': [{}],
  'import-exists': [{ path: '<path>' }],
};

interface Sample {
  readonly code: Code;
  readonly params: Params[Code];
}

const SAMPLES: readonly Sample[] = (Object.keys(PARAMS) as Code[]).flatMap((code) =>
  PARAMS[code].map((params) => ({ code, params })),
);

/** Values of parameters that a writer has to read; `begun`, `expected` and the like only choose the words. */
function values(params: Params[Code]): string[] {
  return Object.values(params)
    .flat()
    .map(String)
    .filter((value) => /^<.*>$|^\d+$/.test(value));
}

const wordsOf = ({ code, params }: Sample, language: Language) =>
  describeFinding(error(code, wholeFile('content/tin/bai.md'), params), language);

describe.each(LANGUAGES)('the words of every finding (%s)', (language) => {
  it.each(SAMPLES)('$code says what is wrong and what to do: $params', (sample) => {
    const { message, hint } = wordsOf(sample, language);
    expect(message).toMatch(/^[^.\n]+.*[^.\s]$/);
    expect(hint).toMatch(/^\S.*\S$/);
    for (const value of values(sample.params)) expect(`${message} ${hint}`).toContain(value);
    expect(`${message} ${hint}`).not.toMatch(/undefined|null|\[object|“”/);
    expect(`${message} ${hint}`).toBe(`${message} ${hint}`.normalize('NFC'));
  });

  it('are different for different findings', () => {
    const messages = SAMPLES.map((sample) => wordsOf(sample, language)).map(
      ({ message, hint }) => message + hint,
    );
    expect(messages.filter((text, index) => messages.indexOf(text) !== index)).toEqual([]);
  });
});

it('a photo as phones and scanners save it is to be saved as JPG or PNG', () => {
  const hint = (file: string) => wordsOf({ code: 'attachment-type', params: { file } }, 'vi').hint;
  for (const file of ['IMG_2.HEIC', 'a.heif', 'a.bmp']) expect(hint(file)).toMatch(/^Mở ảnh, lưu lại/);
  expect(hint('a.html')).toMatch(/^Dùng PDF/);
});

it('a link to the writer’s own disk says to put the file beside the article', () => {
  const hint = (target: string) => wordsOf({ code: 'link-unsafe', params: { target } }, 'vi').hint;
  for (const target of ['C:\\Tài liệu\\a.pdf', 'd:/a.pdf', 'file:///C:/a.pdf', 'FILE://may/a.pdf']) {
    expect(hint(target)).toMatch(/^Chép tệp vào cạnh bài viết/);
  }
  for (const target of ['javascript:x', 'data:text/html,x', 'ftp://a.vn/b'])
    expect(hint(target)).toMatch(/^Chỉ dùng/);
});

describe('the two languages', () => {
  /** What a writer would type, quoted as it is: these words of Vietnamese stand in English text. */
  const QUOTED = /“[^”]*”/g;

  it.each(SAMPLES)('do not mix: $code $params', (sample) => {
    const english = wordsOf(sample, 'en');
    const vietnamese = wordsOf(sample, 'vi');
    expect(`${english.message} ${english.hint}`.replace(QUOTED, '')).not.toMatch(/[À-ỹ]/);
    expect(`${vietnamese.message} ${vietnamese.hint}`).toMatch(/[À-ỹ]/);
  });

  it('are those that a site may be in', () => {
    expect(LANGUAGES.every(isLanguage)).toBe(true);
    expect(['', 'fr', 'VI', 'vi-VN', 'constructor'].some(isLanguage)).toBe(false);
  });
});
