import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { KINDS, readSampleSite, SEED } from './reading.ts';

const TITLE = 'Thường trực Hội Cựu chiến binh Quận làm việc với Hội CCB phường Long Biên và Sài Đồng';

const reading = readSampleSite();
const { open } = reading;

describe('a reader without script', () => {
  it('goes from the front page to the section, the seed article and an older one', async () => {
    const { page, complaints } = await open('/');
    await page.getByRole('link', { name: 'Hội Cựu chiến binh', exact: true }).last().click();
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('Hội Cựu chiến binh');

    await page.getByRole('link', { name: /năm 2020/ }).click();
    await page.getByRole('link', { name: TITLE }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(TITLE);
    expect((await page.locator('.dateline').innerText()).replace(/\s+/g, ' ')).toBe(
      'Ngày đăng 17/02/2020 | 15:47 | Lượt xem: 405',
    );
    const trail = await page
      .getByRole('navigation', { name: 'Vị trí trong trang' })
      .getByRole('link')
      .allTextContents();
    expect(trail).toEqual(['Trang chủ', 'Đảng - đoàn thể', 'Hội Cựu chiến binh']);
    const picture = page.locator('.story img').first();
    await expect
      .poll(() => picture.evaluate((image: { naturalWidth: number }) => image.naturalWidth))
      .toBe(1200);

    const older = page.getByRole('region', { name: 'Tin cũ hơn' }).getByRole('link').first();
    const next = await older.textContent();
    await older.click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(next);
    expect(
      await page.getByRole('region', { name: 'Tin mới hơn' }).getByRole('link', { name: TITLE }).count(),
    ).toBe(1);
    expect(complaints).toEqual([]);
    expect(reading.server().missing).toEqual([]);
  });

  it('reaches the text with the skip link, and the menu, by keyboard alone', async () => {
    const { page } = await open(SEED);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('Tới nội dung chính');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#bt_main');
    await page.keyboard.press('Tab');
    expect(await page.locator('main a:focus, main [tabindex]:focus').count()).toBe(1);
  });

  it('meets a page that says where to go on at an address that is not there', async () => {
    const { page } = await open('/khong-co/');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Không tìm thấy trang');
    await page.getByRole('link', { name: 'Hội Nông dân', exact: true }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Hội Nông dân');
  });

  it('is led on from an old address', async () => {
    const old = reading.site().files.find((file) => /^web\/.*\.html$/.test(file)) ?? '';
    const { page } = await open(`/${old}`);
    await page.waitForURL((url) => url.pathname.startsWith('/dang-doan-the/'));
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  });
});

/** In CSS pixels. */
const WIDTHS = [320, 360, 768, 1280];

const LOOKS = [
  ['light', 360],
  ['light', 1280],
  ['dark', 360],
  ['dark', 1280],
] as const;

describe.each(KINDS)('the %s', (_, address) => {
  it('fits a phone, a tablet and a desk', async () => {
    const { page } = await open(address);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate('innerWidth')).toBe(width);
      const widest = await page.evaluate('document.documentElement.scrollWidth');
      expect(widest, `at ${width} pixels`).toBeLessThanOrEqual(width);
    }
  });

  it('has no barrier that axe knows, light or dark, on a phone or a desk', async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const { page } = await open(address, { script: true, bypassPolicy: true });
    await page.evaluate(axe);
    for (const [colorScheme, width] of LOOKS) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      const violations = await page.evaluate(
        `axe.run({ resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
          .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html).slice(0, 3).join(' ')))`,
      );
      expect(violations, `${colorScheme}, ${width} pixels`).toEqual([]);
    }
  });
});
