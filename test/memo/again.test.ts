import { describe, expect, it } from 'vitest';
import { type BuildInput, build } from '../../src/build.ts';
import { emptyMemos, type Memos } from '../../src/memo/memos.ts';
import { memoStore } from '../../src/memo/store.ts';
import { type MemoryFiles, memoryFileSystem } from '../../src/read/memory-file-system.ts';
import { openPublication } from '../../src/write/publish.ts';
import { article, buildInput, check, SITE_YAML, section } from '../support.ts';
import { memoryDisk } from '../write/memory-disk.ts';
import { MINI_THEME } from './mini-theme.ts';

const TAGS = ['Đại hội', 'đại hội', 'Thăm hỏi'];

/** Articles of five years in two sections; the older half has tags. */
const ARTICLES: MemoryFiles = Object.fromEntries(
  Array.from({ length: 60 }, (_, index) => {
    const fields = [
      `title: Bài ${index}`,
      `date: ${String((index % 28) + 1).padStart(2, '0')}/03/${2016 + Math.floor(index / 12)}`,
      ...(index < 30 ? [`tags: [${TAGS[index % 3]}]`] : []),
    ];
    const text = `Câu đầu.\n\nXem [bài](/dang/a/bai-${((index + 7) % 60) & ~1}/) và [tệp](bai-${(index + 30) % 60}.md).`;
    return [`content/${folderOf(index)}/bai-${index}.md`, article(fields.join('\n'), text)];
  }),
);

function folderOf(index: number): string {
  return index % 2 === 0 ? 'dang/a' : 'doan';
}

const SITE: MemoryFiles = {
  'content/site.yaml': `${SITE_YAML}navigation:\n  - { title: Trang chủ, address: / }\n  - { title: Giới thiệu, address: /gioi-thieu/ }\n`,
  'content/dang/_index.md': section('Đảng'),
  'content/dang/a/_index.md': `${section('Hội A')}\nGiới thiệu.\n`,
  'content/gioi-thieu.md': '---\nkind: page\ntitle: Giới thiệu\n---\n\nChúng tôi.\n',
  'content/doan/nhap.md': article('title: Nháp\ndate: 01/01/2020\ndraft: true'),
  ...ARTICLES,
};

const draft = 'content/doan/nhap.md';
const article10 = 'content/dang/a/bai-10.md';

/** The site with words at the end of a file, or with others in place of some. */
function edited(file: string, change: (text: string) => string = (text) => `${text}\nThêm.\n`): MemoryFiles {
  return { ...SITE, [file]: change(String(SITE[file])) };
}

/** Builds of processes one after the other; whether each had to ask for all documents, and what it rendered. */
function processes() {
  const disk = memoryDisk();
  const store = memoStore(memoryDisk(), '/cache', 'memo', 'test');
  return {
    disk,
    run(files: MemoryFiles, options: Partial<BuildInput> = {}, before: (memos: Memos) => void = () => {}) {
      const clean = memoryDisk();
      const inputOn = (onto: typeof disk) =>
        buildInput({
          site: memoryFileSystem(files),
          theme: memoryFileSystem(MINI_THEME),
          publication: () => openPublication(onto, '/out', { pid: 1, startedAt: '' }, () => false),
          ...options,
        });
      const memos = store.load();
      before(memos);
      let isWhole = false;
      const open = memos.documents.open.bind(memos.documents);
      memos.documents.open = () => {
        isWhole = true;
        open();
      };
      const result = build(inputOn(disk), memos);
      const asked = isWhole;
      store.save(memos);
      const expected = build(inputOn(clean), emptyMemos());
      expect(disk.snapshot()).toEqual(clean.snapshot());
      expect([result.ok, result.diagnostics]).toEqual([expected.ok, expected.diagnostics]);
      const { articles, pages, skipped } = expected.summary;
      expect(result.summary).toMatchObject({ articles, pages, skipped });
      return { isWhole: asked, rendered: [...result.rendered].sort(), written: result.output?.written };
    },
  };
}

const page = (index: number): string => `${folderOf(index)}/bai-${index}/index.html`;

describe('where only texts have changed', () => {
  it.each<[string, string, readonly string[]]>([
    ['an old article', article10, [page(10)]],
    ['the oldest', 'content/dang/a/bai-0.md', [page(0)]],
    ['one that has related ones farther off than its neighbours', 'content/dang/a/bai-18.md', [page(18)]],
    [
      'a new article, which is in the feeds',
      'content/doan/bai-59.md',
      ['atom.xml', 'doan/atom.xml', 'doan/feed.json', 'doan/rss.xml', page(59), 'feed.json', 'rss.xml'],
    ],
    ['a page for itself', 'content/gioi-thieu.md', ['gioi-thieu/index.html']],
    ['a draft, which nobody sees', 'content/doan/nhap.md', []],
  ])('no other pages are made, and no other documents read: %s', (_, file, expected) => {
    const { run } = processes();
    expect(run(SITE).isWhole).toBe(true);
    expect(run(SITE).isWhole).toBe(false);
    const { isWhole, rendered, written } = run(edited(file));
    expect([isWhole, rendered, written?.toSorted()]).toEqual([
      false,
      expected.toSorted(),
      expected.toSorted(),
    ]);
    expect(run(edited(file))).toMatchObject({ isWhole: false, rendered: [] });
    // What was remembered of the first change is good for the next.
    expect(
      run({ ...edited(file), ...pick(edited('content/dang/a/bai-14.md'), 'content/dang/a/bai-14.md') }),
    ).toMatchObject({
      isWhole: false,
      rendered: [page(14)],
    });
    expect(run(SITE)).toMatchObject({ isWhole: false });
  });

  it('a text and its translation are made by themselves, whichever names the other', () => {
    const news = 'content/news/ten.md';
    const files = {
      ...SITE,
      'content/news/_index.md': '---\ntitle: News\nlanguage: en\n---\n',
      [news]: article('title: Ten\ndate: 01/01/2016\ntranslation: ../dang/a/bai-10.md'),
    };
    const { run } = processes();
    run(files);
    const longer = (file: string): MemoryFiles => ({
      ...files,
      [file]: `${pick(files, file)[file]}\nThêm.\n`,
    });
    expect(run(longer(article10))).toMatchObject({ isWhole: false, rendered: [page(10)] });
    run(files);
    expect(run(longer(news))).toMatchObject({
      isWhole: false,
      rendered: ['news/atom.xml', 'news/feed.json', 'news/rss.xml', 'news/ten/index.html'],
    });
    const without = String(files[news]).replace(/translation.*\n/, '');
    expect(run({ ...files, [news]: without })).toMatchObject({ isWhole: true });
  });

  it('several at once are made', () => {
    const { run } = processes();
    run(SITE);
    const changed = [10, 11, 12].map((index) => `content/${folderOf(index)}/bai-${index}.md`);
    const files = Object.assign({}, SITE, ...changed.map((file) => pick(edited(file), file)));
    expect(run(files)).toMatchObject({ isWhole: false, rendered: [page(10), page(11), page(12)].sort() });
  });

  it('a link may move within its file, as long as nothing is said of it', () => {
    const moved = (text: string) => text.replace('\n\nXem', '\n\nThêm một đoạn.\n\nXem');
    const { run } = processes();
    run(SITE);
    expect(run(edited(article10, moved)).isWhole).toBe(false);
    const dead = { ...SITE, [article10]: `${SITE[article10]}\n[mất](khong-co.md)\n` };
    expect(run(dead).isWhole).toBe(true);
    expect(run({ ...dead, [article10]: moved(dead[article10]) }).isWhole).toBe(true);
  });
});

describe('where only words by which an article is listed have changed', () => {
  it.each<[string, number]>([
    ['the newest', 59],
    ['the newest of a section that has a text of its own', 58],
    ['one of the oldest', 2],
    ['one that others have for related', 10],
  ])('the pages that show them are made, and no others: %s', (_, index) => {
    const file = `content/${folderOf(index)}/bai-${index}.md`;
    const { disk, run } = processes();
    run(SITE);
    const { isWhole, rendered } = run(edited(file, (text) => text.replace(`Bài ${index}`, 'Tên mới')));
    const showing = Object.entries(disk.snapshot('/out/.bantin')).filter(([, text]) =>
      text?.includes('Tên mới'),
    );
    expect([isWhole, rendered]).toEqual([false, showing.map(([path]) => path.slice('/out/'.length)).sort()]);
  });

  it('texts of others may have changed too', () => {
    const title = edited(article10, (text) => text.replace('Bài 10', 'Tên mới'));
    const { run } = processes();
    run(SITE);
    const { isWhole, rendered } = run({
      ...title,
      ...pick(edited('content/doan/bai-11.md'), 'content/doan/bai-11.md'),
    });
    expect([isWhole, rendered.includes(page(10)), rendered.includes(page(11))]).toEqual([false, true, true]);
  });

  it('where something is found in the file, the whole site is built', () => {
    const dead = { ...SITE, [article10]: `${SITE[article10]}\n[mất](khong-co.md)\n` };
    const { run } = processes();
    run(dead);
    expect(run({ ...dead, [article10]: dead[article10].replace('Bài 10', 'Tên mới') }).isWhole).toBe(true);
  });
});

function pick(files: MemoryFiles, file: string): MemoryFiles {
  return { [file]: files[file] ?? '' };
}

describe('the whole site is built', () => {
  it.each<[string, MemoryFiles]>([
    ['a tag changes', edited(article10, (text) => text.replace('tags: [đại hội]', 'tags: [Thăm hỏi]'))],
    ['a date changes', edited(article10, (text) => text.replace('/03/2016', '/04/2016'))],
    [
      'the title of a section changes',
      edited('content/dang/_index.md', (text) => text.replace('Đảng', 'Hội')),
    ],
    ['a link comes', edited(article10, (text) => `${text}\n[bài](bai-20.md)\n`)],
    ['a heading comes that others may link to', edited(article10, (text) => `${text}\n## Mục\n`)],
    ['something is found in the text', edited(article10, (text) => `${text}\n<script>x</script>\n`)],
    ['the text of a section changes, beside which its years stand', edited('content/dang/a/_index.md')],
    ['an article comes', { ...SITE, 'content/doan/moi.md': article('title: Mới\ndate: 01/04/2020') }],
    ['a template changes too', { ...edited(article10), 'templates/not-found.njk': 'Không có' }],
  ])('when %s', (_, files) => {
    const { run } = processes();
    run(SITE);
    expect(run(SITE).isWhole).toBe(false);
    expect(run(files).isWhole).toBe(true);
  });

  it('when a document that is remembered is not of the last whole build', () => {
    const files = { ...SITE, 'content/doan/anh.png': 'ảnh' };
    const changed = {
      ...files,
      ...pick(
        edited(draft, (text) => `${text}\n![Ảnh](anh.png)\n`),
        draft,
      ),
    };
    const { run } = processes();
    run(files);
    // As a build leaves it that was broken off after it had parsed.
    const parsed = emptyMemos();
    check(changed, {}, parsed);
    const known = parsed.documents.get('doan/nhap.md');
    if (known === undefined) throw new Error('Not parsed.');
    expect(run(changed, {}, (memos) => memos.documents.set('doan/nhap.md', known)).isWhole).toBe(true);
  });

  it('when a published file is gone', () => {
    const { disk, run } = processes();
    run(SITE);
    disk.removeFile(`/out/${page(11)}`);
    expect(run(edited(article10)).isWhole).toBe(true);
  });

  it('when the clock has passed an article', () => {
    const files = { ...SITE, 'content/doan/mai.md': article('title: Mai\ndate: 30/11/2026') };
    const { run } = processes();
    run(files);
    const now = Date.UTC(2026, 11, 2) / 1000;
    expect(run({ ...files, ...pick(edited(article10), article10) }, { now }).isWhole).toBe(true);
  });
});
