import { describe, expect, it } from 'vitest';
import { readTarget } from '../../src/serve/request-target.ts';
import { request, SECRET, type Started, sendRaw, start } from './running.ts';

const DOTS = [
  '..',
  '%2e%2e',
  '%2E.',
  '.%2e',
  '%252e%252e',
  '%25252e%25252e',
  '%c0%ae%c0%ae',
  '%e0%80%ae%e0%80%ae',
  '%uff0e%uff0e',
  '%ef%bc%8e%ef%bc%8e',
  '..%00',
  '%00..',
  '..;',
  '..;a=b',
  '..%20',
  '...',
  '.',
  '%2e',
];
const SLASHES = ['/', '%2f', '%2F', '\\', '%5c', '%252f', '%c0%af', '//', '/./', '/%2e/', ';/', '%u2215'];
const SECRETS = ['secret.txt', 'site-secret/secret.txt'];
const OWN = [
  '.bantin',
  '.BANTIN',
  '%2ebantin',
  '%2e%62antin',
  '.bantin%2f',
  '.bantin%00',
  '%252ebantin',
  '.bantin.',
];

const climbs = DOTS.flatMap((dots) =>
  SLASHES.flatMap((slash) =>
    SECRETS.flatMap((secret) => [
      `/${dots}${slash}${secret}`,
      `/dang-doan-the/${dots}${slash}${dots}${slash}${secret}`,
    ]),
  ),
);
const records = OWN.flatMap((own) =>
  SLASHES.flatMap((slash) => [
    `/${own}${slash}secret.txt`,
    `/dang-doan-the/..${slash}${own}/secret.txt`,
    `/tin-tuc/${own}${slash}secret.txt`,
  ]),
);
const odd = [
  '/unlisted.txt',
  '/link.txt',
  '/tin-tuc/unlisted.txt',
  '/tin-tuc/link.txt',
  '/constructor',
  '/__proto__',
  '/%',
  '/%2',
  '/%zz',
  '/%ff',
  '/%ed%a0%80',
  '/%00',
  '/index.html%00.txt',
  '/%0d%0aX-Evil:%201',
  '/dang-doan-the%0d%0aX-Evil:%201',
  '/%0a',
  '/%7f',
  '/%c2%85',
  '/\\evil.example',
  '//evil.example',
  '//evil.example/..',
  '//evil',
  '///evil',
  '/%2fevil',
  '/%2f%2fevil.example',
  '/%5cevil.example',
  '/./evil',
  '/.//evil',
  '//',
  '///',
  '/dang-doan-the//',
  '//dang-doan-the',
  '/dang-doan-the/.',
  '/dang-doan-the/..',
  '/dang-doan-the/%2e',
  '/#',
  '/index.html#x',
  '*',
  'index.html',
  '..',
  '../secret.txt',
  '?',
  '#',
  'evil.example:80',
  '127.0.0.1:80',
  'http:',
  'http:/',
  'http://',
  'http:///',
  'http:///secret.txt',
  'http://evil.example/',
  'http://evil.example',
  'http://127.0.0.1.evil.example/',
  'http://127.0.0.1@evil.example/',
  'https://127.0.0.1/',
  'file:///etc/passwd',
  'ftp://127.0.0.1/',
  'javascript:alert(1)',
  'data:text/html,x',
  `/${'a'.repeat(8000)}`,
  `/${'a/'.repeat(4000)}`,
  `/${'../'.repeat(2000)}secret.txt`,
  `/${'%2e%2e%2f'.repeat(800)}secret.txt`,
  `/${'a'.repeat(20_000)}`,
  `/${'%'.repeat(5000)}`,
  '/C:/secret.txt',
  '/C:%5csecret.txt',
  '/secret.txt::$DATA',
  '/~root/secret.txt',
  '/CON',
  '/dang-doan-the/index.html/',
  '/dang-doan-the/index.html/..',
  '/_bantin/../secret.txt',
  '/_bantin/%2e%2e/secret.txt',
  '/_bantin/reload.js/../../secret.txt',
  '/_bantin/events?page=/../secret.txt%00',
];

/** Every one of these is answered, without a secret, by a refusal, and by nothing that leads elsewhere. */
async function expectNothing(server: Started, send: () => Promise<Awaited<ReturnType<typeof sendRaw>>>) {
  const reply = await send();
  expect(reply.all).not.toContain(SECRET);
  expect(reply.headers['x-evil']).toBeUndefined();
  expect(reply.headers['access-control-allow-origin']).toBeUndefined();
  expect(reply.headers['location'] ?? '/').toMatch(/^\/(?![/\\])/);
  expect(server.faults).toEqual([]);
  return reply;
}

async function expectAlive(server: Started, home = '/') {
  const reply = await request(server.port, home);
  expect(reply.status).toBe(200);
  expect(reply.text).toContain('Trang chủ');
}

describe.each([
  { name: 'preview', base: '', isDev: false },
  { name: 'dev below a path', base: '/tin-tuc', isDev: true },
])('hostile requests to $name', ({ base, isDev }) => {
  it('are many', () => {
    expect(climbs.length + records.length + odd.length).toBeGreaterThan(1000);
  });

  it.each([
    ['climbing', climbs],
    ['for our records', records],
    ['of odd form', odd.filter((target) => !target.startsWith('/_bantin/events'))],
  ])('%s get nothing', async (_, targets) => {
    const server = await start({ base, isDev });
    for (const target of base === ''
      ? targets
      : [...targets, ...targets.filter((one) => one.startsWith('/')).map((one) => base + one)]) {
      const reply = await expectNothing(server, () => request(server.port, target));
      expect([400, 404, 431], target).toContain(reply.status);
    }
    await expectAlive(server, base === '' ? '/' : '/tin-tuc/');
  });

  it('with bytes that are no ASCII get nothing', async () => {
    const server = await start({ base, isDev });
    for (const byte of [0x00, 0x01, 0x09, 0x0b, 0x7f, 0x80, 0xae, 0xc0, 0xff]) {
      const head = Buffer.from(`GET /a`);
      const rest = Buffer.from(`b HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nConnection: close\r\n\r\n`);
      const reply = await expectNothing(server, () =>
        sendRaw(server.port, Buffer.concat([head, Buffer.of(byte), rest])),
      );
      expect(reply.status, String(byte)).toBe(400);
    }
    await expectAlive(server, base === '' ? '/' : '/tin-tuc/');
  });

  it('by other hosts are refused', async () => {
    const server = await start({ base, isDev });
    const { port } = server;
    const hosts = [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1',
      'localhost',
      '[::1]',
      `127.0.0.1:${port + 1}`,
      `127.0.0.1:0${port}`,
      `127.0.0.1.evil.example:${port}`,
      `localhost.evil.example:${port}`,
      `localhost.:${port}`,
      `evil.example@127.0.0.1:${port}`,
      `127.0.0.1:${port}@evil.example`,
      `127.0.0.1:${port}, evil.example`,
      `127.1:${port}`,
      `2130706433:${port}`,
      `0.0.0.0:${port}`,
      `[::]:${port}`,
      `::1:${port}`,
      `[::ffff:127.0.0.1]:${port}`,
      `http://127.0.0.1:${port}`,
      `127.0.0.1:${port}/`,
      '',
      'null',
      '*',
    ];
    for (const target of ['/', '/tin-tuc/', '/_bantin/events', '/_bantin/reload.js']) {
      for (const host of hosts) {
        const reply = await expectNothing(server, () => request(port, target, { Host: host }));
        expect(reply.status, host).toBe(403);
      }
    }
    for (const lines of [
      '',
      `Host: 127.0.0.1:${port}\r\nHost: evil.example\r\n`,
      `Host: evil.example\r\nHost: 127.0.0.1:${port}\r\n`,
    ]) {
      for (const version of ['1.0', '1.1']) {
        const reply = await sendRaw(port, `GET / HTTP/${version}\r\n${lines}Connection: close\r\n\r\n`);
        expect(reply.status, lines).toBe(403);
      }
    }
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `LocalHost:${port}`, `[::1]:${port}`]) {
      expect((await request(port, `${base}/`, { Host: host })).status, host).toBe(200);
    }
  });

  it('by pages of other sites are refused', async () => {
    const server = await start({ base, isDev });
    const { port } = server;
    const origins = [
      'http://evil.example',
      `http://evil.example:${port}`,
      'null',
      '',
      'http://',
      `https://127.0.0.1:${port}`,
      `http://127.0.0.1`,
      `http://127.0.0.1:${port + 1}`,
      `http://127.0.0.1:${port}.evil.example`,
      `http://127.0.0.1:${port}/`,
      `http://127.0.0.1:${port}, http://evil.example`,
      `127.0.0.1:${port}`,
      `ws://127.0.0.1:${port}`,
      `evil://127.0.0.1:${port}`,
      'chrome-extension://abc',
    ];
    const fetches = [
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'script' },
      { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'cors', 'Sec-Fetch-Dest': 'empty' },
      { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'iframe' },
      { 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'image' },
      { 'Sec-Fetch-Site': 'junk' },
    ];
    const foreign = [...origins.map((Origin) => ({ Origin })), ...fetches];
    for (const headers of foreign) {
      for (const target of [`${base}/`, '/_bantin/events', '/_bantin/reload.js']) {
        const reply = await expectNothing(server, () =>
          request(port, target, headers as Record<string, string>),
        );
        expect(reply.status, JSON.stringify(headers)).toBe(403);
      }
    }
    const own: Record<string, string>[] = [
      { Origin: `http://127.0.0.1:${port}` },
      { Origin: `http://localhost:${port}` },
      { 'Sec-Fetch-Site': 'none', 'Sec-Fetch-Mode': 'navigate' },
      { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'style' },
      { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' },
    ];
    for (const headers of own) {
      expect((await request(port, `${base}/`, headers)).status, JSON.stringify(headers)).toBe(200);
    }
  });

  it('by other methods are refused', async () => {
    const server = await start({ base, isDev });
    const methods =
      'POST PUT DELETE PATCH OPTIONS TRACE PROPFIND MKCOL COPY MOVE LOCK PURGE REPORT QUERY'.split(' ');
    for (const method of methods) {
      for (const target of ['/', '/_bantin/events', '/rss.xml']) {
        const reply = await expectNothing(server, () => request(server.port, target, {}, method));
        // Node's own parser knows some methods in newer versions only.
        if (method === 'QUERY') expect([400, 405]).toContain(reply.status);
        else expect([reply.status, reply.headers['allow']], method).toEqual([405, 'GET, HEAD']);
      }
    }
    for (const target of ['evil.example:443', '127.0.0.1:22', '/']) {
      const reply = await request(server.port, target, {}, 'CONNECT');
      expect([400, 405], target).toContain(reply.status);
    }
    for (const method of ['get', 'G', 'GETT', 'XYZZY', 'GET\t', '']) {
      expect((await request(server.port, '/', {}, method)).status, method).toBe(400);
    }
    await expectAlive(server, base === '' ? '/' : '/tin-tuc/');
  });

  it('that hide another in themselves are answered once at most', async () => {
    const server = await start({ base, isDev });
    const host = `Host: 127.0.0.1:${server.port}\r\n`;
    const hidden = `GET /rss.xml HTTP/1.1\r\n${host}\r\n`;
    const smuggled = [
      `POST / HTTP/1.1\r\n${host}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
      `GET / HTTP/1.1\r\n${host}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
      `GET / HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n${hidden}`,
      `GET / HTTP/1.1\r\n${host}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${hidden}`,
      `GET / HTTP/1.1\r\n${host}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${hidden}`,
      `GET / HTTP/1.1\r\n${host}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${hidden}`,
      `GET / HTTP/1.1\r\n${host}Transfer-Encoding:\x0bchunked\r\n\r\n0\r\n\r\n${hidden}`,
      `GET / HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
      `GET / HTTP/1.1\r\n${host}Content-Length: 0\r\nContent-Length: 5\r\n\r\n${hidden}`,
      `GET / HTTP/1.1\r\n${host}Content-Length: +5\r\n\r\n${hidden}`,
      `GET / HTTP/1.1\r\n${host}Content-Length: -1\r\n\r\n${hidden}`,
      `GET / HTTP/1.1\r\n${host}Content-Length: 0x5\r\n\r\n${hidden}`,
      `GET / HTTP/1.1\r\n${host}Content-Length: 5, 5\r\n\r\n${hidden}`,
      `GET / HTTP/1.1\r\n${host}Content-Length: 5\r\n\r\nhello${hidden}`,
      `GET / HTTP/1.1\r\n${host} folded: x\r\n\r\n${hidden}`,
      `GET / HTTP/1.1\r\n${host}A: b\nContent-Length: 5\r\n\r\n${hidden}`,
      `GET / HTTP/1.1\r\n${host}A: b\rC: d\r\n\r\n${hidden}`,
      `GET / HTTP/1.1\r\n${host}\0: b\r\n\r\n${hidden}`,
      `GET / HTTP/1.1\r\n${host}A: \0\r\n\r\n${hidden}`,
      `GET /\r\n${hidden}`,
      `GET / HTTP/9.9\r\n${host}\r\n${hidden}`,
      `GET / HTTP/1.1 x\r\n${host}\r\n${hidden}`,
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
      `GET / HTTP/1.1\r\n${host}${'A: b\r\n'.repeat(5000)}\r\n`,
      `GET / HTTP/1.1\r\n${host}A: ${'b'.repeat(100_000)}\r\n\r\n`,
      '\r\n'.repeat(1000),
      '\0'.repeat(1000),
    ];
    for (const bytes of smuggled) {
      const reply = await expectNothing(server, () => sendRaw(server.port, Buffer.from(bytes, 'latin1')));
      expect(reply.all, bytes).not.toContain('<item/>');
      expect((reply.all.match(/HTTP\/1\.1 2\d\d/g) ?? []).length, bytes).toBeLessThan(2);
    }
    await expectAlive(server, base === '' ? '/' : '/tin-tuc/');
  });
});

describe('a target', () => {
  it('that no honest client sends is not read', () => {
    const climbing = climbs.filter((target) => !/%25|%u|;|%ef|\.\.\.|%20/.test(target));
    expect(climbing.length).toBeGreaterThan(200);
    for (const target of [...climbing, '//a', '/a//b', '/%2f', '*', '', 'a', '/đ', '/a b', '/a\n', '/?đ']) {
      expect(readTarget(target), target).toBeUndefined();
    }
  });

  it.each([
    ['/', [], true, ''],
    ['/?a=//b', [], true, '?a=//b'],
    ['/a', ['a'], false, ''],
    ['/a/?b', ['a'], true, '?b'],
    ['/v%C4%83n%20b%E1%BA%A3n', ['văn bản'], false, ''],
    ['/va%CC%86n', ['văn'], false, ''],
    ['/%252e%252e', ['%2e%2e'], false, ''],
    ['/...', ['...'], false, ''],
  ])('is read: %s', (target, names, folder, query) => {
    expect(readTarget(target)).toEqual({ host: undefined, names, folder, query });
  });

  it('may be a whole address', () => {
    expect(readTarget('http://LocalHost:4000?a')).toEqual({
      host: 'localhost:4000',
      names: [],
      folder: true,
      query: '?a',
    });
    expect(readTarget('http://a@b/c')).toEqual({ host: 'a@b', names: ['c'], folder: false, query: '' });
  });
});
