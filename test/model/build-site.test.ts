import { describe, expect, it } from 'vitest';
import { wholeFile } from '../../src/base/diagnostic.ts';
import { composeBody } from '../../src/model/body.ts';
import type { SiteInput } from '../../src/model/build-site.ts';
import { wordsOf } from '../../src/plan/words/format.ts';
import { article, index, media, SETTINGS, site } from './site-of-files.ts';

const SECTIONS = {
  'dang/_index.md': index('Đảng'),
  'dang/b/_index.md': index('Hội Nông dân', 'order: 2'),
  'dang/a/_index.md': index('Hội Cựu chiến binh', 'order: 7'),
};

/** The HTML of one article's text as its page shows it. */
function html(built: ReturnType<typeof site>, address: string): string {
  const found = built.site.articles.find((each) => each.address === address);
  const body = built.bodies.get(found?.document.path ?? '');
  if (!found || !body) throw new Error(`no article at ${address}`);
  return composeBody(body, found.document.outline.references, found.resolutions, wordsOf('vi').body);
}

describe('sections', () => {
  it('are folders, ordered by `order`, digits-only folders left out of addresses', () => {
    const { site: built, codes } = site({
      ...SECTIONS,
      'dang/a/2020/03/2020-03-01-tin.md': article('Tin', '01/03/2020'),
    });
    expect(built.sections.map((section) => [section.address, section.title])).toEqual([
      ['/', 'Bản tin'],
      ['/dang/', 'Đảng'],
      ['/dang/b/', 'Hội Nông dân'],
      ['/dang/a/', 'Hội Cựu chiến binh'],
    ]);
    expect(built.articles.map((each) => each.address)).toEqual(['/dang/a/tin/']);
    expect(codes).toEqual([]);
  });

  it('hold the articles of the sections inside, and those that name them', () => {
    const names = ['dang/b', '/dang/b/', 'Hội Nông dân', 'b'];
    for (const name of names) {
      const { site: built } = site({
        ...SECTIONS,
        'dang/a/tin.md': article('Tin', '01/03/2020', `also: [${name}]`),
      });
      expect(built.sections.map((section) => section.articles.length)).toEqual([1, 1, 1, 1]);
      expect(built.articles[0]?.address).toBe('/dang/a/tin/');
    }
  });

  it('have one _index.md: of two the nearer to the top stands, whatever the order of reading', () => {
    const [own, year] = [
      ['tin/_index.md', index('Tin')] as const,
      ['tin/2020/_index.md', index('Năm')] as const,
    ];
    for (const files of [Object.fromEntries([own, year]), Object.fromEntries([year, own])]) {
      const { site: built, diagnostics } = site(files);
      expect(built.sections.map(({ title, entry }) => [title, entry?.document.path])).toEqual([
        ['Bản tin', undefined],
        ['Tin', 'tin/_index.md'],
      ]);
      expect(diagnostics.map(({ code, place, params }) => [code, place.path, params])).toEqual([
        ['section-twice', 'content/tin/2020/_index.md', { other: 'content/tin/_index.md' }],
      ]);
    }
  });

  it('without a title are told what is the matter with their _index.md', () => {
    const found = site({
      'a/bai.md': article('Bài', '01/03/2020'),
      'b/_index.md': index('Nháp', 'draft: true'),
      'b/bai.md': article('Bài', '01/03/2020'),
      'c/_index.md': index(''),
      'd/_index.md': index('Nháp', 'draft: true'),
      'd/bai.md': article('Bài', '01/03/2020', 'draft: true'),
    });
    expect(found.diagnostics.map(({ code, place, params }) => [code, place.path, params])).toEqual([
      ['section-untitled', 'content/a', { title: 'a', index: 'missing' }],
      ['section-untitled', 'content/b/_index.md', { title: 'b', index: 'draft' }],
      ['section-untitled', 'content/c/_index.md', { title: 'c', index: 'untitled' }],
    ]);
  });

  it('may not have a name of our own, at the root or anywhere', () => {
    expect(site({ 'the/_index.md': index('Thể thao') }).codes).toEqual(['slug-reserved']);
    expect(site({ 'dang/_index.md': index('Đảng'), 'dang/the/_index.md': index('Thể thao') }).codes).toEqual(
      [],
    );
    expect(site({ 'dang/_index.md': index('Đảng'), 'dang/luu-tru/_index.md': index('Kho') }).codes).toEqual([
      'slug-reserved',
    ]);
  });

  it('are told to rename their folders, for nothing else gives their addresses', () => {
    const { diagnostics } = site({ 'the/_index.md': index('Thể thao'), '！/_index.md': index('Chú ý') });
    expect(diagnostics.map(({ code, params }) => [code, params]).sort()).toEqual([
      ['slug-empty', { isFolder: true }],
      ['slug-reserved', { value: 'the', isFolder: true }],
    ]);
  });
});

describe('articles', () => {
  it('stand newest first; of one moment by path', () => {
    const files = {
      'b.md': article('B', '01/03/2020'),
      'a.md': article('A', '01/03/2020 00:00'),
      'c.md': article('C', '02/03/2020'),
      'd.md': article('D', '01/03/2020 08:00'),
    };
    expect(site(files).site.articles.map((each) => each.document.path)).toEqual([
      'c.md',
      'd.md',
      'a.md',
      'b.md',
    ]);
  });

  it('are left out and counted as drafts or still to come', () => {
    const files = {
      'a.md': article('A', '01/03/2020', 'draft: true'),
      'b.md': article('B', '01/03/2099'),
      'c.md': article('C', '01/03/2020'),
    };
    const counts = (options: Partial<SiteInput>) => {
      const { site: built } = site(files, options);
      return [built.articles.length, built.skipped];
    };
    expect(counts({ empty: 2 })).toEqual([1, 4]);
    expect(counts({ drafts: true })).toEqual([2, 1]);
    expect(counts({ drafts: true, future: true })).toEqual([3, 0]);
  });

  it('share a tag by its slug, spelt as in the oldest', () => {
    const files = {
      'a.md': article('A', '01/03/2021', 'tags: [ĐẠI HỘI, Tết]'),
      'b.md': article('B', '01/03/2020', 'tags: [Đại hội]'),
    };
    expect(
      site(files).site.tags.map(({ title, address, articles }) => [title, address, articles.length]),
    ).toEqual([
      ['Đại hội', '/the/dai-hoi/', 2],
      ['Tết', '/the/tet/', 1],
    ]);
  });
});

describe('links', () => {
  const TARGETS = {
    ...SECTIONS,
    'dang/a/2020/2020-02-17-goc.md': article(
      'Gốc',
      '17/02/2020',
      'aliases: [/cu/1.html, /Tệp cũ.html, /?id=3]\ntags: [Tết]',
      '## Mục một',
    ),
    'dang/b/xa/index.md': article('Xa', '17/02/2021'),
  };
  const lead = (target: string) => {
    const built = site({ ...TARGETS, 'dang/b/tin.md': article('Tin', '01/03/2022', '', `[chữ](${target})`) });
    return [html(built, '/dang/b/tin/').trim(), built.codes] as const;
  };

  /** Of a text beside others with files, two of which lead to each other's. */
  const leadToFile = (target: string) => {
    const files = {
      'tin/_index.md': index('Tin'),
      'tin/a.md': article(
        'A',
        '02/01/2020',
        'attachments: Kế hoạch.pdf\nimage: Ảnh.jpg\nimage_alt: Ảnh',
        '[c](/tin/c/bieu-mau.doc)',
      ),
      'tin/c.md': article('C', '03/01/2020', '', '[a](/tin/a/ke-hoach.pdf) [mẫu](<Biểu mẫu.doc>)'),
      'tin/nhap.md': article('Nháp', '04/01/2020', 'draft: true\nattachments: nhap.pdf'),
      'lien-he.md': article('Liên hệ', '', 'kind: page', '![Sơ đồ](so-do.png)'),
      'tin/b.md': article('B', '05/01/2020', '', `[chữ](${target})`),
    };
    const names = ['tin/Kế hoạch.pdf', 'tin/Ảnh.jpg', 'tin/Biểu mẫu.doc', 'tin/nhap.pdf', 'so-do.png'];
    const built = site(files, { media: names.map(media) });
    return [html(built, '/tin/b/').trim(), built.codes] as const;
  };

  it.each([
    ['../a/2020/2020-02-17-goc.md', '/dang/a/goc/'],
    ['../A/2020/2020-02-17-GOC.md', '/dang/a/goc/'],
    ['../a/2020/2020-02-17-goc', '/dang/a/goc/'],
    ['../a/2020/2020-02-17-goc.md#muc-mot', '/dang/a/goc/#muc-mot'],
    ['xa/index.md', '/dang/b/xa/'],
    ['xa/', '/dang/b/xa/'],
    ['../a/', '/dang/a/'],
    ['/dang/a/goc/', '/dang/a/goc/'],
    ['/dang/a/goc', '/dang/a/goc/'],
    ['/dang/a/', '/dang/a/'],
    ['/', '/'],
    ['/cu/1.html', '/dang/a/goc/'],
    ['</Tệp cũ.html>', '/dang/a/goc/'],
    ['/T%E1%BB%87p%20c%C5%A9.html', '/dang/a/goc/'],
    ['/the/tet/', '/the/tet/'],
    ['/dang/luu-tru/2020/', '/dang/luu-tru/2020/'],
    ['/doc-nhieu/', '/doc-nhieu/'],
    ['/rss.xml', '/rss.xml'],
    ['https://vidu.example/dang/a/goc/', '/dang/a/goc/'],
  ])('%s lead to %s', (target, href) => {
    expect(lead(target)).toEqual([`<p><a href="${href}">chữ</a></p>`, []]);
  });

  it.each([
    'mat.md',
    '/dang/mat/',
    '/dang/luu-tru/1999/',
    '../../../../etc/passwd',
    'https://vidu.example/mat/',
  ])('%s leads nowhere: its words stay', (target) => {
    expect(lead(target)).toEqual(['<p>chữ</p>', ['link-dead']]);
  });

  it('to a place that is not there lead to the page', () => {
    expect(lead('xa/index.md#mat')).toEqual(['<p><a href="/dang/b/xa/">chữ</a></p>', ['anchor-dead']]);
  });

  it.each([
    ['/tin/a/ke-hoach.pdf', '/tin/a/ke-hoach.pdf'],
    ['https://vidu.example/tin/a/ke-hoach.pdf?tai', '/tin/a/ke-hoach.pdf?tai'],
    ['/tin/a/anh.jpg', '/tin/a/anh.jpg'],
    ['/lien-he/so-do.png', '/lien-he/so-do.png'],
    ['/tin/c/bieu-mau.doc', '/tin/c/bieu-mau.doc'],
    ['/tin/chia_se.png', '/tin/chia_se.png'],
    ['/chia_se.png', '/chia_se.png'],
    ['/api/2020-01.json', '/api/2020-01.json'],
    ['/sitemap/2020-01.xml', '/sitemap/2020-01.xml'],
    ['/sitemap/trang.xml', '/sitemap/trang.xml'],
  ])('%s leads to a file that is published there', (target, href) => {
    expect(leadToFile(target)).toEqual([`<p><a href="${href}">chữ</a></p>`, []]);
  });

  it.each([
    '/tin/a/khong-co.pdf',
    '/tin/nhap/nhap.pdf',
    '/tin/ke-hoach.pdf/',
    '/api/2020-02.json',
    '/sitemap/1999-01.xml',
    '/tin/a/chia_se.png',
  ])('%s leads to no file: nothing is published there', (target) => {
    expect(leadToFile(target)).toEqual(['<p>chữ</p>', ['link-dead']]);
  });

  it.each([
    ['#nix', '#', ['anchor-dead']],
    ['#', '#', []],
    ['?x=1', '/dang/b/tin/?x=1', []],
    ['?x=1#nix', '/dang/b/tin/?x=1', ['anchor-dead']],
  ])('%s leads to its own page', (target, href, codes) => {
    expect(lead(target)).toEqual([`<p><a href="${href}">chữ</a></p>`, codes]);
  });

  it('carry the path of the base URL', () => {
    const files = {
      ...TARGETS,
      'dang/b/tin.md': article('Tin', '01/03/2022', '', '[chữ](/dang/a/) [chữ](/tin-tuc/dang/a/)'),
    };
    const built = site(files, { settings: { ...SETTINGS, basePath: '/tin-tuc' } });
    expect(html(built, '/dang/b/tin/')).toBe(
      '<p><a href="/tin-tuc/dang/a/">chữ</a> <a href="/tin-tuc/dang/a/">chữ</a></p>\n',
    );
  });
});

describe('a base URL with a letter that is not ASCII', () => {
  const settings = { ...SETTINGS, basePath: '/tin-t%E1%BB%A9c' };
  it.each(['b.md', '/tin/b/', '/tin-tức/tin/b/', 'https://vidu.example/tin-tức/tin/b/'])(
    'is not encoded twice where %s leads',
    (target) => {
      const files = {
        'tin/_index.md': index('Tin'),
        'tin/b.md': article('B', '01/03/2020'),
        'tin/a.md': article('A', '01/03/2021', '', `[chữ](${target})`),
      };
      const built = site(files, { settings });
      expect([html(built, '/tin/a/'), built.codes]).toEqual([
        '<p><a href="/tin-t%E1%BB%A9c/tin/b/">chữ</a></p>\n',
        [],
      ]);
    },
  );
});

describe('the navigation', () => {
  const place = wholeFile('content/site.yaml');
  const led = (address: string, basePath = '') => {
    const settings: SiteInput['settings'] = {
      ...SETTINGS,
      basePath,
      navigation: [{ title: 'Mục', address, language: 'vi', place }],
    };
    const files = {
      'dang/_index.md': index('Đảng', 'aliases: [/chi-bo/]'),
      'gioi-thieu.md': article('Giới thiệu', '', 'kind: page\nattachments: Quy chế.pdf', '## Mục một'),
    };
    const built = site(files, {
      settings,
      media: [media('Quy chế.pdf')],
      publicFiles: [media('_public/Lịch #1.pdf')],
    });
    const [entry] = built.site.settings.navigation;
    return [entry && entry.address + (entry.suffix ?? ''), ...built.codes];
  };

  it.each([
    ['gioi-thieu.md', '/gioi-thieu/'],
    ['/gioi-thieu.md', '/gioi-thieu/'],
    ['/gioi-thieu/#muc-mot', '/gioi-thieu/#muc-mot'],
    ['https://vidu.example/gioi-thieu/', '/gioi-thieu/'],
    ['/dang', '/dang/'],
    ['/chi-bo/', '/dang/'],
    ['/Lịch %231.pdf', '/Lịch #1.pdf'],
    ['/Lịch #1.pdf', '/Lịch #1.pdf'],
    ['/gioi-thieu/quy-che.pdf', '/gioi-thieu/quy-che.pdf'],
    ['/dang/chia_se.png', '/dang/chia_se.png'],
    ['https://khac.example', 'https://khac.example'],
    ['//khac.example/a', 'https://khac.example/a'],
  ])('leads from %s to %s', (written, address) => {
    expect(led(written)).toEqual([address]);
  });

  it.each([
    ['/tin-tuc/dang/', '/dang/'],
    ['/dang/', '/dang/'],
    ['/tin-tuc/Lịch %231.pdf', '/Lịch #1.pdf'],
  ])('leads from %s to %s below the path of the base URL', (written, address) => {
    expect(led(written, '/tin-tuc')).toEqual([address]);
  });

  it.each(['mat.md', '/mat/', 'javascript:alert(1)'])('leaves out %s, and says so', (written) => {
    expect(led(written)).toEqual([undefined, 'link-dead']);
  });
});

describe('pictures and attachments', () => {
  const shows = (body: string, files: readonly string[], more = '') => {
    const built = site(
      { 'tin/index.md': article('Tin', '01/03/2020', more, body) },
      { media: files.map(media) },
    );
    return { built, text: html(built, '/tin/').trim(), codes: built.codes };
  };

  it('are found whatever the case, and published under a safe name', () => {
    const { text, built, codes } = shows('![x](Ảnh hội nghị (1).jpg)', ['tin/Ảnh Hội nghị (1).JPG']);
    expect(text).toContain('<img src="/tin/anh-hoi-nghi-1.jpg" alt="x" width="4" height="3"');
    expect(built.site.articles[0]?.files.map((file) => file.address)).toEqual(['/tin/anh-hoi-nghi-1.jpg']);
    expect(codes).toEqual([]);
  });

  it('of _public have addresses without a blank or a sign that means something else', () => {
    const built = site(
      { 'tin.md': article('Tin', '01/03/2020', '', '[tải](</cv #12.pdf>) ![x](</Ảnh 1.gif>)') },
      { publicFiles: [media('_public/cv #12.pdf'), media('_public/Ảnh 1.gif')] },
    );
    expect(built.codes).toEqual([]);
    expect(html(built, '/tin/')).toContain('href="/cv%20%2312.pdf"');
    expect(html(built, '/tin/')).toContain('src="/%E1%BA%A2nh%201.gif"');
    const escaped = site(
      { 'tin.md': article('Tin', '01/03/2020', '', '[tải](/cv%20%2312.pdf)') },
      { publicFiles: [media('_public/cv #12.pdf')] },
    );
    expect(html(escaped, '/tin/')).toContain('href="/cv%20%2312.pdf"');
  });

  it.each([
    ['[chữ](Biểu mẫu #2.pdf)', 'href="/tin/bieu-mau-2.pdf"'],
    ['[chữ](#2 Mẫu.pdf)', 'href="/tin/2-mau.pdf"'],
    ['[chữ](Có gì mới?.pdf)', 'href="/tin/co-gi-moi.pdf"'],
    ['![chữ](Ảnh #1.jpg)', 'src="/tin/anh-1.jpg"'],
    ['[chữ](Ảnh.jpg#x)', 'href="/tin/anh.jpg"'],
  ])('may have a sign in their names that means something in an address: %s', (body, expected) => {
    const files = ['Biểu mẫu #2.pdf', '#2 Mẫu.pdf', 'Có gì mới?.pdf', 'Ảnh #1.jpg', 'Ảnh.jpg'];
    const { text, codes } = shows(
      body,
      files.map((file) => `tin/${file}`),
    );
    expect(text).toContain(expected);
    expect(codes.filter((code) => code !== 'file-unused')).toEqual([]);
  });

  it('with such a sign are suggested whole', () => {
    const { built } = shows('![chữ](Ảnh #1.jpeg)', ['tin/Ảnh #1.jpg']);
    expect(built.diagnostics[0]?.params).toEqual({ image: 'Ảnh #1.jpeg', meant: 'Ảnh #1.jpg' });
  });

  it('get a number where two safe names are one', () => {
    const { built } = shows('![x](a b.jpg) ![y](a-b.jpg)', ['tin/a b.jpg', 'tin/a-b.jpg']);
    expect(built.site.articles[0]?.files.map((file) => file.address)).toEqual([
      '/tin/a-b.jpg',
      '/tin/a-b-2.jpg',
    ]);
  });

  it('that are not there leave their caption', () => {
    const { text, codes } = shows('![x](mat.jpg "Toàn cảnh")', []);
    expect([text, codes]).toEqual(['<p class="caption">Toàn cảnh</p>', ['image-missing']]);
  });

  it('of another site become links', () => {
    const { text, codes } = shows('![Hội trường](https://khac.example/a.jpg)', []);
    expect(text).toContain('<a href="https://khac.example/a.jpg" rel="noopener nofollow">Hội trường</a>');
    expect(codes).toEqual(['image-external']);
  });

  it('that no browser shows become links to their files', () => {
    const { text, codes } = shows('![Bằng khen](bang khen.TIF "Chú thích")', ['tin/bang khen.TIF']);
    expect(text).toBe(
      '<figure><a href="/tin/bang-khen.tif">Bằng khen</a><figcaption>Chú thích</figcaption></figure>',
    );
    expect(codes).toEqual(['image-format']);
    expect(shows('![Kế hoạch](a.pdf)', ['tin/a.pdf']).codes).toEqual(['image-format']);
  });

  it('that no browser shows are no article’s own picture', () => {
    const { built, codes } = shows('[quét](a.tiff)', ['tin/a.tiff'], 'image: a.tiff');
    expect(built.site.articles[0]?.picture).toBeNull();
    expect(codes).toEqual(['image-format']);
  });

  it('that no browser shows are links in feeds too', () => {
    const { built } = shows('![Bằng khen](a.tif)', ['tin/a.tif']);
    const [found] = built.site.articles;
    const body = built.bodies.get('tin/index.md');
    if (!found || !body) throw new Error('no article');
    const { references } = found.document.outline;
    const feed = composeBody(
      body,
      references,
      found.resolutions,
      wordsOf('vi').body,
      (href) => `https://vidu.example${href}`,
    );
    expect(feed).toContain('<a href="https://vidu.example/tin/a.tif">');
  });

  it('of another site are words inside a link, and links behind it', () => {
    const picture = '![Hội trường](https://khac.example/a.jpg)';
    const { text } = shows(`[${picture}](https://noi.example/) ${picture}`, []);
    expect(text).toContain(
      '<a href="https://noi.example/" rel="noopener nofollow">Hội trường</a> <a href="https://khac',
    );
  });

  it('are told of when nothing uses them, but not those of drafts', () => {
    expect(shows('Chữ.', ['tin/le.pdf']).codes).toEqual(['file-unused']);
    const draft = { 'tin/index.md': article('Tin', '01/03/2020', 'draft: true', '![x](a.jpg)') };
    expect(site(draft, { media: [media('tin/a.jpg')] }).codes).toEqual([]);
  });

  it.each([
    ['image-format', 'Chữ.', 'image: a.tiff'],
    ['attachment-type', 'Chữ.', 'attachments: [a.exe]'],
    ['attachment-type', '[Mở](a.exe)', ''],
  ])('that are named and not published are told of once, as %s', (code, body, field) => {
    const file = /a\.\w+/.exec(body + field)?.[0];
    expect(shows(body, [`tin/${file}`], field).codes).toEqual([code]);
    const draft = { 'tin/index.md': article('Tin', '01/03/2020', `draft: true\n${field}`, body) };
    expect(site(draft, { media: [media(`tin/${file}`)] }).codes).toEqual([]);
  });

  it('that a browser would run are refused', () => {
    expect(shows('Chữ.', ['tin/a.svg'], 'attachments: [a.svg]').codes).toContain('attachment-type');
    expect(shows('[tải](a.html)', ['tin/a.html']).codes).toContain('attachment-type');
  });
});

describe.each([
  ['an article whose date cannot be read', '31/02/2020', ''],
  ['an article with a field that cannot be read', '01/03/2020', 'tags: [hội'],
  ['a page with a field that cannot be read', '', 'kind: trang\ntags: [hội'],
])('%s', (_, date, fields) => {
  const broken = (body: string) => ({ ...SECTIONS, 'dang/a/tin.md': article('Tin', date, fields, body) });

  it('is on no page, and all that is wrong with its links is told in the same run', () => {
    const { site: built, codes } = site(broken('[x](/khong-co/) ![Ảnh](khong.png)'));
    expect([built.articles, built.pages]).toEqual([[], []]);
    expect(codes).toEqual(['link-dead', 'image-missing']);
  });

  it('uses the pictures that it shows', () => {
    const { codes } = site(broken('![Ảnh](anh.png)'), { media: [media('dang/a/anh.png')] });
    expect(codes).toEqual([]);
  });
});
