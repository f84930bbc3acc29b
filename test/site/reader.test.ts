import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { buildSampleSite, type SampleSite } from './sample-site.ts';
import { type StaticServer, serveFolder } from './static-server.ts';

const SEED = '/dang-doan-the/hoi-cuu-chien-binh/lam-viec-voi-hoi-ccb-phuong-long-bien-va-sai-dong/';
const TITLE = 'Thường trực Hội Cựu chiến binh Quận làm việc với Hội CCB phường Long Biên và Sài Đồng';

let site: SampleSite;
let server: StaticServer;
let browser: Browser;
let context: BrowserContext | undefined;

beforeAll(async () => {
  site = buildSampleSite();
  server = await serveFolder(site.folder);
  browser = await openBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
  site?.remove();
});

afterEach(async () => {
  await context?.close();
});

interface View {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly script?: boolean;
}

/** A page without script; what the browser complains of is collected. */
async function open(address: string, view: View = {}): Promise<{ page: Page; complaints: string[] }> {
  context = await browser.newContext({
    viewport: { width: view.width ?? 360, height: 800 },
    colorScheme: view.colorScheme ?? 'light',
    javaScriptEnabled: view.script ?? false,
    // Axe is put into the page by the test; the page's own policy would refuse it.
    bypassCSP: view.script ?? false,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('request', (request) => {
    if (!request.url().startsWith(server.origin)) complaints.push(`asked elsewhere: ${request.url()}`);
  });
  await page.goto(server.origin + address);
  return { page, complaints };
}

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
    expect(server.missing).toEqual([]);
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
    const old = site.files.find((file) => /^web\/.*\.html$/.test(file)) ?? '';
    const { page } = await open(`/${old}`);
    await page.waitForURL((url) => url.pathname.startsWith('/dang-doan-the/'));
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  });
});

const KINDS: readonly (readonly [string, string])[] = [
  ['front page', '/'],
  ['section with sections', '/dang-doan-the/'],
  ['section', '/dang-doan-the/hoi-cuu-chien-binh/'],
  ['article', SEED],
  ['archive', '/dang-doan-the/luu-tru/2020/'],
  ['tag', '/the/dai-hoi/'],
  ['all tags', '/the/'],
  ['most read', '/doc-nhieu/'],
  ['site map', '/so-do/'],
  ['standalone page', '/lien-he/'],
  ['not found', '/404.html'],
];

describe.each(KINDS)('the %s', (_, address) => {
  it.each([320, 360, 768, 1280])('fits a screen of %i pixels', async (width) => {
    const { page } = await open(address, { width });
    const widest = await page.evaluate('document.documentElement.scrollWidth');
    expect(widest).toBeLessThanOrEqual(width);
  });

  it.each(['light', 'dark'] as const)('has no barrier that axe knows, %s', async (colorScheme) => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const { page } = await open(address, { colorScheme, script: true });
    await page.evaluate(axe);
    const violations = await page.evaluate(
      `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
        .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html).slice(0, 3).join(' ')))`,
    );
    expect(violations).toEqual([]);
  });
});
