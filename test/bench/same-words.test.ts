import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { bantin } from '../../bench/bantin.ts';
import type { Contestant } from '../../bench/contestants.ts';
import { spokenIn, titleOf } from '../../bench/html-text.ts';
import { censusOf, differencesOf } from '../../bench/same-site.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'bantin-words-'));
const ours: Contestant = { system: bantin(), root: path.join(folder, 'ours') };
const theirs: Contestant = {
  system: { ...bantin(), name: 'another', out: 'public' },
  root: path.join(folder, 'theirs'),
};

beforeEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Site = Readonly<Record<string, string>>;

function write({ system, root }: Contestant, site: Site): void {
  for (const [name, text] of Object.entries(site)) {
    const file = path.join(root, system.out, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function differences(our: Site, their: Site): string[] {
  write(ours, our);
  write(theirs, their);
  const contestants = [ours, theirs];
  return differencesOf(contestants, contestants.map(censusOf), { articles: 0, end: 0 });
}

function page(main: string, head = ''): string {
  return `<!doctype html><html><head>${head}</head><body><main>${main}</main></body></html>`;
}

/** Heavy enough that a word more is within what a kind may weigh. */
const REST = '<p>chữ</p>'.repeat(100);
const CALENDAR = `<table><tr><td>1</td><td><a href="#ngay-2">2</a></td></tr></table>`;

function archive(list: string, calendar = CALENDAR): string {
  return page(`<h1>Lưu trữ năm 2020</h1><p><a href="/">${list}</a></p>${REST}${calendar}`);
}

const SITE: Site = {
  'index.html': page(`<h1>Trang</h1><p>Một hai ba</p>${REST}`),
  'the/thi-dua/index.html': page(`<h1>Thẻ</h1><p>Một</p>${REST}`),
  'luu-tru/2020/index.html': archive('Trang'),
  'the/thi-dua/luu-tru/2020/index.html': archive('thi đua', ''),
};

describe('the words of two sites', () => {
  it('are the same whatever the elements, the head and the addresses of archives', () => {
    const their = {
      'index.html': page(
        `<div><h1>Trang</h1> <ul><li>Một <b>hai</b></li><li>ba.</li></ul></div>${REST}<script>a</script>`,
      ),
      'the/thi-dua/index.html': page(`<h1>Thẻ</h1><p>Một</p>${REST}`, '<title>Thẻ</title>'),
      'luu-tru/thi-dua-2020/index.html': archive('thi đua', ''),
      'luu-tru/trang-2020/index.html': archive('Trang'),
    };
    expect(differences(SITE, their)).toEqual([]);
  });

  it.each([
    ['one less', 'Một ba', 'Một ba chữ'],
    ['one more', 'Một hai ba bốn', 'ba bốn chữ'],
    ['in another order', 'Một ba hai', 'Một ba hai'],
  ])('are not if there is %s', (_, words, said) => {
    const front = page(`<h1>Trang</h1><p>${words}</p>${REST}`);
    expect(differences(SITE, { ...SITE, 'index.html': front })).toEqual([
      expect.stringMatching(new RegExp(`^index\\.html: another says “.*${said}.* where we say “.*hai ba`)),
    ]);
  });

  it('are not if the page of one ends before that of the other', () => {
    const [longer, shorter] = [
      `${SITE['index.html']}`,
      page(`<h1>Trang</h1><p>Một hai ba</p>${REST.slice(0, -10)}`),
    ];
    expect(differences(SITE, { ...SITE, 'index.html': shorter })).toEqual([expect.stringMatching(/^index/)]);
    const site = { ...SITE, 'index.html': shorter };
    expect(differences(site, { ...SITE, 'index.html': longer })).toEqual([expect.stringMatching(/^index/)]);
  });

  it('are not if an archive has no calendar', () => {
    const their = {
      ...SITE,
      'luu-tru/2020/index.html': archive('Trang', '<!-- as heavy as a calendar of it -->'),
    };
    expect(differences(SITE, their)).toEqual([
      expect.stringMatching(/^luu-tru\/2020\/index\.html: another says/),
    ]);
  });

  it('are not if there is no archive of a list, and another instead', () => {
    const their = { ...SITE, 'luu-tru/2020/index.html': archive('Khác') };
    expect(differences(SITE, their)).toEqual(['another has no archive: Lưu trữ năm 2020, Trang']);
  });

  it('are compared from the first to the last of many pages', () => {
    const tags = (words: (index: number) => string): Site =>
      Object.fromEntries(
        Array.from({ length: 118 }, (_, index) => [
          `the/${String(index).padStart(3, '0')}/index.html`,
          page(`<h1>Thẻ</h1>${REST}<p>${words(index)}</p>`),
        ]),
      );
    const found = differences(
      tags(() => 'một'),
      tags((index) => (index % 39 === 0 ? 'hai' : 'một')),
    );
    expect(found.map((line) => line.slice(0, 7))).toEqual(['the/000', 'the/039', 'the/078', 'the/117']);
  });
});

describe('the weight of two sites', () => {
  const heavy = (length: number): string => page(`<h1>Trang</h1><!--${'x'.repeat(length)}-->`);
  const [html, json] = ['index.html', 'api/index.json'];
  const bare = page('<h1>Trang</h1><!---->').length;

  it.each([
    [html, 0.96],
    [html, 1.04],
    [json, 0.91],
    [json, 1.09],
  ])('may differ a little: %s, %d of ours', (name, part) => {
    const of = (bytes: number): Site => ({ [name]: name === html ? heavy(bytes - bare) : 'x'.repeat(bytes) });
    expect(differences(of(10_000), of(10_000 * part))).toEqual([]);
  });

  it.each([
    [html, 0.94, 'other'],
    [html, 1.06, 'other'],
    [json, 0.89, 'json'],
    [json, 1.11, 'json'],
  ])('may not differ much: %s, %d of ours', (name, part, kind) => {
    const of = (bytes: number): Site => ({ [name]: name === html ? heavy(bytes - bare) : 'x'.repeat(bytes) });
    const bytes = Math.round(10_000 * part);
    expect(differences(of(10_000), of(bytes))).toEqual([
      `${kind}: ${bytes} bytes of another, 10000 of bantin`,
    ]);
  });

  it('is nobody’s business where files are copied or drawn', () => {
    const site = { 'assets/style.css': 'a', 'chia_se.png': 'b' };
    expect(differences(site, { 'assets/style.css': 'a'.repeat(99) })).toEqual([]);
  });
});

describe('what is said on a page', () => {
  it('are the words of its body', () => {
    const html =
      '<title>a</title><body class="b"><h1>Một<br>hai</h1><style>c</style><td>1</td><td>2</td>&amp; ba';
    expect(spokenIn(html)).toBe('Một hai 1 2 ba');
  });

  it('begins with what it is and, on an archive, of which list', () => {
    const html =
      '<a href="/">x</a><main><h1 id="y">Lưu trữ <b>năm</b> 2020</h1><p><a href="/">Hội &amp; xã</a></p>';
    expect(titleOf(html)).toBe('Lưu trữ năm 2020, Hội xã');
    expect(titleOf('<main><h1>Một</h1><p>chữ</p>')).toBe('Một, ');
    expect(titleOf('')).toBe(', ');
  });
});
