import { HtmlValidate } from 'html-validate/node';
import { describe, expect, it } from 'vitest';
import { article, buildInMemory, section } from '../support.ts';
import { type Spoken, spokenIn } from './spoken.ts';

/** Titles in English have a letter that Vietnamese does not have, and those in Vietnamese one that English does not. */
const SITE = {
  'content/site.yaml': [
    'title: Bản tin Hội',
    'organisation: Hội Cựu chiến binh',
    'description: Tin của Hội.',
    'base_url: https://vidu.example',
    'navigation:',
    '  - { title: Trang chủ, address: / }',
    '  - { title: News in English, address: /news/, language: en }',
    'links:',
    '  - { title: Cổng Chính phủ, url: https://chinhphu.vn }',
    'footer:',
    '  responsible: Ban Biên tập',
    '  address: Phường Long Biên',
    '  note: Ghi rõ nguồn.',
  ].join('\n'),
  'content/tin/_index.md': section('Tin tức'),
  'content/tin/mot.md': article(
    'title: Đại hội\ndate: 17/02/2020 15:47\ntags: [Đại hội, Kỷ niệm]\nviews: 1405\nalso: news',
  ),
  'content/tin/hai.md': article('title: Thăm hỏi\ndate: 18/02/2020\ntags: [Kỷ niệm]'),
  'content/news/_index.md':
    '---\ntitle: News for friends\nlanguage: en\ntranslation: ../tin\nsummary: What we do, in brief words.\n---\n\nWelcome to our news.\n',
  'content/news/first.md': article(
    'title: We welcome a new friend\ndate: 17/02/2020 09:10\nupdated: 19/02/2020\ntags: [Fellowship, Kỷ niệm]\nviews: 12345\nsource: Our own writers\nalso: tin\naliases: [/old.html]',
    'Words of a new friend.\n\n| Who | What |\n|--|--|\n| We | Work |\n\nWords[^1].\n\n[^1]: A few words.',
  ),
  'content/news/second.md': article(
    'title: Work for two\ndate: 16/02/2020\ntranslation: /tin/hai/\npinned: true\ntags: [Fellowship]',
    'Few words.',
  ),
  'content/news/clubs/_index.md': section('Clubs we know of'),
  'content/news/clubs/third.md': article('title: A walk for all\ndate: 15/02/2020', 'We walk.'),
  'content/news/clubs/cu/_index.md': '---\ntiêu đề: Tư liệu cũ\nngôn ngữ: vi\n---\n',
  'content/news/clubs/cu/tu-lieu.md': article(
    'title: Tài liệu\ndate: 14/02/2020\ntags: [Kỷ niệm]',
    'Tài liệu cũ.',
  ),
  'content/news/who-we-are.md':
    '---\ntitle: Who we are\nkind: page\ntranslation: ../gioi-thieu.md\n---\n\nWho we are, in few words.\n',
  'content/gioi-thieu.md': '---\ntitle: Giới thiệu\nkind: page\n---\n\nChúng tôi.\n',
  'content/short.md': '---\ntitle: In a few words\nkind: page\nlanguage: EN\n---\n\nFew words.\n',
};

const VIETNAMESE = /[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]/;
/** Letters that Vietnamese words do not have, but for names. */
const ENGLISH = /[fjwz]/i;
const NAMES = /PDF|Zalo|Facebook|JSON Feed|https?:\S+/g;

/** Whether a text is in another language than its page says. */
function isMistaken({ text, lang }: Spoken): boolean {
  const own = text.replace(NAMES, '');
  return (VIETNAMESE.test(own) && lang !== 'vi') || (ENGLISH.test(own) && lang !== 'en');
}

const { files, result } = buildInMemory(SITE);
const pages = [...files].filter(([name]) => name.endsWith('.html'));
const page = (name: string): string => files.get(name) ?? '';

describe('every page of a site in two languages', () => {
  it('says of every text what language it is in', () => {
    expect([result.ok, result.diagnostics]).toEqual([true, []]);
    expect(pages.length).toBeGreaterThan(25);
    const mistaken = pages.flatMap(([name, html]) =>
      spokenIn(html)
        .filter(isMistaken)
        // An attribute can only be in the language of its element: these name a tag or a section beside words of ours.
        .filter(({ text }) => !/^Lưu trữ năm \d+, /.test(text))
        .map((said) => [name, said]),
    );
    expect(mistaken).toEqual([]);
  });

  it('would be seen to leave one unsaid', () => {
    const front = page('index.html');
    expect(spokenIn(front.replaceAll(' lang="en"', '')).filter(isMistaken).length).toBeGreaterThan(8);
    const english = page('news/first/index.html');
    expect(spokenIn(english.replaceAll(' lang="vi"', '')).filter(isMistaken).length).toBeGreaterThan(5);
  });

  it('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:document'],
      rules: { 'require-sri': 'off' },
    });
    for (const [name, html] of pages) {
      const { results } = await validator.validateString(html, name);
      expect(results.flatMap(({ messages }) => messages.map(({ message }) => `${name}: ${message}`))).toEqual(
        [],
      );
    }
  });
});

describe('a section in English in a site in Vietnamese', () => {
  const isEnglish = (name: string): boolean => page(name).includes('<html lang="en">');

  it('has its own pages, and those of the sections inside, in English', () => {
    const names = pages.map(([name]) => name).filter((name) => /^(?:news|old|short)/.test(name));
    const vietnamese = names.filter((name) => !isEnglish(name));
    expect(names.length - vietnamese.length).toBeGreaterThan(8);
    // The section inside that says otherwise, and what another section lists here too.
    expect(vietnamese.every((name) => name.startsWith('news/clubs/cu/'))).toBe(true);
    expect(pages.filter(([name]) => isEnglish(name) && !names.includes(name))).toEqual([]);
    expect(page('old.html')).toContain('This page has moved');
  });

  it('has the words, dates and numbers of English', () => {
    const text = page('news/first/index.html').replace(/<[^>]+>/g, '');
    expect(text).toContain('Published 17 February 2020 | 09:10 | Views: 12,345');
    expect(text).toContain('This article was updated on 19 February 2020');
    expect(text).toContain('Source: Our own writers');
    expect(page('news/first/index.html')).toContain('aria-label="Table"');
    expect(page('news/first/index.html')).toContain('aria-label="Back to the text 1"');
    expect(page('news/first/index.html')).toContain('content="en_GB"');
    expect(page('news/luu-tru/2020/index.html')).toContain('Archive: 2020');
    expect(page('index.html')).toContain('17/02/2020');
    expect(page('doc-nhieu/index.html')).toContain('12.345 lượt xem');
  });

  it('tells machines its language', () => {
    expect(page('news/first/index.html')).toContain('"inLanguage":"en"');
    expect(page('tin/mot/index.html')).toContain('"inLanguage":"vi"');
    expect(page('news/rss.xml')).toContain('<language>en</language>');
    expect(page('news/atom.xml')).toContain('xml:lang="en"');
    expect(page('rss.xml')).toContain('<language>vi</language>');
    expect(
      [...page('sitemap/tin-moi.xml').matchAll(/<news:language>(\w+)</g)].map(([, lang]) => lang),
    ).toEqual(['vi', 'vi', 'en', 'en']);
    const month = JSON.parse(page('api/2020-02.json')) as { articles: { url: string; language?: string }[] };
    expect(month.articles.map(({ language }) => language)).toEqual([
      undefined,
      undefined,
      'en',
      'en',
      'en',
      undefined,
    ]);
  });

  it('is marked in feeds of the other language, with the words of its own', () => {
    const rss = page('rss.xml').split('<item>').slice(1);
    const foreign = rss.filter((item) => item.includes('<dc:language>en</dc:language>'));
    expect(foreign).toHaveLength(3);
    expect(foreign.every((item) => item.includes('/news/'))).toBe(true);
    expect(page('rss.xml')).toContain('Back to the text 1');
    expect(page('news/rss.xml')).toContain('<dc:language>vi</dc:language>');
    expect(page('news/clubs/rss.xml').match(/<dc:language>/g)).toHaveLength(1);
    expect(page('atom.xml').match(/<entry xml:lang="en">/g)).toHaveLength(3);
    const feed = JSON.parse(page('feed.json')) as { language: string; items: { language?: string }[] };
    expect([feed.language, feed.items.filter(({ language }) => language === 'en').length]).toEqual(['vi', 3]);
  });
});

describe('a text and its translation', () => {
  /** What a page's head says of a text's languages, and the links that readers see. */
  const linksOf = (name: string) => {
    const alternates = [...page(name).matchAll(/<link rel="alternate" hreflang="(\w+)" href="([^"]+)">/g)];
    const seen = [
      ...page(name).matchAll(
        /<p class="translation">([^<]+) <a href="([^"]+)" lang="(\w+)" hreflang="(\w+)">([^<]+)</g,
      ),
    ];
    return { alternates: alternates.map(([, ...said]) => said), seen: seen.map(([, ...said]) => said) };
  };

  it.each([
    ['an article', 'news/second/', 'tin/hai/'],
    ['a page', 'news/who-we-are/', 'gioi-thieu/'],
    ['a section', 'news/', 'tin/'],
  ])('lead to each other, whichever names the other: %s', (_, english, vietnamese) => {
    const pair = [
      ['en', `https://vidu.example/${english}`],
      ['vi', `https://vidu.example/${vietnamese}`],
    ];
    const fromEnglish = linksOf(`${english}index.html`);
    const fromVietnamese = linksOf(`${vietnamese}index.html`);
    expect(fromEnglish.alternates).toEqual(pair);
    expect(fromVietnamese.alternates).toEqual([...pair].reverse());
    expect(fromEnglish.seen).toEqual([
      ['Read in another language:', `/${vietnamese}`, 'vi', 'vi', 'Tiếng Việt'],
    ]);
    expect(fromVietnamese.seen).toEqual([['Đọc bằng ngôn ngữ khác:', `/${english}`, 'en', 'en', 'English']]);
  });

  it('are the only pages that say so', () => {
    expect(pages.filter(([, html]) => html.includes('hreflang')).length).toBe(6);
    const front = buildInMemory({
      ...SITE,
      'content/_index.md': '---\ntitle: Bản tin\ntranslation: news/who-we-are.md\n---\n',
      'content/news/who-we-are.md': SITE['content/news/who-we-are.md'].replace(
        'translation: ../gioi-thieu.md\n',
        '',
      ),
    });
    expect(front.files.get('index.html')).toContain(
      '<link rel="alternate" hreflang="en" href="https://vidu.example/news/who-we-are/">',
    );
    expect(front.files.get('index.html')).toContain('<p class="translation">');
  });

  it('carry the path of the base URL', () => {
    const { files: below } = buildInMemory(SITE, { baseUrl: 'https://vidu.example/bao' });
    const html = below.get('tin/hai/index.html') ?? '';
    expect(html).toContain('hreflang="en" href="https://vidu.example/bao/news/second/"');
    expect(html).toContain('<a href="/bao/news/second/" lang="en"');
  });
});

describe('a site without another language', () => {
  it('marks nothing', () => {
    const { files: plain } = buildInMemory({
      'content/site.yaml': SITE['content/site.yaml'].replace(', language: en', ''),
      'content/tin/_index.md': SITE['content/tin/_index.md'],
      'content/news/_index.md': section('News'),
      'content/tin/mot.md': SITE['content/tin/mot.md'],
    });
    for (const [name, html] of plain) {
      expect(html.match(/ lang="/g)?.length ?? 0, name).toBe(name.endsWith('.html') ? 1 : 0);
      expect(html, name).not.toMatch(/dc:language|hreflang/);
    }
  });
});
