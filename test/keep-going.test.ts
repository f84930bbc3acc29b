import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isError } from '../src/base/diagnostic.ts';
import type { BuildInput, BuildResult } from '../src/build.ts';
import type { MemoryFiles } from '../src/read/memory-file-system.ts';
import { article, check, SITE_YAML, section } from './support.ts';
import { open } from './write/little-site.ts';
import { disk } from './write/real-site.ts';
import { filesIn, temporaryFolder } from './write/temporary-folder.ts';

const SOUND: MemoryFiles = {
  'content/site.yaml': SITE_YAML,
  'content/tin/_index.md': section('Tin tức'),
  'content/tin/bai.md': article('title: Sơ kết quý I\ndate: 17/02/2020', 'Xem [kế hoạch](ke-hoach.md).'),
  'content/tin/ke-hoach.md': article(
    'title: Kế hoạch trồng cây\ndate: 10/02/2020\nattachments: kh.pdf',
    'Bản cũ.',
  ),
  'content/tin/kh.pdf': '%PDF-1.4',
};

/** A site in a folder, which `build` brings up to what is sound of the files. */
function siteIn(root: string) {
  const read = (path: string): string => readFileSync(`${root}/${path}`, 'utf8');
  return {
    read,
    paths: () => Object.keys(filesIn(root)),
    all: () => filesIn(root),
    build: (files: MemoryFiles, options: Partial<BuildInput> = {}): BuildResult =>
      check(files, { publication: () => open(disk, root), keepGoing: true, ...options }),
    /** Which of the lists for readers and machines show some words. */
    listsWith: (words: string): string[] =>
      ['index.html', 'tin/index.html', 'feed.xml', 'feed.json', 'sitemap.xml', 'tin/2020/index.html'].filter(
        (path) => path in filesIn(root) && read(path).includes(words),
      ),
  };
}

const errorsOf = ({ diagnostics }: BuildResult) =>
  diagnostics.filter(isError).map(({ code, place }) => `${place.path} ${code}`);

describe('with --keep-going', () => {
  test('an article of which an attachment is missing keeps its page to the byte, and stands on no list', () => {
    const site = siteIn(temporaryFolder());
    site.build(SOUND);
    const page = site.read('tin/ke-hoach/index.html');
    expect(site.listsWith('Kế hoạch trồng cây').length).toBeGreaterThan(2);
    const result = site.build({
      ...SOUND,
      'content/tin/ke-hoach.md': article(
        'title: Kế hoạch mới\ndate: 10/02/2020\nattachments: kk.pdf',
        'Bản mới.',
      ),
      'content/tin/tin-moi.md': article('title: Tin mới\ndate: 18/02/2020'),
    });
    expect(errorsOf(result)).toEqual(['content/tin/ke-hoach.md attachment-missing']);
    expect(result.published).toBe(true);
    expect(site.read('tin/ke-hoach/index.html')).toBe(page);
    expect(site.listsWith('Kế hoạch')).toEqual([]);
    expect(site.listsWith('Tin mới').length).toBeGreaterThan(2);
    expect(site.read('tin/bai/index.html')).not.toContain('href="/tin/ke-hoach/"');
    // What the old page shows is still there.
    expect(site.paths()).toContain('tin/ke-hoach/kh.pdf');
    expect(site.build(SOUND).ok).toBe(true);
    expect(site.listsWith('Kế hoạch trồng cây').length).toBeGreaterThan(2);
  });

  test('nothing leads to a page that was never published for the error in its file', () => {
    const site = siteIn(temporaryFolder());
    const fields = 'title: Thông báo lỗi\ndate: 19/02/2020\nattachments: khong-co.pdf';
    const result = site.build({ ...SOUND, 'content/tin/loi.md': article(fields) });
    expect(result.published).toBe(true);
    expect(site.paths().filter((path) => path.startsWith('tin/loi'))).toEqual([]);
    for (const [path, text] of Object.entries(site.all())) {
      expect(typeof text === 'string' && text.includes('Thông báo lỗi'), path).toBe(false);
    }
  });

  test('of articles that want one address none is published, and what was there stays', () => {
    const site = siteIn(temporaryFolder());
    const hop = (title: string) => article(`title: ${title}\ndate: 08/03/2024`);
    site.build({ ...SOUND, 'content/tin/2024-03-08-hop.md': hop('Họp tháng Ba') });
    const page = site.read('tin/hop/index.html');
    const result = site.build({
      ...SOUND,
      'content/tin/2024-03-08-hop.md': hop('Họp tháng Ba'),
      'content/tin/2024-04-09-hop.md': hop('Họp tháng Tư'),
    });
    expect(errorsOf(result)).toEqual(['content/tin/2024-03-08-hop.md address-collision']);
    expect(site.read('tin/hop/index.html')).toBe(page);
    expect(site.listsWith('Họp tháng')).toEqual([]);
  });

  test('a file of the root and an article that want one address are both left out', () => {
    const site = siteIn(temporaryFolder());
    const result = site.build({ ...SOUND, 'content/_public/tin/bai/index.html': 'của ai?' });
    expect(errorsOf(result).join()).toContain('address-collision');
    expect(site.paths()).not.toContain('tin/bai/index.html');
    expect(site.paths()).toContain('tin/ke-hoach/index.html');
  });

  test.each([
    ['a page of the archive', '/tin/luu-tru/2020/', 'tin/luu-tru/2020/index.html'],
    ['another article', '/tin/bai/', 'tin/bai/index.html'],
    ['a section', '/tin', 'tin/index.html'],
    ['the front page', '/', 'index.html'],
    ['a file of the root', '/thu.html', 'thu.html'],
    ['what needs a folder there', '/tin.html/a/', 'tin.html'],
  ])('an old address that is that of %s leaves out its own article alone', (_, alias, path) => {
    const site = siteIn(temporaryFolder());
    const result = site.build({
      ...SOUND,
      'content/_public/thu.html': 'của ai?',
      'content/_public/tin.html': 'của ai?',
      'content/tin/co-hai.md': article(`title: Có hại\ndate: 19/02/2020\naliases: ${alias}`),
    });
    expect(result.diagnostics.map(({ code, place }) => [code, place.path, place.line])).toEqual([
      ['alias-clash', 'content/tin/co-hai.md', 4],
    ]);
    expect(site.paths()).toContain(path);
    expect(site.paths()).toContain('tin/bai/index.html');
    expect(site.paths()).toContain('tin/ke-hoach/index.html');
    expect(site.listsWith('Có hại')).toEqual([]);
  });

  test('what wants to lie among our own records is left out', () => {
    const site = siteIn(temporaryFolder());
    const result = site.build({
      ...SOUND,
      'content/_public/.bantin/z': 'của ai?',
      'content/tin/co-hai.md': article('title: Có hại\ndate: 19/02/2020\naliases: /.bantin/x'),
    });
    expect(errorsOf(result)).toEqual([
      'content/_public/.bantin/z address-reserved',
      'content/tin/co-hai.md address-reserved',
    ]);
    expect(site.paths()).toContain('tin/bai/index.html');
    expect(site.listsWith('Có hại')).toEqual([]);
  });

  test('of articles that want one old address none is published, whether a page answers for it or not', () => {
    for (const alias of ['/cu/1.html', '/default.aspx?id=1']) {
      const site = siteIn(temporaryFolder());
      const wanting = (title: string) => article(`title: ${title}\ndate: 19/02/2020\naliases: ${alias}`);
      const files = { 'content/tin/x.md': wanting('Trùng một'), 'content/tin/y.md': wanting('Trùng hai') };
      expect(errorsOf(site.build({ ...SOUND, ...files }))).toEqual([
        'content/tin/x.md alias-clash',
        'content/tin/y.md alias-clash',
      ]);
      expect(site.listsWith('Trùng')).toEqual([]);
      expect(site.read('redirects.txt')).toBe('');
    }
  });

  test('a page that wants the address of a section leaves the articles of that section alone', () => {
    const site = siteIn(temporaryFolder());
    const files = {
      'content/van-ban/bai.md': article('title: Quyết định\ndate: 11/02/2020'),
      'content/van-ban.md': article('title: Văn bản chung\nkind: page'),
    };
    const result = site.build({ ...SOUND, ...files });
    expect(errorsOf(result).join()).toContain('address-collision');
    expect(site.paths()).not.toContain('van-ban/index.html');
    expect(site.paths()).toContain('van-ban/bai/index.html');
  });

  test.each([
    ['an article', 'content/tin/2024-09-09-😀.md'],
    ['a section', 'content/😀/bai.md'],
    ['a section with a file of its own', 'content/😀/_index.md'],
  ])('%s that has no letters for an address is left out', (_, name) => {
    const site = siteIn(temporaryFolder());
    const files = {
      [name]: article('title: Cười\ndate: 09/09/2024'),
      'content/😀/khac.md': article('title: Cười nữa\ndate: 09/09/2024'),
    };
    const result = site.build({ ...SOUND, ...files });
    expect(result.published).toBe(true);
    expect(errorsOf(result).join()).toContain('slug-empty');
    expect(site.listsWith('Cười')).toEqual([]);
    expect(site.listsWith('Sơ kết').length).toBeGreaterThan(2);
  });

  test('where the settings have errors nothing is published, for every page shows them', () => {
    const site = siteIn(temporaryFolder());
    site.build(SOUND);
    const before = site.all();
    const result = site.build({ ...SOUND, 'content/site.yaml': 'title: "Bản tin' });
    expect(result.published).toBe(false);
    expect(site.all()).toEqual(before);
  });

  const FAILING = {
    'templates/article.njk':
      '{% extends "base.njk" %}{% block main %}{% if article.title == "Quyết định mới" %}{{ article.title | khong_co }}{% endif %}{% endblock %}',
  };

  test('a page whose template fails stays as it is published', () => {
    const site = siteIn(temporaryFolder());
    const files = { ...SOUND, 'content/tin/quyet-dinh.md': article('title: Quyết định\ndate: 19/02/2020') };
    site.build(files);
    const page = site.read('tin/quyet-dinh/index.html');
    const changed = article('title: Quyết định mới\ndate: 19/02/2020');
    const result = site.build({ ...files, ...FAILING, 'content/tin/quyet-dinh.md': changed });
    expect(errorsOf(result)).toEqual(['templates/article.njk template-failed']);
    expect(result.published).toBe(true);
    expect(site.read('tin/quyet-dinh/index.html')).toBe(page);
    expect(site.listsWith('Quyết định mới').length).toBeGreaterThan(2);
  });

  test('nothing is published where a page that others lead to was never published, for its template fails', () => {
    const site = siteIn(temporaryFolder());
    site.build(SOUND);
    const before = site.all();
    const files = { 'content/tin/moi.md': article('title: Quyết định mới\ndate: 19/02/2020') };
    const result = site.build({ ...SOUND, ...FAILING, ...files });
    expect(errorsOf(result)).toEqual(['templates/article.njk template-failed']);
    expect(result.published).toBe(false);
    expect(site.all()).toEqual(before);
  });

  test('a warning that is an error under --strict leaves its article out', () => {
    const site = siteIn(temporaryFolder());
    const dead = article('title: Liên kết hỏng\ndate: 20/02/2020', '[đâu?](khong-co.md)');
    const files = { ...SOUND, 'content/tin/hong.md': dead };
    expect(errorsOf(site.build(files, { strictness: 'strict' }))).toEqual(['content/tin/hong.md link-dead']);
    expect(site.listsWith('Liên kết hỏng')).toEqual([]);
    site.build(files);
    expect(site.listsWith('Liên kết hỏng').length).toBeGreaterThan(2);
  });
});
