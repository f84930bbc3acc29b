import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bantin } from '../../bench/bantin.ts';
import { articleOf, PARENT, writeSite } from '../../bench/corpus.ts';
import { storyOf } from '../../bench/html-text.ts';
import { buildGenerated } from '../../bench/publish.ts';
import { censusOf, differencesOf } from '../../bench/same-site.ts';

/** 20/11/2026 09:00 in Vietnam. */
const OPTIONS = { articles: 40, end: Date.UTC(2026, 10, 20, 2) / 1000 };

const folder = mkdtempSync(path.join(tmpdir(), 'bantin-same-'));
const ours = { system: bantin(), root: path.join(folder, 'ours') };
const theirs = { system: { ...bantin(), name: 'another' }, root: path.join(folder, 'theirs') };

beforeAll(() => {
  writeSite(ours.root, OPTIONS);
  buildGenerated(ours.root, OPTIONS.end);
});
beforeEach(() => {
  rmSync(theirs.root, { recursive: true, force: true });
  cpSync(ours.root, theirs.root, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function differences(): string[] {
  const contestants = [ours, theirs];
  return differencesOf(contestants, contestants.map(censusOf), OPTIONS);
}

function pageOf(index: number): string {
  const { section, slug } = articleOf(OPTIONS, index);
  return `${PARENT}/${section}/${slug}/index.html`;
}

/** Edits a file of the other site; an edit that changes nothing plants nothing. */
function plant(file: string, edit: (html: string) => string): void {
  const place = path.join(theirs.root, 'dist', file);
  const before = readFileSync(place, 'utf8');
  const after = edit(before);
  expect(after).not.toBe(before);
  writeFileSync(place, after);
}

describe('two sites', () => {
  it('are the same, down to every word of the articles, if they are', () => {
    expect(differences()).toEqual([]);
    const { files, links, allFiles } = censusOf(ours);
    expect(files).toMatchObject({ article: 40, section: 7, feed: 12 });
    expect(Object.values(files).reduce((sum, some) => sum + some)).toBe(allFiles);
    expect(links.archive).toBeGreaterThan(40 * 3);
  });

  it('are not if a page is missing', () => {
    rmSync(path.join(theirs.root, 'dist/luu-tru/2020/index.html'));
    expect(differences()).toEqual([
      expect.stringMatching(/^archive: \d+ files of another, \d+ of bantin$/),
      expect.stringMatching(/^archive: \d+ links of another, \d+ of bantin$/),
    ]);
  });

  it('are not if an article is missing', () => {
    rmSync(path.join(theirs.root, 'dist', pageOf(39)));
    expect(differences()).toContain(`another has no ${pageOf(39)}`);
  });

  it('are not if a list has one article less', () => {
    plant('luu-tru/2020/index.html', (html) => html.replace(/href="[^"]*bai-so-\d+\/"/, 'href="/"'));
    expect(differences()).toEqual([expect.stringMatching(/^archive: \d+ links/)]);
  });

  it.each([
    ['title', (html: string) => html.replace('</h1>', ' thêm</h1>')],
    ['date', (html: string) => html.replace(/\| \d\d:\d\d<\/time>/, '| 25:00</time>')],
    ['text', (html: string) => html.replace(/(class="prose">\s*<p>\S+) \S+/, '$1')],
    ['text', (html: string) => html.replace(/(class="prose">[\s\S]*?)<\/p>/, '$1 thừa</p>')],
  ])('are not if an article has another %s', (part, edit) => {
    plant(pageOf(0), edit);
    expect(differences()).toEqual([
      expect.stringContaining(`${pageOf(0)}: another ${part} in another`),
      expect.stringContaining(`${pageOf(0)}: another says`),
    ]);
  });
});

describe('what a reader finds on a page', () => {
  it('is found whatever else is on it', () => {
    const html =
      '<time>0</time><h1 class="a">Một <b>hai</b></h1><p><time>17/02 | 15:47</time><time>2</time>' +
      '<div class="wide prose"><img src="a"><p>Chữ<br>nữa &amp; nữa</p><div>trong</div></div><div class="prose">sau</div>';
    const { title, date, text } = storyOf(html);
    expect([title, date, text].map((part) => part.replace(/\s+/g, ' ').trim())).toEqual([
      'Một hai',
      '17/02 | 15:47',
      'Chữ nữa & nữa trong',
    ]);
  });

  it('is nothing where there is no article', () => {
    expect(storyOf('<p>không</p>')).toEqual({ title: '', date: '', text: '' });
  });
});
