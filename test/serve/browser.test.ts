import path from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { error } from '../../src/base/diagnostic.ts';
import { memoryFileSystem } from '../../src/read/memory-file-system.ts';
import { createLive, type Live } from '../../src/serve/reload.ts';
import { type RunningServer, startServer } from '../../src/serve/server.ts';
import { siteFiles } from '../../src/serve/site-files.ts';
import { openBrowser } from '../site/browser.ts';
import { REPOSITORY } from '../support.ts';

let browser: Browser;
let client: { script: string; style: string };

async function bundled(name: string): Promise<string> {
  const entry = path.join(REPOSITORY, 'src/client', name);
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'iife', write: false });
  return outputFiles[0]?.text ?? '';
}

beforeAll(async () => {
  client = { script: await bundled('reload.ts'), style: await bundled('reload.css') };
  browser = await openBrowser();
});
afterAll(() => browser?.close());

function page(title: string, style = 'a'): string {
  const policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}"><title>${title}</title>
<link rel="stylesheet" href="/assets/${style}.css"></head><body><h1>${title}</h1></body></html>`;
}

interface World {
  readonly live: Live;
  readonly server: RunningServer;
  readonly files: Record<string, string>;
  readonly tab: Page;
  /** What the browser has complained of. */
  readonly complaints: string[];
}

async function serve(files: Record<string, string>, version: string, port = 0) {
  const site = () => siteFiles(Object.keys(files));
  const live = createLive({ version, site });
  const server = await startServer({
    files: memoryFileSystem(files),
    site,
    port,
    language: 'vi',
    dev: { live, client },
  });
  onTestFinished(() => server.close());
  return { live, server };
}

async function open(): Promise<World> {
  const files: Record<string, string> = {
    'index.html': page('Một'),
    'favicon.ico': '',
    'khac/index.html': page('Khác'),
    'assets/a.css': 'h1 { color: rgb(1, 1, 1) } body { height: 5000px }',
    'assets/b.css': 'h1 { color: rgb(2, 2, 2) } body { height: 5000px }',
  };
  const { live, server } = await serve(files, 'v1');
  const tab = await browser.newPage();
  onTestFinished(() => tab.close());
  const complaints: string[] = [];
  tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  tab.on('pageerror', (cause) => complaints.push(String(cause)));
  await tab.goto(server.address);
  await expect.poll(() => live.clients).toBe(1);
  return { live, server, files, tab, complaints };
}

/** Not by `waitForFunction`, which the page's policy stops. */
async function becomesTrue(tab: Page, expression: string): Promise<void> {
  const now = (): Promise<unknown> => tab.evaluate(expression).catch(() => 'the page is loading');
  await expect.poll(now, { timeout: 20_000 }).toBe(true);
}

const change = (version: string, ...changed: string[]) => ({
  version,
  changed: new Set(changed),
  styles: [],
  onlyStyles: false,
});
const finding = error(
  'title-missing',
  { path: 'content/<img src=x>.md', line: 2, column: 1, text: '<script>alert(1)</script>' },
  { title: '<b>x</b>' },
);

describe('a page in a browser', () => {
  it('loads itself again where the reader was, and only if it has changed', async () => {
    const { live, files, tab, complaints } = await open();
    await tab.evaluate('window.mark = 1; scrollTo(0, 1234); history.scrollRestoration = "manual"');
    files['khac/index.html'] = page('Khác 2');
    live.publish(change('v2', 'khac/index.html'));
    files['index.html'] = page('Hai');
    await tab.waitForTimeout(300);
    expect(await tab.evaluate('[window.mark, document.title]')).toEqual([1, 'Một']);
    live.publish(change('v3', 'index.html'));
    await becomesTrue(tab, 'document.title === "Hai"');
    await becomesTrue(tab, 'scrollY === 1234');
    expect(await tab.evaluate('typeof window.mark')).toBe('undefined');
    expect(complaints).toEqual([]);
  });

  it('changes its stylesheet as it stands', async () => {
    const { live, files, tab, complaints } = await open();
    await tab.evaluate('window.mark = 1');
    files['index.html'] = page('Một', 'b');
    live.publish({
      ...change('v2', 'index.html', 'assets/a.css', 'assets/b.css'),
      styles: [{ from: '/assets/a.css', to: '/assets/b.css' }],
      onlyStyles: true,
    });
    await becomesTrue(tab, 'getComputedStyle(document.querySelector("h1")).color === "rgb(2, 2, 2)"');
    await becomesTrue(tab, 'document.querySelectorAll("link").length === 1');
    expect(await tab.evaluate('window.mark')).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('shows what is wrong as text until it is right, and goes by the keyboard', async () => {
    const { live, tab, complaints } = await open();
    const dialog = tab.getByRole('dialog', { name: '1 lỗi' });
    live.showFindings([finding], 'vi');
    await dialog.waitFor();
    const text = await dialog.innerText();
    expect(text).toContain('content/<img src=x>.md:2:1');
    expect(text).toContain('<script>alert(1)</script>');
    expect(await dialog.locator('mark').innerText()).toBe('<');
    expect(await dialog.locator('script, img, b').count()).toBe(0);
    await becomesTrue(tab, 'getComputedStyle(document.querySelector("dialog")).borderTopWidth === "6px"');
    await becomesTrue(tab, 'document.activeElement.matches("dialog button")');
    live.clearFindings();
    await dialog.waitFor({ state: 'detached' });
    live.showFindings([finding], 'vi');
    await dialog.waitFor();
    await tab.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    live.showFindings([finding, finding], 'vi');
    await tab.getByRole('dialog', { name: '2 lỗi' }).waitFor();
    await tab.reload();
    await tab.getByRole('dialog', { name: '2 lỗi' }).waitFor();
    await tab.keyboard.press('Enter');
    await tab.getByRole('dialog').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  it('finds the server again, and loads itself if the site is another by then', async () => {
    const { server, files, tab } = await open();
    await tab.evaluate('window.mark = 1');
    await server.close();
    const same = await serve(files, 'v1', server.port);
    expect(same.server.port).toBe(server.port);
    await expect.poll(() => same.live.clients, { timeout: 20_000 }).toBe(1);
    await tab.waitForTimeout(300);
    expect(await tab.evaluate('window.mark')).toBe(1);
    await same.server.close();
    files['index.html'] = page('Ba');
    await serve(files, 'v2', server.port);
    await becomesTrue(tab, 'document.title === "Ba"');
  });
});
