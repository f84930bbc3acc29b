import { describe, expect, it } from 'vitest';
import { wholeFile } from '../../src/base/diagnostic.ts';
import { leavesOf } from '../../src/base/tree.ts';
import type { Page } from '../../src/plan/page.ts';
import { planSite } from '../../src/plan/plan-site.ts';
import type { ArchiveView, ArticleView, BaseView, FrontView, Views } from '../../src/plan/views.ts';
import { SETTINGS, site as siteOfFiles } from '../model/site-of-files.ts';

const BODIES = { printOf: () => '', of: () => ({ html: ['<p>Chữ.</p>'], holes: [] }) };

interface Written {
  readonly path: string;
  readonly date: string;
  readonly tags?: string;
}

function plan(articles: readonly Written[]) {
  const written = articles.map(({ path, date, tags = '' }) => [
    path,
    `---\ntitle: ${path}\ndate: ${date}\ntags: [${tags}]\n---\n\nChữ.\n`,
  ]);
  const { site } = siteOfFiles({
    'dang/_index.md': '---\ntitle: Đảng\n---\n',
    'dang/hoi/_index.md': '---\ntitle: Hội\n---\n',
    ...Object.fromEntries(written),
  });
  const { pages, diagnostics } = planSite({ site, assets: [] });
  return { pages: leavesOf(pages), diagnostics };
}

function view<T>(pages: readonly Page[], path: string): T {
  const content = pages.find((page) => page.path === path)?.content(BODIES);
  if (content?.kind !== 'template') throw new Error(`no page ${path}`);
  return content.view as T;
}

/** So many articles, all in one day, month or year. */
function crowd(count: number, dateOf: (index: number) => string): Written[] {
  return Array.from({ length: count }, (_, index) => ({
    path: `dang/hoi/bai-${index}.md`,
    date: dateOf(index),
  }));
}

const two = (number: number): string => String(number).padStart(2, '0');

describe('the plan', () => {
  it('has every address of the design', () => {
    const { pages } = plan([{ path: 'dang/hoi/bai.md', date: '17/02/2020 15:47', tags: 'Đại hội' }]);
    expect(pages.map((page) => page.path).sort()).toEqual(
      [
        '404.html',
        'api/2020-02.json',
        'api/index.json',
        'atom.xml',
        'dang/atom.xml',
        'dang/feed.json',
        'dang/hoi/bai/index.html',
        'dang/hoi/index.html',
        'chia_se.png',
        'dang/chia_se.png',
        'dang/hoi/chia_se.png',
        'dang/hoi/luu-tru/2020/index.html',
        'dang/hoi/rss.xml',
        'dang/index.html',
        'dang/luu-tru/2020/index.html',
        'dang/rss.xml',
        'doc-nhieu/index.html',
        'feed.json',
        'icon_180.png',
        'icon_192.png',
        'icon_512.png',
        'icon_maskable.png',
        'index.html',
        'luu-tru/2020/index.html',
        'redirects.txt',
        'robots.txt',
        'rss.xml',
        'site.webmanifest',
        'sitemap.xml',
        'sitemap/2020-02.xml',
        'sitemap/tin-moi.xml',
        'sitemap/trang.xml',
        'so-do/index.html',
        'the/dai-hoi/index.html',
        'the/dai-hoi/luu-tru/2020/index.html',
        'the/index.html',
      ].sort(),
    );
  });

  it('names five older and five newer neighbours in the section', () => {
    const { pages } = plan(crowd(15, (index) => `${two(index + 1)}/03/2020`));
    const { newer, older } = view<ArticleView>(pages, 'dang/hoi/bai-7/index.html');
    expect(newer.map((each) => each.title)).toEqual(
      [12, 11, 10, 9, 8].map((index) => `dang/hoi/bai-${index}.md`),
    );
    expect(older.map((each) => each.title)).toEqual(
      [6, 5, 4, 3, 2].map((index) => `dang/hoi/bai-${index}.md`),
    );
  });
});

describe('an archive', () => {
  const archive = (articles: readonly Written[]) => {
    const { pages } = plan(articles);
    return pages.map((page) => page.path).filter((path) => path.startsWith('dang/hoi/luu-tru/'));
  };

  it('keeps a year of as many as its limit whole, and cuts one of one more into months', () => {
    const date = (index: number) => `01/${two((index % 2) + 3)}/2020`;
    expect(archive(crowd(72, date))).toEqual(['dang/hoi/luu-tru/2020/index.html']);
    expect(archive(crowd(73, date))).toEqual([
      'dang/hoi/luu-tru/2020/index.html',
      'dang/hoi/luu-tru/2020/04/index.html',
      'dang/hoi/luu-tru/2020/03/index.html',
    ]);
  });

  it('of lists that hold the same articles is never cut twice by one publication', () => {
    const lists = ['', 'dang/', 'dang/hoi/', 'the/thi-dua/'];
    const cutAt = lists.map((list) => {
      for (let count = 50; count < 80; count++) {
        const articles = crowd(count, () => '01/03/2020').map((each) => ({ ...each, tags: 'Thi đua' }));
        const { pages } = plan(articles);
        if (pages.some(({ path }) => path === `${list}luu-tru/2020/03/index.html`)) return count;
      }
      return 0;
    });
    expect(cutAt).toEqual([61, 67, 73, 55]);
  });

  it('cuts a month into days, and a day no further', () => {
    const paths = archive(crowd(80, (index) => `${two(index === 0 ? 2 : 1)}/03/2020`));
    expect(paths).toEqual([
      'dang/hoi/luu-tru/2020/index.html',
      'dang/hoi/luu-tru/2020/03/index.html',
      'dang/hoi/luu-tru/2020/03/02/index.html',
      'dang/hoi/luu-tru/2020/03/01/index.html',
    ]);
  });

  it('leads from period to period where articles are, and only there', () => {
    const busy = crowd(73, (index) => `01/${two((index % 2) + 3)}/2020`);
    const { pages } = plan([...busy, { path: 'dang/hoi/cu.md', date: '05/05/2018' }]);
    const at = (period: string) => view<ArchiveView>(pages, `dang/hoi/luu-tru/${period}/index.html`);
    expect([at('2020/03').newer?.title, at('2020/03').older?.title]).toEqual([
      'tháng 4 năm 2020',
      'năm 2018',
    ]);
    expect(at('2018').newer?.title).toBe('tháng 3 năm 2020');
    expect([at('2020').newer, at('2020').older, at('2020').articles.length]).toEqual([null, null, 0]);
    expect(at('2020').periods.map((period) => period.title)).toEqual([
      'tháng 4 năm 2020',
      'tháng 3 năm 2020',
    ]);
  });
});

describe('the check over paths', () => {
  const collisions = (articles: readonly Written[]) =>
    plan(articles).diagnostics.map(({ code, place, params }) => [code, place.path, params]);

  it('names all who want one address', () => {
    const articles = ['2019-01-01-bai', '2020-01-01-bai', '2021-01-01-bai'].map((name) => ({
      path: `dang/hoi/${name}.md`,
      date: '01/01/2020',
    }));
    expect(collisions(articles)).toEqual([
      [
        'address-collision',
        'content/dang/hoi/2019-01-01-bai.md',
        {
          address: '/dang/hoi/bai/',
          others: ['content/dang/hoi/2020-01-01-bai.md', 'content/dang/hoi/2021-01-01-bai.md'],
        },
      ],
    ]);
  });

  it('finds an article at the address of a section', () => {
    expect(collisions([{ path: 'dang/hoi.md', date: '01/01/2020' }]).map(([code]) => code)).toEqual([
      'address-collision',
    ]);
  });
});

it('has no redirect page where no file can answer for an old address', () => {
  const { site } = siteOfFiles({
    'bai.md':
      '---\ntitle: Bài\ndate: 17/02/2020\naliases: [/cu%0A1.html, /cu%002, /c%3Fu.html, /cu/3.aspx]\n---\n\nChữ.\n',
  });
  const paths = leavesOf(planSite({ site, assets: [] }).pages).map(({ path }) => path);
  expect(paths.filter((path) => path.startsWith('cu/') || path.includes('?'))).toEqual([
    'c?u.html',
    'cu/3.aspx/index.html',
  ]);
});

describe('an old address', () => {
  const clashes = (files: Readonly<Record<string, string>>) => {
    const { site } = siteOfFiles({ 'a/_index.md': '---\ntitle: A\n---\n', ...files });
    return planSite({ site, assets: [] }).diagnostics.map(({ code, place, params }) => [
      code,
      `${place.path}:${place.line}:${place.column} ${place.text}`,
      params,
    ]);
  };
  const written = (aliases: string) =>
    `---\ntitle: Bài\ndate: 17/02/2020\naliases: ${aliases}\n---\n\nChữ.\n`;

  it.each(['/', '/index.html', '//'])('may not be the front page: %s', (alias) => {
    expect(clashes({ 'a/b.md': written(alias) })).toEqual([
      ['alias-clash', `content/a/b.md:4:10 aliases: ${alias}`, { alias, others: ['content/site.yaml'] }],
    ]);
  });

  it('that is a page of an archive meets the list, and no article on it', () => {
    const files = { 'a/b.md': written('[/a/luu-tru/2020/, /luu-tru/2020/, /the/tet/luu-tru/2020/]') };
    const tagged = '---\ntitle: Tết\ndate: 18/02/2020\ntags: Tết\n---\n\nChữ.\n';
    const found = clashes({ ...files, 'a/c.md': tagged });
    expect(found.map(([code, , params]) => [code, params])).toEqual([
      ['alias-clash', { alias: '/a/luu-tru/2020/', others: ['content/a'] }],
      ['alias-clash', { alias: '/luu-tru/2020/', others: ['content'] }],
      ['alias-clash', { alias: '/the/tet/luu-tru/2020/', others: ['content'] }],
    ]);
  });

  it('may be written twice in one file, with a slash and without', () => {
    const { site } = siteOfFiles({ 'b.md': written('[/x/, /x, /x, "/Tệp cũ.html", /?id=3, /?id=3]') });
    const { pages, diagnostics } = planSite({ site, assets: [] });
    expect(diagnostics).toEqual([]);
    const list = leavesOf(pages).find(({ path }) => path === 'redirects.txt');
    expect(list?.content(BODIES)).toEqual({
      kind: 'text',
      text: ['/?id=3', '/T%E1%BB%87p%20c%C5%A9.html', '/x', '/x/'].map((old) => `${old}\t/b/\n`).join(''),
    });
    const paths = leavesOf(pages).map(({ path }) => path);
    expect(paths.filter((path) => /^x|^T/.test(path))).toEqual(['Tệp cũ.html', 'x/index.html']);
  });

  it('for which no page answers leads to one place too', () => {
    const files = {
      'a/b.md': written('[/?id=3, /tin?id=3]'),
      'a/c.md': written('/?id=3'),
      'a/d.md': written('/?id=4'),
    };
    expect(clashes(files)).toEqual([
      [
        'alias-clash',
        'content/a/b.md:4:11 aliases: [/?id=3, /tin?id=3]',
        { alias: '/?id=3', others: ['content/a/c.md'] },
      ],
      ['alias-clash', 'content/a/c.md:4:10 aliases: /?id=3', { alias: '/?id=3', others: ['content/a/b.md'] }],
    ]);
  });
});

describe('what is printed', () => {
  const PICTURE = { path: '_public/Ảnh 1.gif', size: 10, width: 4, height: 3 };
  const FILE = { path: '_public/cv #12.pdf', size: 10, width: 0, height: 0 };
  const { site } = siteOfFiles(
    {
      'dang/_index.md': '---\ntitle: Đảng\naliases: [/chi-bo/]\n---\n',
      'dang-uy/_index.md': '---\ntitle: Đảng ủy\n---\n',
      '_index.md': '---\ntitle: Trang đầu\n---\n',
      'dang/tin.md':
        '---\ntitle: Tin\ndate: 17/02/2020\nimage: /Ảnh 1.gif\nimage_alt: Ảnh\nattachments: ["/cv #12.pdf"]\n---\n\n![Ảnh](</Ảnh 1.gif>)\n',
    },
    {
      publicFiles: [PICTURE, FILE],
      settings: {
        ...SETTINGS,
        navigation: [
          { title: 'Đảng', address: '/dang', language: 'vi', place: wholeFile('content/site.yaml') },
        ],
      },
    },
  );
  const pages = leavesOf(planSite({ site, assets: [] }).pages);

  it('has addresses of files encoded, and a picture in the text does not stand above it too', () => {
    const { article, page } = view<ArticleView>(pages, 'dang/tin/index.html');
    expect([page.image.src, article.picture]).toEqual(['https://vidu.example/%E1%BA%A2nh%201.gif', null]);
    expect(article.attachments.map(({ href }) => href)).toEqual(['/cv%20%2312.pdf']);
    expect(view<FrontView>(pages, 'index.html').lead?.picture?.src).toBe('/%E1%BA%A2nh%201.gif');
    expect(pages.map(({ path }) => path)).toContain('cv #12.pdf');
  });

  it('leads on from the old addresses of a section', () => {
    const { title, href } = view<Views['redirect.njk']>(pages, 'chi-bo/index.html');
    expect([title, href]).toEqual(['Đảng', '/dang/']);
    const list = pages.find(({ path }) => path === 'redirects.txt')?.content(BODIES);
    expect(list).toEqual({ kind: 'text', text: '/chi-bo/\t/dang/\n' });
  });

  it('marks the place in the menu, and not one that only begins with the same letters', () => {
    const currentAt = (path: string) =>
      view<BaseView>(pages, path).navigation.items.map(({ current }) => current);
    expect(currentAt('dang/index.html')).toEqual(['page']);
    expect(currentAt('dang/tin/index.html')).toEqual(['true']);
    expect(currentAt('dang-uy/index.html')).toEqual(['']);
  });

  it('has no introduction on the front page where there is no text', () => {
    expect(view<FrontView>(pages, 'index.html').intro).toBeNull();
  });
});
