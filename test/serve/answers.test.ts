import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../src/read/node-file-system.ts';
import { contentTypeOf } from '../../src/serve/content-types.ts';
import { chooseCoding, isKnown, readRange } from '../../src/serve/negotiate.ts';
import { SITE_POLICY } from '../../src/serve/policy.ts';
import { listFiles, siteFiles } from '../../src/serve/site-files.ts';
import { REPOSITORY } from '../support.ts';
import { FILES, folderWithSecrets, request, start } from './running.ts';

const PDF = '/dang-doan-the/bai/van%20ban.pdf';
const PDF_BYTES = Buffer.from(FILES['dang-doan-the/bai/van ban.pdf'] as Uint8Array);

describe('an answer', () => {
  it('has the bytes of the file, its type and all that keeps others out', async () => {
    const { port } = await start();
    const reply = await request(port, '/dang-doan-the/');
    expect(reply.status).toBe(200);
    expect(reply.text).toBe(FILES['dang-doan-the/index.html']);
    expect(reply.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-length': String(reply.body.length),
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': SITE_POLICY,
      'accept-ranges': 'bytes',
    });
    expect(reply.headers['etag']).toMatch(/^"[0-9a-f]{32}"$/);
  });

  it('has the policy that the published pages have, all of them together', () => {
    const head = readFileSync(path.join(REPOSITORY, 'templates/partials/head.njk'), 'utf8');
    const asked = head.match(/[a-z]+-(?:src|uri|action) '(?:none|self)'/g) ?? [];
    expect(SITE_POLICY.split('; ').sort()).toEqual([...asked, "frame-ancestors 'none'"].sort());
    expect(SITE_POLICY.split('; ')).toEqual(
      expect.arrayContaining(["script-src 'self'", "connect-src 'self'"]),
    );
  });

  it.each([
    ['index.html', 'text/html; charset=utf-8'],
    ['a/INDEX.HTML', 'text/html; charset=utf-8'],
    ['a.htm', 'application/octet-stream'],
    ['a.xhtml', 'application/octet-stream'],
    ['a.html.exe', 'application/octet-stream'],
    ['a', 'application/octet-stream'],
    ['html', 'application/octet-stream'],
    ['.html', 'application/octet-stream'],
    ['a.constructor', 'application/octet-stream'],
    ['a.css', 'text/css; charset=utf-8'],
    ['a.js', 'text/javascript; charset=utf-8'],
    ['rss.xml', 'application/xml; charset=utf-8'],
    ['api/index.json', 'application/json; charset=utf-8'],
    ['dang-doan-the/feed.json', 'application/feed+json; charset=utf-8'],
    ['a.svg', 'image/svg+xml; charset=utf-8'],
    ['a.jpg', 'image/jpeg'],
    ['a.avif', 'image/avif'],
    ['a.pdf', 'application/pdf'],
    ['a.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['site.webmanifest', 'application/manifest+json; charset=utf-8'],
    ['robots.txt', 'text/plain; charset=utf-8'],
  ])('knows the type of %s', (name, type) => {
    expect(contentTypeOf(name)).toBe(type);
  });

  it('lets no drawing run anything', async () => {
    for (const isDev of [false, true]) {
      const { port } = await start({ isDev });
      const reply = await request(port, '/dang-doan-the/bai/anh.svg');
      expect(reply.headers['content-security-policy']).toBe(
        "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      );
      expect((await request(port, '/rss.xml')).headers['content-security-policy']).toBe(SITE_POLICY);
    }
  });

  it('to HEAD is the same without a body', async () => {
    const { port } = await start();
    for (const target of ['/', '/rss.xml', PDF, '/nothing', '/evil', '/assets/style.0123456789.css']) {
      const get = await request(port, target);
      const head = await request(port, target, { Range: 'bytes=0-1' }, 'HEAD');
      expect(head.body).toHaveLength(0);
      expect({ ...head.headers, date: '' }).toEqual({ ...get.headers, date: '' });
      expect(head.status).toBe(get.status);
    }
  });

  it('may be kept for good if its name has a hash, and not at all while the site is written', async () => {
    const { port } = await start();
    const cache = async (target: string) => (await request(port, target)).headers['cache-control'];
    expect(await cache('/assets/style.0123456789.css')).toBe('public, max-age=31536000, immutable');
    expect(await cache('/assets/nothing.0123456789.css')).toBe('no-cache');
    for (const target of ['/rss.xml', '/assets/plain.css', '/assets/style.css/0123456789/a.css']) {
      expect(await cache(target), target).toBe('no-cache');
    }
    const dev = await start({ isDev: true });
    for (const target of ['/', '/assets/style.0123456789.css', '/nothing', '/evil', '/_bantin/reload.js']) {
      expect((await request(dev.port, target)).headers['cache-control'], target).toBe('no-store');
    }
  });

  it('is short if the client has the file', async () => {
    const { port } = await start();
    const { etag = '' } = (await request(port, '/')).headers;
    for (const tag of [etag, `W/${etag}`, `"a", ${etag}`, '*']) {
      const reply = await request(port, '/', { 'If-None-Match': tag });
      expect([reply.status, reply.body.length], tag).toEqual([304, 0]);
      expect(reply.headers).toMatchObject({ etag, 'cache-control': 'no-cache' });
      expect(reply.headers['content-length']).toBeUndefined();
    }
    expect((await request(port, '/', { 'If-None-Match': '"a"' })).status).toBe(200);
    expect((await request(port, '/evil/', { 'If-None-Match': etag })).status).toBe(200);
    expect((await request(port, '/nothing', { 'If-None-Match': '*' })).status).toBe(404);
    expect(isKnown(undefined, etag)).toBe(false);
  });

  it('is packed as the client likes it, if that is worth it', async () => {
    const { port } = await start();
    const get = (target: string, accept: string, more = {}) =>
      request(port, target, { 'Accept-Encoding': accept, ...more });
    const plain = await get('/rss.xml', 'identity');
    expect(plain.text).toBe(FILES['rss.xml']);
    const br = await get('/rss.xml', 'gzip, deflate, br');
    expect(br.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
    expect(brotliDecompressSync(br.body).toString()).toBe(FILES['rss.xml']);
    const gzip = await get('/rss.xml', 'gzip');
    expect(gzip.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    expect(gunzipSync(gzip.body).toString()).toBe(FILES['rss.xml']);
    expect(gzip.body.length).toBeLessThan(plain.body.length / 2);
    expect(plain.headers['vary']).toBe('Accept-Encoding');
    const tags = [plain, br, gzip].map(({ headers }) => headers['etag'] ?? '');
    expect(new Set(tags).size).toBe(3);
    expect((await get('/rss.xml', 'br', { 'If-None-Match': tags[1] })).status).toBe(304);
    expect((await get('/rss.xml', 'br', { 'If-None-Match': tags[0] })).status).toBe(200);
    for (const target of ['/', PDF]) {
      const reply = await get(target, 'gzip, br');
      expect(reply.headers['content-encoding']).toBeUndefined();
      expect(reply.headers['vary']).toBeUndefined();
    }
    const part = await get('/rss.xml', 'gzip', { Range: 'bytes=0-1' });
    expect([part.status, part.headers['content-encoding']]).toEqual([200, 'gzip']);
    expect(part.headers['accept-ranges']).toBeUndefined();
  });

  it.each([
    [undefined, undefined],
    ['', undefined],
    ['identity', undefined],
    ['gzip', 'gzip'],
    ['GZIP;q=0.5', 'gzip'],
    ['br;q=0.1, gzip', 'gzip'],
    ['br;q=0, gzip;q=0', undefined],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
    ['*;q=0', undefined],
    ['br;q=junk', undefined],
    ['identity;q=1, gzip;q=0.2', undefined],
    ['identity, br;q=0.9, *;q=0.1', undefined],
    ['identity;q=0.5, gzip;q=0.5', 'gzip'],
    ['identity;q=0.1, *;q=0.2', 'br'],
    ['identity;q=0, gzip', 'gzip'],
  ])('is packed for %s by %s', (accept, coding) => {
    expect(chooseCoding(accept)).toBe(coding);
  });

  it('may be a part', async () => {
    const { port } = await start();
    const whole = await request(port, PDF);
    expect(whole.body.equals(PDF_BYTES)).toBe(true);
    const part = await request(port, PDF, { Range: 'bytes=100-199' });
    expect(part.status).toBe(206);
    expect(part.headers).toMatchObject({
      'content-range': 'bytes 100-199/5000',
      'content-length': '100',
      'content-type': 'application/pdf',
      etag: whole.headers['etag'],
    });
    expect(part.body.equals(PDF_BYTES.subarray(100, 200))).toBe(true);
    const end = await request(port, PDF, { Range: 'bytes=-7' });
    expect(end.body.equals(PDF_BYTES.subarray(4993))).toBe(true);
    const none = await request(port, PDF, { Range: 'bytes=5000-' });
    expect([none.status, none.headers['content-range']]).toEqual([416, 'bytes */5000']);
    expect((await request(port, '/empty.txt', { Range: 'bytes=0-' })).status).toBe(416);
    const { etag = '' } = whole.headers;
    const range = { Range: 'bytes=0-0' };
    expect((await request(port, PDF, { ...range, 'If-Range': etag })).status).toBe(206);
    for (const other of ['"a"', `W/${etag}`, 'Tue, 24 Nov 2026 00:00:00 GMT']) {
      expect((await request(port, PDF, { ...range, 'If-Range': other })).status, other).toBe(200);
    }
    expect((await request(port, PDF, { ...range, 'If-None-Match': etag })).status).toBe(304);
    expect((await request(port, '/nothing', range)).status).toBe(404);
  });

  it.each([
    ['bytes=0-', { first: 0, last: 9 }],
    ['bytes=0-0', { first: 0, last: 0 }],
    ['bytes=3-100', { first: 3, last: 9 }],
    ['bytes=-100', { first: 0, last: 9 }],
    ['BYTES=9-9', { first: 9, last: 9 }],
    ['bytes=10-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=5-4', undefined],
    ['bytes=-', undefined],
    ['bytes=0-1,3-4', undefined],
    ['bytes=a-b', undefined],
    ['bytes=0x1-2', undefined],
    ['bytes=--1', undefined],
    ['lines=0-1', undefined],
    ['bytes=99999999999999999999-', undefined],
    [undefined, undefined],
  ])('takes %s for the part %o', (range, expected) => {
    expect(readRange(range, 10)).toEqual(expected);
  });
});

describe('what is not there', () => {
  it("gets the site's own page", async () => {
    const { port } = await start();
    for (const target of ['/nothing', '/nothing/', '/index.html/', '/dang-doan-the/nothing.pdf']) {
      const reply = await request(port, target);
      expect(reply.status, target).toBe(404);
      expect(reply.text).toBe(FILES['404.html']);
      expect(reply.headers['etag']).toBeUndefined();
    }
  });

  it('gets a plain page if the site has none', async () => {
    for (const isDev of [false, true]) {
      const { port } = await start({ isDev, site: () => siteFiles([]) });
      const reply = await request(port, '/');
      expect(reply.status).toBe(404);
      expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(reply.text).toContain('<h1>Không tìm thấy trang</h1>');
      expect(reply.text.includes('/_bantin/reload.js')).toBe(isDev);
    }
    const english = await start({ language: 'en', site: () => siteFiles([]) });
    expect((await request(english.port, '/')).text).toContain('<h1>Page not found</h1>');
  });

  it('is a file that has gone since it was listed, too', async () => {
    const server = await start({ site: () => siteFiles(['gone.html', '404.html', 'gone/index.html']) });
    expect((await request(server.port, '/gone.html')).text).toBe(FILES['404.html']);
    expect((await request(server.port, '/gone/')).status).toBe(404);
    expect(server.faults).toEqual([]);
  });
});

describe('an address', () => {
  it('of a folder ends with a slash', async () => {
    const { port } = await start();
    const where = async (target: string) => {
      const { status, headers } = await request(port, target);
      return [status, headers['location'], headers['cache-control']];
    };
    expect(await where('/evil')).toEqual([308, '/evil/', 'no-store']);
    expect(await where('/dang-doan-the/bai?a=1&b=//c')).toEqual([
      308,
      '/dang-doan-the/bai/?a=1&b=//c',
      'no-store',
    ]);
    expect(await where('/%65vil')).toEqual([308, '/evil/', 'no-store']);
    expect((await where('//evil'))[0]).toBe(400);
    expect((await where('/evil/index.html'))[0]).toBe(200);
  });

  it('is escaped where it leads on', () => {
    const site = siteFiles(['văn bản?/index.html']);
    expect(site.find({ host: undefined, names: ['văn bản?'], folder: false, query: '' })).toEqual({
      kind: 'redirect',
      location: '/v%C4%83n%20b%E1%BA%A3n%3F/',
    });
  });

  it('may be written in any normal form, and as a whole address', async () => {
    const content = { ...FILES, 'va\u0306n.txt': 'a', 'b\u0103n.txt': 'b' };
    const { port } = await start({ content });
    for (const [target, text] of [
      ['/v%C4%83n.txt', 'a'],
      ['/va%CC%86n.txt', 'a'],
      ['/ba%CC%86n.txt', 'b'],
    ] as const) {
      expect((await request(port, target)).text, target).toBe(text);
      expect((await request(port, `http://localhost:${port}${target}`)).text).toBe(text);
    }
  });

  it.each(['/tin-tuc', 'tin-tuc/', '/co-quan/tin-tuc/'])('stands below the base path %s', async (base) => {
    const { port, address } = await start({ base });
    const prefix = `/${base.replace(/^\/|\/$/g, '')}`;
    expect(address).toBe(`http://localhost:${port}${prefix}/`);
    for (const target of ['/', prefix]) {
      const { status, headers } = await request(port, target);
      expect([status, headers['location']], target).toEqual([308, `${prefix}/`]);
    }
    expect((await request(port, `${prefix}/`)).text).toBe(FILES['index.html']);
    expect((await request(port, `${prefix}/rss.xml`)).status).toBe(200);
    expect((await request(port, `${prefix}/evil`)).headers['location']).toBe(`${prefix}/evil/`);
    expect((await request(port, `${prefix}/assets/style.0123456789.css`)).headers['cache-control']).toContain(
      'immutable',
    );
    for (const target of ['/rss.xml', '/evil/', `${prefix}x/`, '/index.html', '/tin']) {
      const reply = await request(port, target);
      expect([reply.status, reply.text], target).toEqual([404, FILES['404.html']]);
    }
  });
});

describe('a list of files', () => {
  it.each([
    '../a',
    '..',
    'a/../b',
    'a/./b',
    '/a',
    'a//b',
    '',
    'a\\..\\b',
    '.bantin/a',
    '.Bantin',
    'a/.bantin/b',
  ])('never has %s', (path) => {
    expect(siteFiles([path, 'b']).has(path)).toBe(false);
    expect(siteFiles([path, 'b']).has('b')).toBe(true);
  });
});

describe('a folder', () => {
  it('is listed without records and links', () => {
    const { root } = folderWithSecrets();
    expect(listFiles(nodeFileSystem(root)).sort()).toEqual([...Object.keys(FILES), 'unlisted.txt'].sort());
  });
});
