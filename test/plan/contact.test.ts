import { describe, expect, it } from 'vitest';
import { linkedText } from '../../src/plan/linked-text.ts';
import { buildInMemory, SITE_YAML } from '../support.ts';

/** What is linked, as `text → where to`. */
function linksOf(name: string, value: string): string[] {
  const pieces = linkedText(name, value);
  expect(pieces.map(({ text }) => text).join('')).toBe(value);
  return pieces.filter(({ href }) => href !== '').map(({ text, href }) => `${text} → ${href}`);
}

describe('a line of contact', () => {
  it.each<[string, string, string[]]>([
    ['điện thoại', '(024) 3 872 5678', ['(024) 3 872 5678 → tel:02438725678']],
    ['điện thoại', '0912 - 345 - 678', ['0912 - 345 - 678 → tel:0912345678']],
    ['văn phòng', '+84 (0)24 3872 5678', ['+84 (0)24 3872 5678 → tel:+842438725678']],
    ['văn phòng', '(+84) 912.345.678', ['(+84) 912.345.678 → tel:+84912345678']],
    ['tổng đài', '1900 6868', ['1900 6868 → tel:19006868']],
    ['hỗ trợ', 'Gọi 1800.599.920 (miễn phí)', ['1800.599.920 → tel:1800599920']],
    [
      'phone',
      '(024) 3 872 5678 - máy lẻ 12; 0912.345.678',
      ['(024) 3 872 5678 → tel:02438725678', '0912.345.678 → tel:0912345678'],
    ],
    ['phone', '(024) 3872 5678 máy lẻ 115', ['(024) 3872 5678 → tel:02438725678']],
    ['di động', '0912345678/0987654321', ['0912345678 → tel:0912345678', '0987654321 → tel:0987654321']],
    [
      'phone',
      '024 3872 5678 - 0912 345 678',
      ['024 3872 5678 → tel:02438725678', '0912 345 678 → tel:0912345678'],
    ],
    ['liên hệ', 'Chị Lê: 0912 345 678', ['0912 345 678 → tel:0912345678']],
    ['đường dây nóng', '113', ['113 → tel:113']],
    ['phòng họp', '113', []],
    ['Tax code', '0101234567', []],
    ['Mã số thuế', '0101234567', []],
    ['Bank account', '1234567890', []],
    ['Số tài khoản', '0912345678 (Agribank)', []],
    ['quỹ', 'MST 0101234567; ĐT 0912345678', ['0912345678 → tel:0912345678']],
    ['ngân hàng', '1234567890', []],
    ['quyết định', '0123456789/QĐ-UBND', []],
    ['thành lập', '06-12-1989', []],
    ['giờ làm việc', '08.00 - 17.30', []],
    ['thư', 'hoi@vidu.vn', ['hoi@vidu.vn → mailto:hoi@vidu.vn']],
    [
      'thư',
      'hoi0912345678@vidu.vn, ccb@vidu.vn.',
      ['hoi0912345678@vidu.vn → mailto:hoi0912345678@vidu.vn', 'ccb@vidu.vn → mailto:ccb@vidu.vn'],
    ],
    ['website', 'www.vidu.vn', ['www.vidu.vn → https://www.vidu.vn']],
    ['website', 'Xem https://vidu.vn/a?b=1.', ['https://vidu.vn/a?b=1 → https://vidu.vn/a?b=1']],
    ['địa chỉ', 'Số 12 ngõ 345, phường Long Biên', []],
    ['trống', '', []],
  ])('%s: %s', (name, value, expected) => {
    expect(linksOf(name, value)).toEqual(expected);
  });

  it('stands so on the section, on the front page and in the footer', () => {
    const phone = '(024) 3 872 5678 - máy lẻ 12; 0912.345.678';
    const linked =
      '<a href="tel:02438725678">(024) 3 872 5678</a> - máy lẻ 12; <a href="tel:0912345678">0912.345.678</a>';
    const { files } = buildInMemory({
      'content/site.yaml': `${SITE_YAML}footer:\n  phone: ${phone}\n`,
      'content/hoi/_index.md': `---\ntitle: Hội\ncontact:\n  điện thoại: ${phone}\n  mã số thuế: "0101234567"\n  web: www.vidu.vn\n---\n`,
      'content/hoi/bai.md': '---\ntitle: Bài\ndate: 17/02/2020\n---\n\nChữ.\n',
    });
    const front = files.get('index.html') ?? '';
    const footer = /<footer class="bottom">.*/s.exec(front)?.[0];
    expect(footer).toContain(linked);
    // Machines want one number.
    expect(front).toContain('"telephone":"(024) 3 872 5678"');
    expect(front).toContain(
      '<p class="reach"><a href="tel:02438725678">(024) 3 872 5678</a> <a href="tel:0912345678">0912.345.678</a> </p>',
    );
    const section = files.get('hoi/index.html');
    expect(section).toContain(`<dd>${linked}</dd>`);
    expect(section).toContain('<dd>0101234567</dd>');
    expect(section).toContain('<dd><a href="https://www.vidu.vn">www.vidu.vn</a></dd>');
  });
});
