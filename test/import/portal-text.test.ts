import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { formatRfc3339, parseZone, VIETNAM } from '../../src/base/time.ts';
import { type ImportedArticle, readPortalText } from '../../src/import/portal-text.ts';
import { PARAGRAPHS, PORTAL_TEXT } from './fixtures.ts';
import { renderedWords } from './rendered-words.ts';

function read(text: string): ImportedArticle {
  const result = readPortalText(text, 'bai.txt', VIETNAM);
  if (!result.ok) throw new Error(result.diagnostics.map(({ code }) => code).join());
  expect(result.diagnostics).toEqual([]);
  return result.article;
}

function finding(text: string): Diagnostic | undefined {
  const result = readPortalText(text, 'bai.txt', VIETNAM);
  expect(result.ok).toBe(false);
  expect(result.diagnostics).toHaveLength(1);
  return result.diagnostics[0];
}

describe("a portal's plain text", () => {
  it('gives section, title, date, time and views', () => {
    const article = read(PORTAL_TEXT);
    expect(article.sectionTitle).toBe('Đảng - đoàn thể');
    expect(article.title).toBe('Hội Nông dân phường ra quân trồng cây đầu xuân');
    expect(formatRfc3339(article.date, VIETNAM)).toBe('2019-02-11T08:05:00+07:00');
    expect(article.date.hasTime).toBe(true);
    expect(article.views).toBe(1312);
  });

  it('keeps every paragraph word for word, the byline too', () => {
    expect(renderedWords(read(PORTAL_TEXT).body)).toBe(PARAGRAPHS.join('\n'));
  });

  it('becomes Markdown that a writer can read', () => {
    expect(read(PORTAL_TEXT).body).toBe(
      [
        'Sáng 10/02/2019, tại bãi Giữa, Hội Nông dân phường cùng 3 chi hội trồng 120 cây xoan, cây sấu dọc đường bê tông 2 - 4 tổ dân phố 8.',
        '',
        'Chủ trương "Mỗi hội viên một cây xanh" được nêu từ đại hội nhiệm kỳ 2018 - 2023; các chi hội đã đăng ký theo mẫu ke_hoach_2019.doc & gửi về trước Tết.',
        '',
        '2019\\. Đó cũng là năm thứ ba phường làm theo cách này:',
        '',
        '- Chi hội 1 nhận 40 cây, chăm sóc đến hết mùa mưa; giống do trung tâm khuyến nông cấp.',
        '- Chi hội 2 nhận 50 cây \\*(có 20 cây sấu)\\*; mỗi cây một thẻ ghi tên người trồng.',
        '- Chi hội 3 nhận 30 cây.',
        '',
        '\\+ Ai chưa trồng kịp thì trồng bù vào chủ nhật tới.',
        '',
        'Thông tin thêm: <https://vidu.example/trong_cay/_2019_/> hoặc gọi số trực.',
        '',
        'Ban Biên tập',
        '',
      ].join('\n'),
    );
  });

  it('takes rows of dashes for words, and a dash with words for an item', () => {
    const { body } = read('Tiêu đề\nĐăng ngày 15-05-2022\n- - -\n- -\n-\n---\n- - Chi hội 3\n-Chi hội 4\n');
    expect(body).toBe('\\- - -\n\n\\- -\n\n\\-\n\n\\---\n\n- \\- Chi hội 3\n\n-Chi hội 4\n');
    expect(renderedWords(body)).toBe('- - -\n- -\n-\n---\n- Chi hội 3\n-Chi hội 4');
  });

  it.each([
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['CRLF', (text: string) => text.replace(/\n/g, '\r\n')],
    ['the line breaks of old Macs', (text: string) => text.replace(/\n/g, '\r')],
    ['decomposed letters', (text: string) => text.normalize('NFD')],
    ['no-break spaces', (text: string) => text.replace(/ /g, '\u00a0')],
    ['tabs', (text: string) => text.replace(/ /g, '\t')],
    ['soft hyphens and zero-width spaces', (text: string) => text.replace(/ộ/g, 'ộ\u00ad\u200b')],
    ['blank lines everywhere', (text: string) => text.replace(/\n/g, '\n \n\n')],
    ['no line break at its end', (text: string) => text.trimEnd()],
    ['no blank line after the section', (text: string) => text.replace('\n\n', '\n')],
  ])('says the same with %s', (_, change) => {
    expect(read(change(PORTAL_TEXT))).toEqual(read(PORTAL_TEXT));
  });

  it('may begin with the title', () => {
    const article = read('Thông báo nghỉ lễ\nĐăng ngày 15-05-2022\n\nNghỉ một ngày.\n');
    expect(article).toMatchObject({ sectionTitle: '', title: 'Thông báo nghỉ lễ', views: null });
    expect(article.date.hasTime).toBe(false);
    expect(article.body).toBe('Nghỉ một ngày.\n');
  });

  it('has no views where none are given, and 0 where 0 is', () => {
    expect(read('Tiêu đề\nĐăng ngày 15-05-2022\n').views).toBeNull();
    expect(read('Tiêu đề\nĐăng ngày 15-05-2022 | Lượt xem: 0\n').views).toBe(0);
  });

  it('tells the time in the zone of the site', () => {
    const zone = parseZone('+09:00');
    if (zone === undefined) throw new Error('no such zone');
    const result = readPortalText('Tiêu đề\nĐăng ngày 15-05-2022 10:48\n', 'bai.txt', zone);
    expect(result.ok && formatRfc3339(result.article.date, zone)).toBe('2022-05-15T10:48:00+09:00');
  });

  it('takes a date in the text for text', () => {
    const article = read('Tiêu đề\nĐăng ngày 15-05-2022\n\n16/05/2022\n');
    expect(article.body).toBe('16/05/2022\n');
  });
});

describe('a text that is no portal page', () => {
  it.each([
    ['', 1, ''],
    ['Một dòng\n', 1, 'Một dòng'],
    ['Ngày đăng 17/02/2020\nTiêu đề\nNội dung\n', 1, 'Ngày đăng 17/02/2020'],
    ['Tin tức\n\nTiêu đề dòng một\ntiêu đề dòng hai\nNgày đăng 17/02/2020\n', 4, 'tiêu đề dòng hai'],
  ])('is not guessed at: %j', (text, line, shown) => {
    expect(finding(text)).toMatchObject({
      code: 'import-unknown',
      severity: 'error',
      place: { path: 'bai.txt', line, column: 1, text: shown },
    });
  });

  it('is said to lack a date', () => {
    expect(finding('Tin tức\n\nTiêu đề\nNgày 17/02/2020, hội họp.\n')).toMatchObject({
      code: 'import-dateless',
      place: { line: 3, text: 'Tiêu đề' },
    });
  });

  it('is said to have a date that is none', () => {
    expect(finding('Tiêu đề\nLượt xem: 7 | Gửi lúc: 31/02/2013 15:42\n')).toMatchObject({
      code: 'date-range',
      params: { value: '31/02/2013 15:42' },
      place: { line: 2, column: 24 },
    });
    expect(finding('Tiêu đề\nNgày đăng 02/17/2020 | 15:47\n')).toMatchObject({
      code: 'date-month-first',
      params: { value: '02/17/2020 15:47', meant: '17/02/2020 15:47' },
      place: { line: 2, column: 11 },
    });
  });

  it.each(['1.65', '12.3456', '1.234,567', '9999999999999'])(
    'is said to have views that are no count: %s',
    (figure) => {
      expect(finding(`Tiêu đề\nNgày đăng 17/02/2020 | Lượt xem: ${figure}\n`)).toMatchObject({
        code: 'views-form',
        params: { value: figure },
      });
    },
  );
});
