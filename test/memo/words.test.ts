import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { build } from '../../src/build.ts';
import { emptyMemos } from '../../src/memo/memos.ts';
import { memoStore } from '../../src/memo/store.ts';
import { memoryFileSystem } from '../../src/read/memory-file-system.ts';
import { openPublication } from '../../src/write/publish.ts';
import { article, buildInput, SITE_YAML, section } from '../support.ts';
import { type MemoryDisk, memoryDisk } from '../write/memory-disk.ts';
import { MINI_THEME } from './mini-theme.ts';

vi.mock('../../src/picture/draw.ts', () => import('../picture/drawn-as-text.ts'));

/** Which of the documents that pages are probably made from are not among them. */
const guess = vi.hoisted(() => ({ leavesOut: (_: number): boolean => false }));

vi.mock('../../src/memo/listings.ts', async (original) => {
  const { documentsListedWith } = await original<typeof import('../../src/memo/listings.ts')>();
  return {
    documentsListedWith(...args: Parameters<typeof documentsListedWith>) {
      const found = documentsListedWith(...args);
      return found && { ...found, documents: guessed(found.documents) };
    },
  };
});

vi.mock('../../src/memo/places.ts', async (original) => {
  const places = await original<typeof import('../../src/memo/places.ts')>();
  const documentsAround = (...args: Parameters<typeof places.documentsAround>): ReadonlySet<number> =>
    guessed(places.documentsAround(...args));
  return { ...places, documentsAround };
});

function guessed(documents: ReadonlySet<number>): ReadonlySet<number> {
  return new Set([...documents].filter((each) => !guess.leavesOut(each)));
}

type Files = Readonly<Record<string, string>>;

const ARTICLES = 420;
const FOLDERS = ['dang', 'dang/a', 'dang/a/chi-hoi', 'dang/b', 'doan'];
const TAGS = ['Đại hội', 'đại hội', 'Thăm hỏi', 'Tập huấn', 'Thi đua', 'Quỹ', 'Hội thao'];

/**
 * More in a month, and on a day, than an archive has on one page, and years of few; some are joint, pinned, read much or have
 * a tag in common with three others in their section, which may lie far off.
 */
function articleAt(index: number): [file: string, text: string] {
  const folder = FOLDERS[(index * 7) % FOLDERS.length] ?? '';
  const isDense = index % 3 > 0;
  const day = isDense ? (index % 4) + 1 : (index % 28) + 1;
  const year = isDense ? 2020 : 2015 + (index % 6);
  const fields = [
    `title: Bài ${index}`,
    `date: ${String(day).padStart(2, '0')}/0${isDense ? 3 : (index % 9) + 1}/${year}`,
    ...(index % 4 === 0 ? [`tags: [Loạt ${index % 100}]`] : []),
    ...(index % 4 === 2 ? [`tags: [${TAGS[index % 7]}, ${TAGS[(index + 3) % 7]}]`] : []),
    ...(index % 29 === 0 ? ['also: doan'] : []),
    ...(index % 83 === 0 ? ['pinned: true'] : []),
    ...(index % 5 === 0 ? [`views: ${(index * 37) % 400}`] : []),
    ...(index % 31 === 0 ? [`aliases: [/cu/${index}.aspx]`] : []),
    ...(index % 41 === 0 ? ['language: en'] : []),
  ];
  const other = (index * 13) % ARTICLES;
  return [
    fileOf(index, folder),
    article(fields.join('\n'), `Câu đầu ${index}.\n\nXem [bài](/${fileOf(other).slice(8, -3)}/).`),
  ];
}

function fileOf(index: number, folder = FOLDERS[(index * 7) % FOLDERS.length] ?? ''): string {
  return `content/${folder}/bai-${index}.md`;
}

const SITE: Files = {
  'content/site.yaml': SITE_YAML,
  ...Object.fromEntries(FOLDERS.map((folder) => [`content/${folder}/_index.md`, section(`Mục ${folder}`)])),
  ...Object.fromEntries(Array.from({ length: ARTICLES }, (_, index) => articleAt(index))),
};

const { templates } = emptyMemos();

function buildOnto(disk: MemoryDisk, files: Files, memos = { ...emptyMemos(), templates }) {
  const input = buildInput({
    site: memoryFileSystem(files),
    theme: memoryFileSystem(MINI_THEME),
    publication: () => openPublication(disk, '/out', { pid: 1, startedAt: '' }, () => false),
  });
  return build(input, memos);
}

/** What a first build leaves: its output, and what it remembers. */
function published(files: Files) {
  const [output, cache] = [memoryDisk(), memoryDisk()];
  const memos = { ...emptyMemos(), templates };
  buildOnto(output, files, memos);
  memoStore(cache, '/cache', 'memo', 'test').save(memos);
  return { output, cache };
}

/** Another process builds what became of a site, and then the same once more; whether it had to look at all documents. */
function buildAfter({ output, cache }: ReturnType<typeof published>, files: Files): boolean {
  const disk = output.copy();
  const store = memoStore(cache.copy(), '/cache', 'memo', 'test');
  const memos = { ...store.load(), templates };
  let isWhole = false;
  const open = memos.documents.open.bind(memos.documents);
  memos.documents.open = () => {
    isWhole = true;
    open();
  };
  const result = buildOnto(disk, files, memos);
  const madeWhole = isWhole;
  store.save(memos);
  const clean = memoryDisk();
  const expected = buildOnto(clean, files);
  expect(differences(disk, clean)).toEqual([]);
  expect([result.ok, result.diagnostics]).toEqual([expected.ok, expected.diagnostics]);
  // What is remembered now is as good as what was.
  expect(buildOnto(disk, files, { ...store.load(), templates }).output?.written).toEqual([]);
  return madeWhole;
}

const first = published(SITE);

interface WordsEdit {
  readonly index: number;
  readonly does: 'title' | 'summary' | 'first words' | 'author' | 'text';
}

const anyWords: fc.Arbitrary<WordsEdit> = fc.record({
  index: fc.nat({ max: ARTICLES - 1 }),
  does: fc.constantFrom('title', 'title', 'summary', 'first words', 'author', 'text'),
});

function edit(files: Files, { index, does }: WordsEdit): Files {
  const file = fileOf(index);
  const text = files[file] ?? '';
  const changed = {
    title: () => text.replace(/^title: .*$/m, (line) => `${line} sửa`),
    summary: () => text.replace(/^date:/m, 'summary: Lời dẫn khác\ndate:'),
    'first words': () => text.replace('Câu đầu', 'Câu khác'),
    author: () => text.replace(/^date:/m, 'author: Ban biên tập\ndate:'),
    text: () => `${text}\nThêm.\n`,
  };
  return { ...files, [file]: changed[does]() };
}

const someEdits = fc.uniqueArray(anyWords, { minLength: 1, maxLength: 3, selector: ({ index }) => index });

describe('where only words and texts of articles have changed', () => {
  beforeEach(() => {
    guess.leavesOut = () => false;
  });

  it('the site is what a build from nothing makes, and hardly ever are all documents looked at', () => {
    let whole = 0;
    const count = (edits: readonly WordsEdit[]): void => {
      if (buildAfter(first, edits.reduce(edit, SITE))) whole += 1;
    };
    fc.assert(fc.property(someEdits, count), { numRuns: 20 });
    expect(whole).toBeLessThan(5);
  });

  it.each([
    ['the newest', () => newest(({ date }) => date)],
    ['the oldest', () => newest(({ date }) => -date)],
    ['the most read', () => newest(({ views }) => views)],
    ['a pinned one', () => 83],
    ['a joint one', () => 29],
    ['one that has an old address', () => 31],
    ['one in another language', () => 41],
  ])('no other documents are looked at: %s', (_, index) => {
    expect(buildAfter(first, edit(SITE, { index: index(), does: 'title' }))).toBe(false);
  });

  it('the site is that too if other documents are guessed than pages are made from', () => {
    let whole = 0;
    const anyGuess = fc.tuple(someEdits, fc.integer({ min: 2, max: 30 }), fc.nat());
    const play = ([edits, share, rest]: [readonly WordsEdit[], number, number]): void => {
      guess.leavesOut = (number) => number % share === rest % share;
      if (buildAfter(first, edits.reduce(edit, SITE))) whole += 1;
    };
    fc.assert(fc.property(anyGuess, play), { numRuns: 20 });
    expect(whole).toBeGreaterThan(10);
  });

  it('a page of other articles than in the whole site is not taken for one that has not changed', () => {
    // The newest has one article in common with one of the hundred after it, and more with those after these.
    const tagged = (index: number): string =>
      index === 0 || index > 101 ? 'tags: [Một, Hai]' : index === 50 ? 'tags: [Một]' : '';
    const files = Object.fromEntries([
      ['content/site.yaml', SITE_YAML],
      ['content/dang/_index.md', section('Đảng')],
      ...Array.from({ length: 112 }, (_, index) => {
        const date = new Date(Date.UTC(2020, 5, 30 - index)).toISOString().slice(0, 10).split('-').reverse();
        const fields = `title: Bài ${index}\ndate: ${date.join('/')}\n${tagged(index)}`.trimEnd();
        return [`content/dang/bai-${index}.md`, article(fields)];
      }),
    ]) as Files;
    const changed = {
      ...files,
      'content/dang/bai-50.md': article('title: Sửa\ndate: 11/05/2020\ntags: [Một]'),
    };
    const before = published(files);
    expect(buildAfter(before, changed)).toBe(false);
    // Files are read in the order of their names: these are those of April, beyond the pages that list it.
    const sources = Object.keys(files)
      .filter((file) => file.endsWith('.md'))
      .sort();
    guess.leavesOut = (number) => /bai-(?:6[2-9]|7\d)\.md$/.test(sources[number] ?? '');
    expect(buildAfter(before, changed)).toBe(true);
  });
});

/** The article of which `figureOf` is the highest. */
function newest(figureOf: (article: { date: number; views: number }) => number): number {
  const figures = Array.from({ length: ARTICLES }, (_, index) => {
    const [, text] = articleAt(index);
    const [, day, month, year] = /date: (\d\d)\/(\d\d)\/(\d{4})/.exec(text) ?? [];
    return figureOf({
      date: Number(`${year}${month}${day}`),
      views: Number(/views: (\d+)/.exec(text)?.[1] ?? 0),
    });
  });
  return figures.indexOf(Math.max(...figures));
}

function differences(found: MemoryDisk, expected: MemoryDisk): string[] {
  const [a, b] = [found.snapshot(), expected.snapshot()];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((path) => a[path] !== b[path]);
}
