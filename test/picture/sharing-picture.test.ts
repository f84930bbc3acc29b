import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DrawnColours } from '../../src/base/drawing.ts';
import { draw } from '../../src/picture/draw.ts';
import { typeset } from '../../src/picture/typeset.ts';
import { type ReadImage, readPng } from './read-png.ts';

const RED: DrawnColours = { band: '#8a171b', accent: '#c8962c', name: '#f6dca0' };
const GREEN: DrawnColours = { band: '#0b5d3b', accent: '#d0a040', name: '#e8c987' };
const WHITE = '#ffffff';

function sharing(title: string, name = 'Bản tin Long Biên', colours = RED): Uint8Array {
  return draw({ is: 'sharing', title, name, colours });
}

/** The rows, and the columns, between which something is in the title's white. */
function extentOf(image: ReadImage, colour = WHITE) {
  const found = { left: image.width, top: image.height, right: 0, bottom: 0 };
  for (let y = 0; y < image.height; y++) {
    for (let x = 0; x < image.width; x++) {
      if (image.at(x, y) !== colour) continue;
      found.left = Math.min(found.left, x);
      found.top = Math.min(found.top, y);
      found.right = Math.max(found.right, x + 1);
      found.bottom = Math.max(found.bottom, y + 1);
    }
  }
  return found;
}

/** Where a row of white follows one without: at the top of each line of letters without marks. */
function linesOf(image: ReadImage): number {
  let [lines, was] = [0, false];
  for (let y = 0; y < image.height; y++) {
    let is = false;
    for (let x = 0; x < image.width && !is; x++) is = image.at(x, y) === WHITE;
    if (is && !was) lines++;
    was = is;
  }
  return lines;
}

describe('the picture of a section', () => {
  it('is a PNG of 1200x630 in the colours of the site', () => {
    const image = readPng(sharing('Hội Cựu chiến binh'));
    expect([image.width, image.height]).toEqual([1200, 630]);
    expect(image.bytes).toBeLessThan(36_000);
    expect([image.at(2, 2), image.at(40, 620), image.at(600, 501)]).toEqual([
      '#8a171b',
      '#8a171b',
      '#c8962c',
    ]);
    const green = readPng(sharing('Hội Cựu chiến binh', '', GREEN));
    expect([green.at(2, 2), green.at(600, 501)]).toEqual(['#0b5d3b', '#d0a040']);
  });

  it('has the drum on its right in a tone of the band, cut by the edge', () => {
    const image = readPng(sharing('A'));
    const tone = image.at(1016, 276);
    expect(tone).toBe('#952d1e');
    expect(image.at(1016 - 424, 276)).toBe(tone);
    expect(image.inked(0, 0, 560, 100, '#8a171b')).toBe(0);
    expect(image.inked(1198, 0, 1200, 630, '#8a171b')).toBeGreaterThan(100);
  });

  it('has the title in white and the name below it in its own colour', () => {
    const image = readPng(sharing('HHHHH', 'HHH'));
    const title = extentOf(image);
    expect(title.left).toBeGreaterThanOrEqual(80);
    expect(title.left).toBeLessThan(90);
    expect(title.bottom - title.top).toBeGreaterThan(80);
    const name = extentOf(image, RED.name);
    expect([name.left > 150, name.top > 520, name.bottom < 600]).toEqual([true, true, true]);
    expect(extentOf(readPng(sharing('HHHHH', '')), RED.name).right).toBe(0);
  });

  it('has room for marks above and below marks', () => {
    const [plain, marked] = [readPng(sharing('EAO')), readPng(sharing('ỄẬỘ'))].map((image) =>
      extentOf(image),
    );
    // The letters are 86 pixels high, a circumflex and a tilde 40 more, a dot below 25 more.
    expect(marked?.top).toBeLessThan((plain?.top ?? 0) - 30);
    expect(marked?.bottom).toBeGreaterThan((plain?.bottom ?? 0) + 20);
    expect(marked?.top).toBeGreaterThan(60);
  });

  it('has a title in as many lines as it needs, at most four, and all of them on the picture', () => {
    const lines = (title: string): number => linesOf(readPng(sharing(title)));
    const words = (count: number): string => Array.from({ length: count }, () => 'HHHHH').join(' ');
    expect([words(1), words(3), words(8), words(16), words(60)].map(lines)).toEqual([1, 2, 3, 4, 4]);
    expect(lines('H'.repeat(300))).toBe(4);
  });

  it('never leaves its frame, whatever it is called', () => {
    const letters = fc.constantFrom(...'aăâeêoôơuưyỄẬỹgpqHWMđĐ0189.,-–“”…☃漢Ωß ', ' ', '\n', '\u0301');
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 200 }), (title) => {
        const { left, top, right, bottom } = extentOf(readPng(sharing(title, title)));
        if (right === 0) return;
        expect([left >= 70, top >= 40, right <= 1130, bottom <= 496]).toEqual([true, true, true, true]);
      }),
      { numRuns: 25 },
    );
  });

  it('leaves out letters that it does not have, and of others the marks', () => {
    expect(sharing('Mül\u200bler 漢字 ☃')).toEqual(sharing('Muller'));
    expect(sharing('漢字')).toEqual(sharing(''));
    expect(sharing('Hội'.normalize('NFD'))).toEqual(sharing('Hội'));
    expect(sharing('Hội')).not.toEqual(sharing('Hoi'));
  });

  it('begins no line with a dash', () => {
    const title = 'Hội Phụ nữ - Hội Nông dân – Đoàn Thanh niên';
    for (let width = 250; width < 900; width += 10) {
      const { lines } = typeset(title, { width, height: 900, lines: 9, sizes: [50] });
      expect(lines.join(' ')).toBe(title);
      expect(lines.filter((line) => /^[-–]/.test(line))).toEqual([]);
    }
  });

  it('is the same twice, and whatever was drawn in between', () => {
    const first = sharing('Hội Nông dân');
    sharing('Liên đoàn Lao động', 'Khác', GREEN);
    expect(sharing('Hội Nông dân')).toEqual(first);
  });
});

describe('an icon', () => {
  const icon = (size: number, shape: 'tile' | 'square' | 'maskable'): ReadImage =>
    readPng(draw({ is: 'icon', size, shape, colours: RED }));

  it('has the drum on the band', () => {
    const image = icon(180, 'square');
    expect([image.width, image.height, image.at(0, 0), image.at(90, 90)]).toEqual([
      180,
      180,
      '#8a171b',
      '#f6dca0',
    ]);
  });

  it('has round corners where nobody else cuts it', () => {
    const image = icon(192, 'tile');
    expect([image.at(0, 0), image.at(96, 0), image.at(96, 96)]).toEqual(['#8a171b00', '#8a171b', '#f6dca0']);
    expect(image.bytes).toBeLessThan(5_000);
  });

  it('keeps to the circle that a phone may cut out of it', () => {
    const image = icon(512, 'maskable');
    expect(image.at(0, 0)).toBe('#8a171b');
    for (let y = 0; y < 512; y++) {
      for (let x = 0; x < 512; x++) {
        if (image.at(x, y) !== '#8a171b') expect(Math.hypot(x - 255.5, y - 255.5)).toBeLessThan(0.4 * 512);
      }
    }
  });
});

describe('the reader of these tests', () => {
  it.each([20, 60, 900, -3])('sees a byte that is wrong, at %i', (place) => {
    const bytes = Buffer.from(sharing('Hội'));
    const at = place < 0 ? bytes.length + place : place;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    expect(() => readPng(bytes)).toThrow();
  });
});
