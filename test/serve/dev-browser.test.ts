import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { openBrowser } from '../site/browser.ts';
import { article } from '../support.ts';
import { type RunningCommand, run, type Workplace, workplace } from './command.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

interface Reading {
  readonly place: Workplace;
  readonly running: RunningCommand;
  readonly tab: Page;
  /** What the browser has complained of. */
  readonly complaints: string[];
}

const bai = (body: string, date = '17/02/2020 15:47'): string => article(`title: Bài\ndate: ${date}`, body);

/** An article, opened in a browser while it is written. */
async function reading(files: Readonly<Record<string, string>> = {}): Promise<Reading> {
  const place = workplace({
    'content/tin/bai.md': bai('Lời đầu.'),
    // Browsers ask for it.
    'content/_public/favicon.ico': '',
    ...files,
  });
  const running = await run(place.root, ['dev', '--port', '0']);
  const tab = await browser.newPage();
  onTestFinished(() => tab.close());
  const complaints: string[] = [];
  tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  tab.on('pageerror', (cause) => complaints.push(String(cause)));
  await tab.goto(new URL('tin/bai/', running.address).href);
  await shows(tab, 'Lời đầu.');
  // Whatever was under way when the page came is over.
  await tab.waitForTimeout(300);
  await tab.evaluate('window.mark = 1');
  return { place, running, tab, complaints };
}

/** Not by `waitForFunction`, which the page's policy stops. */
async function becomes(tab: Page, expression: string, value: unknown): Promise<void> {
  const now = (): Promise<unknown> => tab.evaluate(expression).catch(() => 'the page is loading');
  await expect.poll(now, { timeout: 20_000, interval: 10 }).toBe(value);
}

const shows = (tab: Page, words: string) =>
  becomes(tab, `document.querySelector('.prose')?.textContent.includes(${JSON.stringify(words)})`, true);

it('an article that is saved changes in the open page, without a click', async () => {
  const { place, tab, complaints } = await reading();
  const started = performance.now();
  place.write('content/tin/bai.md', bai('Lời sau.'));
  await shows(tab, 'Lời sau.');
  expect(performance.now() - started).toBeLessThan(5000);
  place.write('content/tin/bai.md', bai('Lời sau nữa.'));
  await shows(tab, 'Lời sau nữa.');
  expect(complaints).toEqual([]);
});

it('another article that is saved leaves the open page alone', async () => {
  const { place, running, tab } = await reading({
    'content/hoi/_index.md': '---\ntitle: Hội\n---\n',
    'content/hoi/khac.md': article('title: Khác\ndate: 17/02/2020 15:47'),
  });
  const from = running.said().length;
  place.write('content/hoi/khac.md', article('title: Khác\ndate: 17/02/2020 15:47', 'Sửa.'));
  // What is saved before the watcher is up is found by its first look at everything, which names no file.
  await running.says(/ghi [1-9]/, from);
  await tab.waitForTimeout(300);
  expect(await tab.evaluate('window.mark')).toBe(1);
});

it('what is wrong shows with its place over the last good page, until it is mended', async () => {
  const { place, tab, complaints } = await reading();
  const dialog = tab.getByRole('dialog', { name: '1 lỗi' });
  place.write('content/tin/bai.md', bai('Lời hỏng.', '31/02/2020'));
  await dialog.waitFor();
  const text = await dialog.innerText();
  expect(text).toContain('content/tin/bai.md:3:7');
  expect(text).toContain('date: 31/02/2020');
  await shows(tab, 'Lời đầu.');
  await tab.reload();
  await dialog.waitFor();
  place.write('content/tin/bai.md', bai('Lời lành.'));
  await shows(tab, 'Lời lành.');
  await tab.waitForTimeout(300);
  expect(await dialog.count()).toBe(0);
  // Mended to what it was, the page stays as it stands.
  await tab.evaluate('window.mark = 2');
  place.write('content/tin/bai.md', bai('Lời hỏng.', '31/02/2020'));
  await dialog.waitFor();
  place.write('content/tin/bai.md', bai('Lời lành.'));
  await dialog.waitFor({ state: 'detached' });
  expect(await tab.evaluate('window.mark')).toBe(2);
  expect(complaints).toEqual([]);
});

it('a warning alone covers nothing', async () => {
  const { place, running, tab } = await reading();
  place.write('content/tin/bai.md', bai('Xem [kia](khong-co.md).'));
  await running.says('1 cảnh báo');
  await shows(tab, 'Xem kia.');
  await tab.waitForTimeout(300);
  expect(await tab.getByRole('dialog').count()).toBe(0);
});

it('a stylesheet that is saved is swapped without loading the page', async () => {
  const { place, tab, complaints } = await reading({
    'templates/assets/style.css': 'h1 { color: rgb(1, 1, 1) }',
  });
  await becomes(tab, 'getComputedStyle(document.querySelector("h1")).color', 'rgb(1, 1, 1)');
  await tab.evaluate('window.mark = 1');
  for (const colour of ['rgb(2, 2, 2)', 'rgb(3, 3, 3)']) {
    place.write('templates/assets/style.css', `h1 { color: ${colour} }`);
    await becomes(tab, 'getComputedStyle(document.querySelector("h1")).color', colour);
  }
  await becomes(tab, 'document.querySelectorAll("link[rel=stylesheet]").length', 1);
  expect(await tab.evaluate('window.mark')).toBe(1);
  // With an article beside it, the page is loaded.
  place.write('content/tin/bai.md', bai('Lời mới.'));
  place.write('templates/assets/style.css', 'h1 { color: rgb(4, 4, 4) }');
  await shows(tab, 'Lời mới.');
  await becomes(tab, 'getComputedStyle(document.querySelector("h1")).color', 'rgb(4, 4, 4)');
  expect(complaints).toEqual([]);
});

it('a new article appears on the open list, and goes again; its page then says that it is not there', async () => {
  const { place, running, tab } = await reading();
  await tab.goto(new URL('tin/', running.address).href);
  place.write('content/tin/moi.md', article('title: Bài mới tinh\ndate: 18/02/2020'));
  await tab.getByRole('link', { name: 'Bài mới tinh' }).first().click();
  await becomes(tab, 'location.pathname', '/tin/moi/');
  rmSync(path.join(place.root, 'content/tin/moi.md'));
  await becomes(tab, 'document.querySelector(".prose") === null && document.title.includes("Không")', true);
  const answer = await running.get('/tin/moi/');
  expect(answer.status).toBe(404);
});
