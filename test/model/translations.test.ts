import { describe, expect, it } from 'vitest';
import type { Site } from '../../src/model/site.ts';
import { article, index, SETTINGS, site } from './site-of-files.ts';

const SITE = {
  'tin/_index.md': index('Tin'),
  'tin/2020/2020-02-17-dai-hoi.md': article('Đại hội', '17/02/2020', 'aliases: [/cu.html]'),
  'tin/tham-hoi/index.md': article('Thăm hỏi', '18/02/2020'),
  'news/_index.md': index('News', 'language: en'),
  'news/clubs/_index.md': index('Clubs'),
  'news/clubs/congress.md': article('Congress', '17/02/2020'),
  'gioi-thieu.md': '---\ntitle: Giới thiệu\nkind: page\n---\n',
  'about.md': '---\ntitle: About\nkind: page\nlanguage: en\n---\n',
};

/** The pairs of a site, by addresses and from both sides, as the pages that show them know them. */
function pairsIn({ articles, pages, sections }: Site): string[] {
  return [...articles, ...pages, ...sections.flatMap(({ entry }) => entry ?? [])]
    .flatMap(({ address, translations }) =>
      translations.map((other) => `${address} ${other.language} ${other.address}`),
    )
    .sort();
}

/** The site with a field in one of its files. */
function withField(path: keyof typeof SITE, field: string): Readonly<Record<string, string>> {
  return { ...SITE, [path]: SITE[path].replace('---\n', `---\n${field}\n`) };
}

describe('languages', () => {
  it('are those of the nearest section that says one', () => {
    const { site: built } = site({ ...SITE, 'news/clubs/cu/_index.md': index('Cũ', 'ngôn ngữ: vi') });
    expect(built.sections.map(({ address, language }) => [address, language])).toEqual([
      ['/', 'vi'],
      ['/news/', 'en'],
      ['/news/clubs/', 'en'],
      ['/news/clubs/cu/', 'vi'],
      ['/tin/', 'vi'],
    ]);
    expect([...built.articles, ...built.pages].map(({ address, language }) => [address, language])).toEqual([
      ['/tin/tham-hoi/', 'vi'],
      ['/news/clubs/congress/', 'en'],
      ['/tin/dai-hoi/', 'vi'],
      ['/gioi-thieu/', 'vi'],
      ['/about/', 'en'],
    ]);
  });

  it('are the site’s where nobody says one', () => {
    const { site: built } = site(SITE, { settings: { ...SETTINGS, language: 'en' } });
    expect(built.sections.map(({ language }) => language)).toEqual(['en', 'en', 'en', 'en']);
  });

  it('of tags are those of the articles that they are spelt as in', () => {
    const { site: built } = site({
      'tin/_index.md': index('Tin'),
      'tin/a.md': article('A', '01/03/2020', 'tags: [Sports, Đại hội]'),
      'news/_index.md': index('News', 'language: en'),
      'news/b.md': article('B', '01/02/2020', 'tags: [Sports]'),
    });
    expect(built.tags.map(({ title, language }) => [title, language])).toEqual([
      ['Đại hội', 'vi'],
      ['Sports', 'en'],
    ]);
  });
});

describe('a translation', () => {
  const CONGRESS = ['/news/clubs/congress/ vi /tin/dai-hoi/', '/tin/dai-hoi/ en /news/clubs/congress/'];

  it.each([
    ['a file', '../../tin/2020/2020-02-17-dai-hoi.md'],
    ['a file without its ending', '../../tin/2020/2020-02-17-dai-hoi'],
    ['an address', '/tin/dai-hoi/'],
    ['a full address', 'https://vidu.example/tin/dai-hoi/'],
    ['an old address', '/cu.html'],
    ['a list of one', '[../../tin/2020/2020-02-17-dai-hoi.md]'],
  ])('is found as links are, and shows on both: %s', (_, target) => {
    const { site: built, codes } = site(withField('news/clubs/congress.md', `translation: ${target}`));
    expect([pairsIn(built), codes]).toEqual([CONGRESS, []]);
  });

  it('may be named by either, or by both', () => {
    const english = withField('news/clubs/congress.md', 'translation: /tin/dai-hoi/');
    const path = 'tin/2020/2020-02-17-dai-hoi.md';
    const vietnamese = withField(path, 'bản dịch: ../../news/clubs/congress.md');
    expect(pairsIn(site(vietnamese).site)).toEqual(CONGRESS);
    const both = site({ ...english, [path]: vietnamese[path] ?? '' });
    expect([pairsIn(both.site), both.codes]).toEqual([CONGRESS, []]);
  });

  it.each([
    [
      'a folder of an article',
      'news/clubs/congress.md',
      '../../tin/tham-hoi',
      '/news/clubs/congress/ vi /tin/tham-hoi/',
    ],
    ['a section', 'news/_index.md', '../tin', '/news/ vi /tin/'],
    ['a page', 'about.md', 'gioi-thieu.md', '/about/ vi /gioi-thieu/'],
  ] as const)('may be %s', (_, path, target, pair) => {
    const { site: built, codes } = site(withField(path, `translation: ${target}`));
    expect(pairsIn(built)).toContain(pair);
    expect([pairsIn(built).length, codes]).toEqual([2, []]);
  });

  it.each(['mat.md', '/tin/mat/', '/tin/luu-tru/2020/', '/doc-nhieu/', 'https://khac.example/', '#muc'])(
    'that is no document of the site is told of and left out: %s',
    (target) => {
      const { site: built, diagnostics } = site(withField('about.md', `translation: "${target}"`));
      expect(pairsIn(built)).toEqual([]);
      expect(diagnostics).toMatchObject([
        { code: 'translation-dead', params: { target }, place: { path: 'content/about.md', line: 2 } },
      ]);
    },
  );

  it('that nobody is shown is none yet', () => {
    const files = {
      ...withField('about.md', 'translation: gioi-thieu.md'),
      'gioi-thieu.md': SITE['gioi-thieu.md'].replace('kind', 'draft: true\nkind'),
    };
    expect(site(files).codes).toEqual(['translation-dead']);
    expect(pairsIn(site(files, { drafts: true }).site)).toHaveLength(2);
  });

  it('in the same language is told of and left out', () => {
    const { site: built, codes } = site(withField('tin/tham-hoi/index.md', 'translation: /tin/dai-hoi/'));
    expect([pairsIn(built), codes]).toEqual([[], ['translation-same']]);
    expect(site(withField('about.md', 'translation: about.md')).codes).toEqual(['translation-same']);
  });

  it('is one a language: of two the first stands, by the paths of the files that name them', () => {
    const files = {
      ...withField('news/clubs/congress.md', 'translation: [/tin/dai-hoi/, /tin/tham-hoi/]'),
      'news/another.md': article('Another', '01/01/2020', 'translation: /tin/tham-hoi/'),
      'news/last.md': article('Last', '01/01/2020', 'translation: /tin/tham-hoi/'),
    };
    const expected = [
      ...CONGRESS,
      '/news/another/ vi /tin/tham-hoi/',
      '/tin/tham-hoi/ en /news/another/',
    ].sort();
    for (const order of [Object.entries(files), Object.entries(files).reverse()]) {
      const { site: built, diagnostics } = site(Object.fromEntries(order));
      expect(pairsIn(built)).toEqual(expected);
      expect(diagnostics.map(({ code, params, place }) => [code, place.path, params])).toEqual([
        [
          'translation-twice',
          'content/news/clubs/congress.md',
          { target: '/tin/tham-hoi/', other: 'content/tin/2020/2020-02-17-dai-hoi.md' },
        ],
        [
          'translation-twice',
          'content/news/last.md',
          { target: '/tin/tham-hoi/', other: 'content/news/another.md' },
        ],
      ]);
    }
  });
});
