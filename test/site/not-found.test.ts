import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { article, buildInMemory, SITE_YAML, section } from '../support.ts';
import { openBrowser } from './browser.ts';

let browser: Browser | undefined;
beforeAll(async () => {
  browser = await openBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
});

const ORIGIN = 'https://vidu.example';

it('below a base path nothing above the root of the site is asked for', async () => {
  const { files } = buildInMemory({
    'content/site.yaml': SITE_YAML.replace('vidu.example', 'vidu.example/phuong/tin'),
    'content/hoi/_index.md': section('Hội'),
    'content/hoi/bai.md': article('title: Hội thao mùa xuân\ndate: 17/02/2020'),
  });
  const page = await browser?.newPage();
  if (page === undefined) throw new Error('No browser.');
  const asked: string[] = [];
  await page.route('**', (route) => {
    const { pathname } = new URL(route.request().url());
    asked.push(pathname);
    const name = pathname.replace('/phuong/tin/', '').replace(/(?:^|\/)$/, '$&index.html');
    const found = files.get(name);
    const contentType = name.endsWith('.js')
      ? 'text/javascript'
      : name.endsWith('.css')
        ? 'text/css'
        : 'text/html';
    return route.fulfill(
      found === undefined
        ? { status: 404, contentType: 'text/html', body: files.get('404.html') ?? '' }
        : { status: 200, contentType, body: found },
    );
  });
  await page.goto(`${ORIGIN}/phuong/tin/hoi/hoi-thao-mua-xuan/`);
  const meant = page.getByRole('region', { name: 'Có thể bạn tìm' }).getByRole('link');
  await meant.first().waitFor();
  expect(await meant.first().getAttribute('href')).toBe(`${ORIGIN}/phuong/tin/hoi/bai/`);
  expect(asked).toContain('/phuong/tin/hoi/');
  await page.goto(`${ORIGIN}/phuong/tin/hoi-thao/`);
  await meant.first().waitFor();
  expect(asked.filter((pathname) => !pathname.startsWith('/phuong/tin/'))).toEqual([]);
});
