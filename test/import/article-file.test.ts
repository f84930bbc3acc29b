import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VIETNAM } from '../../src/base/time.ts';
import { articleFile } from '../../src/import/article-file.ts';
import { type ImportedArticle, readPortalText } from '../../src/import/portal-text.ts';
import { PORTAL_TEXT } from './fixtures.ts';
import { parseArticle } from './rendered-words.ts';

function importText(text: string): ImportedArticle {
  const result = readPortalText(text, 'bai.txt', VIETNAM);
  if (!result.ok) throw new Error(result.diagnostics.map(({ code }) => code).join());
  return result.article;
}

function withTitle(title: string): ImportedArticle {
  return importText(`Tin tức\n\n${title}\nNgày đăng 17/02/2020 | 15:47\n\nNội dung.\n`);
}

describe('the file of an imported article', () => {
  it('is named by date and title', () => {
    expect(articleFile(importText(PORTAL_TEXT)).name).toBe(
      '2019-02-11-hoi-nong-dan-phuong-ra-quan-trong-cay-dau-xuan',
    );
    expect(articleFile(withTitle('???')).name).toBe('2020-02-17-bai');
  });

  it('has the fields that the text gives, and no other', () => {
    expect(articleFile(withTitle('Hội CCB: sơ kết')).text).toBe(
      '---\ntitle: Hội CCB: sơ kết\ndate: 17/02/2020 15:47\n---\n\nNội dung.\n',
    );
    expect(articleFile(importText(PORTAL_TEXT)).text).toMatch(
      /^---\ntitle: Hội Nông dân phường ra quân trồng cây đầu xuân\ndate: 11\/02\/2019 08:05\nviews: 1312\n---\n\nSáng /,
    );
  });

  it.each([
    ['Đăng ngày 15-05-2022', '15/05/2022'],
    ['Ngày đăng: 09:52:46 01/09/2017', '01/09/2017 09:52:46'],
    ['3:05 Chiều 05/12/2013', '05/12/2013 15:05'],
    ['0:00 05/12/2013', '05/12/2013 00:00'],
  ])('tells the time as exactly as the text does: %s', (line, date) => {
    const { text } = articleFile(importText(`Tiêu đề\n${line}\n`));
    expect(text).toBe(`---\ntitle: Tiêu đề\ndate: ${date}\n---\n`);
  });

  it('ends with one line break and is NFC with LF', () => {
    const { text } = articleFile(importText(PORTAL_TEXT.normalize('NFD').replace(/\n/g, '\r\n')));
    expect(text).toBe(text.normalize('NFC'));
    expect(text).not.toContain('\r');
    expect(text).toMatch(/[^\n]\n$/);
  });

  it('is read by the site without a finding', () => {
    const { document, diagnostics } = parseArticle(articleFile(importText(PORTAL_TEXT)).text);
    expect(diagnostics).toEqual([]);
    expect(document).toMatchObject({ kind: 'article', views: 1312, author: '', source: '', summary: '' });
  });

  it.each([
    ['Hội CCB: sơ kết', 'title: Hội CCB: sơ kết'],
    ['"Lá lành" được trao', 'title: "Lá lành" được trao'],
    ['[Ảnh] Toàn cảnh', 'title: [Ảnh] Toàn cảnh'],
    ['Chủ đề #1 năm 2020', 'title: Chủ đề #1 năm 2020'],
    ['"Lá lành đùm lá rách"', 'title: "\\"Lá lành đùm lá rách\\""'],
    ["'Lá lành'", 'title: "\'Lá lành\'"'],
    ['| Kế hoạch', 'title: "| Kế hoạch"'],
    ['> Kế hoạch', 'title: "> Kế hoạch"'],
    ['|', 'title: "|"'],
  ])('has its title as written: %s', (title, line) => {
    const { text } = articleFile(withTitle(title));
    expect(text).toContain(`\n${line}\n`);
    expect(parseArticle(text).document?.title).toBe(title);
  });

  it('has a title without what no text may hold', () => {
    const { text } = articleFile(withTitle('Kế\u0007 hoạch\uffff số\u007f 1\u0085năm'));
    expect(text).toContain('\ntitle: Kế hoạch số 1 năm\n');
    expect(parseArticle(text).document?.title).toBe('Kế hoạch số 1 năm');
  });

  it('has any title as written', () => {
    const sign = fc.constantFrom(...'"\'|>[]{}#:&*!%@`-?,\\~=<', ' ', 'a', 'Đ', '1');
    const title = fc
      .oneof(fc.string({ unit: sign, maxLength: 8 }), fc.string({ unit: 'binary', maxLength: 12 }))
      .map((text) => text.replace(/[\r\n]/g, ' '))
      .filter((text) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text));
    fc.assert(
      fc.property(title, (text) => {
        const article = withTitle(text);
        const { document, diagnostics } = parseArticle(articleFile(article).text);
        expect(diagnostics).toEqual([]);
        expect(document?.title).toBe(article.title);
      }),
      { numRuns: 2_000 },
    );
  });
});
