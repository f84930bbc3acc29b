import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareText,
  compareVietnamese,
  fold,
  foldName,
  slug,
  slugFileName,
} from '../../src/base/vietnamese.ts';

const text = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...'aăâđêôơưàảãáạÀĐƠỆ -_.1!', '\u0301', '\u0323', '\u0302', '😀'),
    maxLength: 12,
  }),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

describe('folding', () => {
  it.each([
    ['Đảng - đoàn thể', 'dang - doan the'],
    ['Hội Cựu chiến binh', 'hoi cuu chien binh'],
    ['ƯƠNG ương', 'uong uong'],
    ['Ắ Ằ Ẳ Ẵ Ặ', 'a a a a a'],
    ['Đ đ Ð ð', 'd d d d'],
    ['Straße Łódź', 'strasse lodz'],
    ['Plain ASCII 2020', 'plain ascii 2020'],
  ])('%s is typed without accents as %s', (written, folded) => {
    expect(fold(written)).toBe(folded);
    expect(fold(written.normalize('NFD'))).toBe(folded);
  });

  it('takes both ways of placing a tone for one', () => {
    expect(fold('hoà bình')).toBe(fold('hòa bình'));
  });

  it('changes nothing that is folded already', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(fold(fold(any))).toBe(fold(any));
      }),
    );
  });

  it.each(['Ngày đăng', 'ngay_dang', 'NGÀY-ĐĂNG', 'ngaydang', '  ngày   đăng '])(
    'compares names without spaces and hyphens: %s',
    (name) => {
      expect(foldName(name)).toBe('ngaydang');
    },
  );
});

describe('slugs', () => {
  it.each([
    ['Đảng - đoàn thể', 'dang-doan-the'],
    ['Hội nghị sơ kết 6 tháng đầu năm 2020', 'hoi-nghi-so-ket-6-thang-dau-nam-2020'],
    ['“Mỗi hội viên một cây xanh”!', 'moi-hoi-vien-mot-cay-xanh'],
    ['  --Đường 70/Ngõ 3--  ', 'duong-70-ngo-3'],
    ['Q&A', 'q-a'],
    ['???', ''],
    ['con', 'con-1'],
    ['COM1', 'com1-1'],
    ['LPT9', 'lpt9-1'],
    ['com10', 'com10'],
    ['conn', 'conn'],
  ])('%s becomes %s', (title, expected) => {
    expect(slug(title)).toBe(expected);
    expect(slug(title.normalize('NFD'))).toBe(expected);
  });

  it('is cut at a word', () => {
    const title = 'mười chữ cái '.repeat(10);
    expect(slug(title)).toBe('muoi-chu-cai-muoi-chu-cai-muoi-chu-cai-muoi-chu-cai-muoi-chu-cai-muoi-chu-cai');
    expect(slug('a'.repeat(90))).toBe('a'.repeat(80));
    expect(slug(`${'a'.repeat(80)} b`)).toBe('a'.repeat(80));
  });

  it('is safe in addresses and on disks, and stays as it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          fc.string({ unit: fc.constantFrom('a', 'Đ', ' ', '-'), minLength: 70, maxLength: 100 }),
        ),
        (any) => {
          const made = slug(any);
          expect(made).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
          expect(made.length).toBeLessThanOrEqual(80);
          expect(slug(made)).toBe(made);
        },
      ),
    );
  });

  it.each([
    ['Ảnh (1).JPG', 'anh-1.jpg'],
    ['Kế hoạch số 12/KH.v2.docx', 'ke-hoach-so-12-kh-v2.docx'],
    ['đơn', 'don'],
    ['.htaccess', 'htaccess'],
    ['???.pdf', 'tep.pdf'],
    ['???', 'tep'],
    ['con.jpg', 'con-1.jpg'],
    ['ảnh.', 'anh'],
    ['ảnh.？', 'anh'],
  ])('a file named %s is published as %s', (name, expected) => {
    expect(slugFileName(name)).toBe(expected);
  });
});

describe('the order of the alphabet', () => {
  const sorted = (words: string): string => words.split(' ').reverse().sort(compareVietnamese).join(' ');

  it.each([
    'a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y',
    'ma mà mả mã má mạ',
    'ba bà bá bắc băng',
    'dang đang đảng đáng',
    'hoa hoá hoạ hoan hô',
    '1 2 a',
    'An an',
  ])('%s', (words) => {
    expect(sorted(words)).toBe(words);
    expect(sorted(words.normalize('NFD')).normalize('NFC')).toBe(words);
  });

  it('puts letters before tones: a word before its longer neighbours', () => {
    const words = ['Hội Phụ nữ', 'Hội Nông dân', 'Hồi ký', 'Hội', 'Họa sĩ', 'Hoa'];
    expect(words.sort(compareVietnamese)).toEqual([
      'Hoa',
      'Họa sĩ',
      'Hội',
      'Hồi ký',
      'Hội Nông dân',
      'Hội Phụ nữ',
    ]);
  });

  it('takes a mark without a letter for none', () => {
    expect(compareVietnamese('x\u0323a', 'xb')).toBeLessThan(0);
    expect(compareVietnamese('\u0323', 'a')).toBeLessThan(0);
  });

  it.each([
    ['compareVietnamese', compareVietnamese],
    ['compareText', compareText],
  ])('%s is total', (_, compare) => {
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0);
        expect(compare(a, b) === 0).toBe(a === b);
        if (compare(a, b) < 0 && compare(b, c) < 0) expect(compare(a, c)).toBeLessThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
