/**
 * What Lighthouse says of the sample site on a phone with a slow line: three runs a page, of which the worst counts. All
 * four of its figures are to be 100, with no layout shift and no blocking, and an article's largest paint within a second.
 * Needs a Chromium (CHROMIUM_PATH, or /usr/bin/chromium); run by `npm run check:lighthouse`, quietly: a busy machine is slow.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import lighthouse from 'lighthouse';

const RUNS = Number(process.env.RUNS ?? 3);
const PAGES = {
  'front page': '/',
  head: '/dang-doan-the/hoi-cuu-chien-binh/',
  archive: '/dang-doan-the/luu-tru/2020/',
  article: '/dang-doan-the/hoi-cuu-chien-binh/lam-viec-voi-hoi-ccb-phuong-long-bien-va-sai-dong/',
};
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const DEBUGGING_PORT = 9333;
/** Bytes that the line brings in a hundredth of a second, as Lighthouse reckons: 1.6 Mbit/s. */
const LINE = 2000;
const TYPES = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.txt': 'text/plain',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.jpg': 'image/jpeg',
};

const out = await mkdtemp(path.join(tmpdir(), 'bantin-lighthouse-'));
const program = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
if (!existsSync(program))
  throw new Error('No Chromium at /usr/bin/chromium: set CHROMIUM_PATH to its program.');
const browser = spawn(program, [
  '--headless=new',
  `--remote-debugging-port=${DEBUGGING_PORT}`,
  `--user-data-dir=${path.join(out, 'profile')}`,
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  'about:blank',
]);
const site = path.join(out, 'site');
await run('build', '--out', site);
const server = await serve(site);

let faults = 0;
try {
  const origin = `http://127.0.0.1:${server.address().port}`;
  // The first page that a browser shows also pays for starting it and for the system's fonts: it is not counted.
  await lighthouse(origin + PAGES.head, {
    port: DEBUGGING_PORT,
    onlyCategories: ['performance'],
    logLevel: 'error',
  });
  for (const [name, address] of Object.entries(PAGES)) {
    const worst = new Map();
    for (let turn = 0; turn < RUNS; turn++) {
      const { lhr } = await lighthouse(origin + address, {
        port: DEBUGGING_PORT,
        onlyCategories: CATEGORIES,
        logLevel: 'error',
      });
      for (const id of CATEGORIES) {
        const category = lhr.categories[id];
        const score = Math.round((category.score ?? 0) * 100);
        worst.set(id, Math.min(worst.get(id) ?? 100, score));
        if (score === 100) continue;
        for (const { id: audit, weight } of category.auditRefs) {
          const { score: part, displayValue = '', explanation = '' } = lhr.audits[audit];
          if (weight > 0 && part !== null && part < 1)
            console.log(`  ${name}: ${audit} ${displayValue} ${explanation}`.trimEnd());
        }
      }
      const figure = (id) => lhr.audits[id].numericValue ?? 0;
      const keep = (key, value) => worst.set(key, Math.max(worst.get(key) ?? 0, value));
      keep('CLS', figure('cumulative-layout-shift'));
      keep('blocking ms', Math.round(figure('total-blocking-time')));
      keep('LCP ms', Math.round(figure('largest-contentful-paint')));
    }
    const isGood =
      CATEGORIES.every((id) => worst.get(id) === 100) &&
      worst.get('CLS') === 0 &&
      worst.get('blocking ms') === 0 &&
      (name !== 'article' || worst.get('LCP ms') <= 1000);
    if (!isGood) faults += 1;
    console.log(
      `${isGood ? '✓' : '✗'} ${name}: ${[...worst].map(([key, value]) => `${key} ${value}`).join(', ')}`,
    );
  }
} finally {
  server.close();
  server.closeAllConnections();
  await ended(browser);
  await rm(out, { recursive: true, force: true });
}
process.exitCode = faults > 0 ? 1 : 0;

function run(...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['build/bantin.js', ...args], { stdio: 'inherit' });
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`bantin ${args[0]}: ${code}`))));
  });
}

/** It writes into its folder until it has ended. */
function ended(child) {
  return new Promise((resolve) => {
    child.on('exit', resolve);
    child.kill();
  });
}

/** Sends at the pace of the line: what comes sooner than the first paint counts as if the paint had waited for it. */
async function send(response, bytes) {
  for (let at = 0; at < bytes.length; at += LINE) {
    if (at > 0) await setTimeout(10);
    response.write(bytes.subarray(at, at + LINE));
  }
  response.end();
}

/**
 * A web server as a site has one: compressed, and assets kept for good. Not `bantin preview`, which answers its own pages
 * only, and Lighthouse asks for robots.txt from elsewhere.
 */
async function serve(folder) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const file = path.join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    const bytes = await readFile(file).catch(() => undefined);
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    const isText = /^text|json|xml/.test(type);
    response.writeHead(bytes === undefined ? 404 : 200, {
      'content-type': isText ? `${type}; charset=utf-8` : type,
      'cache-control': pathname.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache',
      ...(isText && { 'content-encoding': 'gzip' }),
    });
    await send(response, isText ? gzipSync(bytes ?? '') : (bytes ?? Buffer.alloc(0)));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
