import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { articleText, generateArticles, writeSite } from '../../bench/corpus.ts';
import { BUDGET, buildGenerated, measurePublishing } from '../../bench/publish.ts';
import { listFiles } from './sample-site.ts';

/** 20/11/2026 09:00 in Vietnam. */
const NOW = Date.UTC(2026, 10, 20, 2) / 1000;

describe('publishing one more article', () => {
  it('changes few files, and not more of them in a larger site', () => {
    const small = measurePublishing({ size: 200, count: 10, now: NOW });
    const large = measurePublishing({ size: 1500, count: 10, now: NOW });
    for (const { median, most } of [small, large]) {
      expect(median).toBeLessThanOrEqual(BUDGET.median);
      expect(most).toBeLessThanOrEqual(BUDGET.most);
    }
    expect(large.median).toBeLessThanOrEqual(small.median + 8);
  }, 120_000);

  it('changes as many of them when nothing is remembered of the build before', () => {
    // From 22:00 on New Year's Eve: the second of them begins a day, a month, a year and a folder.
    const options = { size: 200, count: 5, now: Date.UTC(2026, 11, 31, 15) / 1000 };
    const remembering = measurePublishing(options);
    const forgetting = measurePublishing({ ...options, forgets: true });
    expect(remembering.changes).toEqual(forgetting.changes);
    expect(remembering.most).toBeLessThanOrEqual(BUDGET.most);
  });
});

describe('taking an old article away', () => {
  const OPTIONS = { articles: 400, end: NOW };
  const [old] = [...generateArticles(OPTIONS)].slice(150, 151);

  it.each([
    ['deleted', () => ''],
    [
      'dated back by two years',
      (text: string) =>
        text.replace(/^date: (\S+)\/(\d{4})/m, (_, day, year) => `date: ${day}/${Number(year) - 2}`),
    ],
  ] as const)('changes only what named it, and what names it now, when it is %s', (_, edit) => {
    if (old === undefined) throw new Error('The corpus is too small.');
    const root = mkdtempSync(path.join(tmpdir(), 'bantin-old-'));
    try {
      writeSite(root, OPTIONS);
      const out = path.join(root, 'dist');
      const read = (): Map<string, string> => {
        buildGenerated(root, NOW);
        const files = listFiles(out).filter((file) => !file.startsWith('.bantin/'));
        return new Map(files.map((file) => [file, readFileSync(path.join(out, file), 'utf8')]));
      };
      const before = read();
      const text = edit(articleText(old));
      if (text === '') rmSync(path.join(root, old.path));
      else writeFileSync(path.join(root, old.path), text);
      const after = read();
      const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
        (file) => before.get(file) !== after.get(file),
      );
      const address = `/${old.section}/${old.slug}/`;
      const own = `dang-doan-the${address}index.html`;
      const strangers = changed.filter(
        (file) => file !== own && !before.get(file)?.includes(address) && !after.get(file)?.includes(address),
      );
      expect(strangers).toEqual([]);
      expect(changed.length).toBeLessThanOrEqual(60);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});
