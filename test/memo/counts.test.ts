import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../../src/read/memory-file-system.ts';
import { buildOnto, forgetful, stamped } from '../crash/ten-articles.ts';
import { article, SITE_YAML, section, THEME } from '../support.ts';
import { memoryDisk } from '../write/memory-disk.ts';

const PICTURE = readFileSync(new URL('../pixel.png', import.meta.url));
const COUNT = 40;
const NUMBERS = Array.from({ length: COUNT }, (_, index) => index);

/** Of five articles three are the farmers', inside the Party's. */
function folderOf(index: number): string {
  return ['dang/nong-dan', 'dang/nong-dan', 'dang/nong-dan', 'doan', 'hoi'][index % 5] ?? '';
}

/** An article a month from January 2019; the older, the more it is read, and the newest ten have no figure. */
function monthOf(index: number): { readonly year: number; readonly month: string } {
  return { year: 2019 + Math.floor(index / 12), month: String((index % 12) + 1).padStart(2, '0') };
}

interface Words {
  readonly title?: string;
  readonly excerpt?: string;
  readonly end?: string;
  readonly views?: number;
}

function source(index: number, words: Words = {}): MemoryFiles {
  const { year, month } = monthOf(index);
  const views = words.views ?? (index < 30 ? 1000 - index * 10 : 0);
  const tags = [...(index % 4 === 0 ? ['Đại hội'] : []), ...(index % 6 === 0 ? ['Thăm hỏi'] : [])];
  const fields = [
    `title: ${words.title ?? `Bài ${index}`}`,
    `date: 05/${month}/${year}`,
    `tags: [${tags.join(', ')}]`,
    ...(views > 0 ? [`views: ${views}`] : []),
  ];
  const body = `${words.excerpt ?? 'Câu đầu.'}\n\n${words.end ?? 'Câu cuối.'}`;
  return { [`content/${folderOf(index)}/bai-${index}.md`]: article(fields.join('\n'), body) };
}

const SITE: MemoryFiles = {
  'content/site.yaml': SITE_YAML,
  ...Object.fromEntries(
    ['dang', 'dang/nong-dan', 'doan', 'hoi'].map((name) => [`content/${name}/_index.md`, section(name)]),
  ),
  ...Object.assign({}, ...NUMBERS.map((index) => source(index))),
};

/** What is rendered when the site is built with `edit` after it was built without, or with `before`. */
function renderedBy(edit: MemoryFiles, before: MemoryFiles = {}): readonly string[] {
  const disk = memoryDisk();
  const memos = forgetful();
  const first = buildOnto(disk, stamped({ ...SITE, ...before }), memos, { theme: THEME });
  expect([first.ok, first.summary.articles]).toEqual([true, COUNT]);
  const { ok, rendered } = buildOnto(disk, stamped({ ...SITE, ...edit }), memos, { theme: THEME });
  expect(ok).toBe(true);
  return [...rendered].sort();
}

const page = (index: number): string => `${folderOf(index)}/bai-${index}/index.html`;
const pages = (...indexes: readonly number[]): string[] => indexes.map(page);
const json = (index: number): string => `api/${monthOf(index).year}-${monthOf(index).month}.json`;

/** Articles of one section, the oldest first. */
const FARMERS = NUMBERS.filter((index) => folderOf(index) === 'dang/nong-dan');
/** On every head there is, and in every feed; it has both tags and no figure. */
const NEW = 36;
/** On no head and in no feed; third of the most read. */
const OLD = 2;

const FEEDS = [
  'rss.xml',
  'atom.xml',
  'feed.json',
  'dang/rss.xml',
  'dang/atom.xml',
  'dang/feed.json',
  'dang/nong-dan/rss.xml',
];
const HEADS = ['index.html', 'dang/index.html', 'dang/nong-dan/index.html'];
const TAGS = ['the/dai-hoi/index.html', 'the/tham-hoi/index.html'];
const ARCHIVES_OF_NEW = [
  'luu-tru/2022/index.html',
  'dang/luu-tru/2022/index.html',
  'dang/nong-dan/luu-tru/2022/index.html',
  'the/dai-hoi/luu-tru/2022/index.html',
  'the/tham-hoi/luu-tru/2022/index.html',
];
const ARCHIVES_OF_OLD = [
  'luu-tru/2019/index.html',
  'dang/luu-tru/2019/index.html',
  'dang/nong-dan/luu-tru/2019/index.html',
];

describe('is rendered anew, and nothing else, ', () => {
  it.each<[string, MemoryFiles, readonly string[]]>([
    ['nothing, if nothing changed', {}, []],
    ['where a new text is', source(NEW, { end: 'Khác.' }), [page(NEW), ...FEEDS]],
    ['where an old text is', source(OLD, { end: 'Khác.' }), [page(OLD)]],
    [
      'where a new text and its first words are',
      source(NEW, { excerpt: 'Khác.' }),
      [page(NEW), ...FEEDS, ...HEADS, ...TAGS, ...ARCHIVES_OF_NEW, json(NEW)],
    ],
    [
      'where an old text and its first words are',
      source(OLD, { excerpt: 'Khác.' }),
      [page(OLD), ...ARCHIVES_OF_OLD, json(OLD), 'index.html', 'doc-nhieu/index.html'],
    ],
    [
      'where a new title shows',
      source(NEW, { title: 'Khác' }),
      [...pages(27, 30, 31, 32, 35, NEW, 37), ...FEEDS, ...HEADS, ...TAGS, ...ARCHIVES_OF_NEW, json(NEW)],
    ],
    [
      'where an old title shows',
      source(OLD, { title: 'Khác' }),
      [
        ...pages(0, 1, OLD, 5, 6, 7, 10, 11),
        ...ARCHIVES_OF_OLD,
        json(OLD),
        'index.html',
        'doc-nhieu/index.html',
      ],
    ],
    [
      'where a figure among the first five shows',
      source(OLD, { views: 981 }),
      [page(OLD), json(OLD), 'index.html', 'doc-nhieu/index.html'],
    ],
    [
      'where a figure among the first twenty shows',
      source(10, { views: 901 }),
      [page(10), json(10), 'doc-nhieu/index.html'],
    ],
    ['where a figure below them shows', source(25, { views: 751 }), [page(25), json(25)]],
    [
      'no picture, if an article is new',
      { 'content/hoi/moi.md': article('title: Mới\ndate: 05/05/2023') },
      [
        'hoi/moi/index.html',
        ...pages(19, 24, 29, 34, 39),
        ...['rss.xml', 'atom.xml', 'feed.json', 'hoi/rss.xml', 'hoi/atom.xml', 'hoi/feed.json'],
        ...['index.html', 'hoi/index.html', 'so-do/index.html'],
        ...['luu-tru/2022/index.html', 'luu-tru/2023/index.html'],
        ...['hoi/luu-tru/2022/index.html', 'hoi/luu-tru/2023/index.html'],
        ...[
          'api/2023-05.json',
          'api/index.json',
          'sitemap/2023-05.xml',
          'sitemap.xml',
          'sitemap/tin-moi.xml',
        ],
      ],
    ],
  ])('%s', (_, edit, expected) => {
    expect(renderedBy(edit)).toEqual([...expected].sort());
  });

  const builtIn = (name: string): string => Buffer.from(THEME.read(name)).toString();
  const override = (name: string, text = `${builtIn(name)} `): MemoryFiles => ({
    [`templates/${name}`]: text,
  });

  it.each<[string, MemoryFiles, readonly string[]]>([
    ['pages of a template', override('article.njk'), NUMBERS.map(page)],
    ['the one page of a template', override('most-read.njk'), ['doc-nhieu/index.html']],
    [
      'pages that use a partial',
      override('partials/archive-years.njk'),
      [...HEADS, 'doan/index.html', 'hoi/index.html', ...TAGS],
    ],
    ['pages that use another partial', override('partials/line.njk'), ['index.html', ...NUMBERS.map(page)]],
    ['nothing, if no page uses the partial', override('partials/moi.njk', 'Chữ'), []],
    [
      'nothing, if the partial is as the built-in one',
      override('partials/line.njk', builtIn('partials/line.njk')),
      [],
    ],
  ])('%s', (_, edit, expected) => {
    expect(renderedBy(edit)).toEqual([...expected].sort());
  });
});

it('feeds are made anew if the photo above a text, its description or its caption is another', () => {
  const withPhoto = (fields: string): MemoryFiles => {
    const [[name, text] = ['', '']] = Object.entries(source(NEW));
    return {
      'content/dang/nong-dan/a.png': PICTURE,
      'content/dang/nong-dan/b.png': PICTURE,
      [name]: String(text).replace('---\n\n', `${fields}\n---\n\n`),
    };
  };
  const photo = 'image: a.png\nimage_alt: Ảnh\nimage_caption: Chú thích';
  for (const other of [
    photo.replace('a.', 'b.'),
    photo.replace('Ảnh', 'Khác'),
    photo.replace('thích', 'ý'),
  ]) {
    const rendered = renderedBy(withPhoto(other), withPhoto(photo));
    expect(rendered.filter((path) => /\.xml$|feed\.json$/.test(path))).toEqual(FEEDS.toSorted());
  }
});

it('a picture is drawn anew if what is written on it has changed, and no other', () => {
  const drawn = (edit: MemoryFiles): readonly string[] =>
    renderedBy(edit).filter((path) => path.endsWith('.png'));
  const icons = ['icon_180.png', 'icon_192.png', 'icon_512.png', 'icon_maskable.png'];
  const sharing = ['', 'dang/', 'dang/nong-dan/', 'doan/', 'hoi/'].map((folder) => `${folder}chia_se.png`);
  expect(drawn({ 'content/doan/_index.md': section('Đoàn Thanh niên') })).toEqual(['doan/chia_se.png']);
  expect(drawn({ 'content/doan/_index.md': `${section('doan')}\nGiới thiệu.` })).toEqual([]);
  expect(drawn({ 'content/site.yaml': `${SITE_YAML}organisation: Hội\n` })).toEqual(['chia_se.png']);
  expect(drawn({ 'content/site.yaml': `${SITE_YAML}theme:\n  colour: '#0b5d3b'\n` })).toEqual(
    [...sharing, ...icons].sort(),
  );
});

it('the site of this test is as it is thought to be', () => {
  expect(FARMERS.slice(-7)).toEqual([27, 30, 31, 32, 35, NEW, 37]);
  expect(FARMERS.slice(0, 8)).toEqual([0, 1, OLD, 5, 6, 7, 10, 11]);
  expect(FARMERS.length - FARMERS.indexOf(OLD)).toBeGreaterThan(20);
});
