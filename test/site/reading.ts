import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { openBrowser } from './browser.ts';
import { type SampleSite, sampleSite } from './sample-site.ts';
import { type StaticServer, serveFolder } from './static-server.ts';

export const SEED = '/dang-doan-the/hoi-cuu-chien-binh/lam-viec-voi-hoi-ccb-phuong-long-bien-va-sai-dong/';

/** One page of every kind. */
export const KINDS: readonly (readonly [string, string])[] = [
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
  ['section in another language', '/english/'],
  ['article in another language', '/english/thirty-years-of-the-veterans-association/'],
  ['article with a translation', '/dang-doan-the/hoi-cuu-chien-binh/gap-mat-ky-niem-30-nam-thanh-lap-hoi/'],
  ['not found', '/404.html'],
];

export interface View {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: boolean;
  readonly script?: boolean;
  /** For what a test puts into the page, which the page's own policy would refuse. */
  readonly bypassPolicy?: boolean;
  /** Runs in every page before its own scripts. */
  readonly before?: string;
}

export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complains of, and what was asked for elsewhere. */
  readonly complaints: readonly string[];
}

/** The sample site in a browser, for the tests of one file. Pages are without script unless it is asked for. */
export function readSampleSite() {
  let site: SampleSite | undefined;
  let server: StaticServer | undefined;
  let browser: Browser | undefined;
  const contexts: BrowserContext[] = [];

  const there = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error('Not before the tests run.');
    return thing;
  };

  beforeAll(async () => {
    site = sampleSite();
    server = await serveFolder(site.folder);
    browser = await openBrowser();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });

  return {
    site: () => there(site),
    server: () => there(server),
    async open(address: string, view: View = {}): Promise<Opened> {
      const context = await there(browser).newContext({
        viewport: { width: view.width ?? 360, height: 800 },
        colorScheme: view.colorScheme ?? 'light',
        forcedColors: view.forcedColors ? 'active' : 'none',
        javaScriptEnabled: view.script ?? false,
        bypassCSP: view.bypassPolicy ?? false,
        hasTouch: true,
      });
      contexts.push(context);
      if (view.before !== undefined) await context.addInitScript(view.before);
      const page = await context.newPage();
      const complaints: string[] = [];
      const { origin } = there(server);
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        if (!request.url().startsWith(origin)) complaints.push(`asked elsewhere: ${request.url()}`);
      });
      await page.goto(origin + address);
      return { page, context, complaints };
    },
  };
}
