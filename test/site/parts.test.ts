import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ASSOCIATIONS, PARENT, writeSite } from '../../bench/corpus.ts';
import { buildGenerated } from '../../bench/publish.ts';
import { listFiles } from './sample-site.ts';

const NOW = Date.UTC(2026, 10, 20, 2) / 1000;
const YEAR = 2022;

const folder = mkdtempSync(path.join(tmpdir(), 'bantin-parts-'));
const whole = path.join(folder, 'whole');
beforeAll(() => {
  // So many that no list is without an article for a year, and that four years of a section have 100 articles.
  writeSite(whole, { articles: 2000, end: NOW });
  buildGenerated(whole, NOW);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The site of some years alone: the same settings and sections, and the articles of these. */
function buildYears(years: readonly number[]): string {
  const root = path.join(folder, years.join());
  cpSync(path.join(whole, 'content'), path.join(root, 'content'), {
    recursive: true,
    filter: (source) => {
      const [, year] = /[\\/](\d{4})(?:[\\/]|$)/.exec(source.slice(whole.length)) ?? [];
      return year === undefined || years.includes(Number(year));
    },
  });
  buildGenerated(root, NOW);
  return root;
}

/** Addresses of the year's articles, found where they are written. */
function articlesOf(year: number): Set<string> {
  return new Set(
    ASSOCIATIONS.flatMap(([association]) =>
      readdirSync(path.join(whole, 'content', PARENT, association, String(year))).map(
        (file) => `${PARENT}/${association}/${file.replace('.md', '')}/index.html`,
      ),
    ),
  );
}

/** Paths that belong to one year, and to nothing else: a part that can be frozen. */
function partOf(root: string, year: number): string[] {
  const articles = articlesOf(year);
  const period = new RegExp(`(?:^|/)luu-tru/${year}/|^(?:api|sitemap)/${year}-`);
  return listFiles(path.join(root, 'dist')).filter((file) => articles.has(file) || period.test(file));
}

function differences(root: string): string[] {
  const files = new Set([...partOf(whole, YEAR), ...partOf(root, YEAR)]);
  const read = (site: string, file: string): string => {
    try {
      return readFileSync(path.join(site, 'dist', file), 'utf8');
    } catch {
      return '';
    }
  };
  return [...files].filter((file) => read(whole, file) !== read(root, file));
}

describe('the part of a year', () => {
  it('is the same, byte for byte, when only the next year is there and the hundred older articles of each section', () => {
    const part = partOf(whole, YEAR);
    expect(part.length).toBeGreaterThan(300);
    expect(differences(buildYears([YEAR - 4, YEAR - 3, YEAR - 2, YEAR - 1, YEAR, YEAR + 1]))).toEqual([]);
  });

  it('is another where it meets the years beside it, when they are missing', () => {
    const found = differences(buildYears([YEAR]));
    // Five articles of each association at each end, those related to older ones, and the neighbours of periods.
    const articles = found.filter((file) => file.includes('/bai-so-'));
    expect(articles.length).toBeGreaterThanOrEqual(ASSOCIATIONS.length * 10);
    expect(found.length).toBeGreaterThan(articles.length);
  });
});
