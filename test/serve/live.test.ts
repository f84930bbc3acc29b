import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { error, wholeFile } from '../../src/base/diagnostic.ts';
import type { LiveMessage } from '../../src/base/live.ts';
import { shownFindings } from '../../src/serve/findings.ts';
import { withReloadScript } from '../../src/serve/inject.ts';
import { SITE_POLICY } from '../../src/serve/policy.ts';
import type { Change } from '../../src/serve/reload.ts';
import { siteFiles } from '../../src/serve/site-files.ts';
import { FILES, request, type Started, start } from './running.ts';

interface Listener {
  readonly messages: LiveMessage[];
  /** As it came: head and events. */
  text(): string;
  close(): void;
}

/** Listens as a browser on `path` does, and has its first message. */
async function listen(server: Started, path = '/'): Promise<Listener> {
  let text = '';
  const messages: LiveMessage[] = [];
  const socket = connect({ port: server.port, host: '127.0.0.1' });
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => {});
  socket.on('data', (chunk) => {
    text += String(chunk);
    messages.splice(
      0,
      messages.length,
      ...[...text.matchAll(/^data: (.*)\n\n/gm)].map(([, json = '']) => JSON.parse(json)),
    );
  });
  const target = `/_bantin/events?page=${encodeURIComponent(path)}`;
  socket.write(`GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n\r\n`);
  await expect.poll(() => messages.length).toBeGreaterThan(0);
  return { messages, text: () => text, close: () => socket.destroy() };
}

function change(changed: readonly string[], more: Partial<Change> = {}): Change {
  return { version: 'v2', changed: new Set(changed), styles: [], onlyStyles: false, ...more };
}

const finding = error(
  'title-missing',
  { path: 'content/a.md', line: 2, column: 3, text: 'tiêu đề <b>' },
  { title: '' },
);

async function next(listener: Listener, index: number): Promise<LiveMessage | undefined> {
  await expect.poll(() => listener.messages.length).toBeGreaterThan(index);
  return listener.messages[index];
}

describe('a page of bantin dev', () => {
  it('has the script, the policy for it, and is otherwise what it was', async () => {
    const { port } = await start({ isDev: true });
    const reply = await request(port, '/');
    expect(reply.headers['content-security-policy']).toBe(SITE_POLICY);
    const script = '<script src="/_bantin/reload.js" data-version="v1" defer></script>';
    const meta = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
    expect(reply.text).toBe(
      String(FILES['index.html']).replace(meta, '').replace('</head>', `${script}</head>`),
    );
    expect(reply.headers['content-length']).toBe(String(reply.body.length));
    expect((await request(port, '/nothing')).text).toContain(script);
    expect((await request(port, '/rss.xml')).text).toBe(FILES['rss.xml']);
  });

  it('loads what is at the root whatever the base path is', async () => {
    for (const base of ['', '/tin-tuc']) {
      const { port } = await start({ isDev: true, base });
      const script = await request(port, '/_bantin/reload.js');
      expect([script.text, script.headers['content-type']]).toEqual([
        '/* script */',
        'text/javascript; charset=utf-8',
      ]);
      const style = await request(port, '/_bantin/reload.css');
      expect([style.text, style.headers['content-type']]).toEqual(['/* style */', 'text/css; charset=utf-8']);
      for (const target of ['/_bantin/', '/_bantin/reload.js/', '/_bantin/other']) {
        expect((await request(port, target)).status, target).toBe(404);
      }
    }
  });

  it('is not what bantin preview serves', async () => {
    const { port } = await start();
    expect((await request(port, '/')).text).toBe(FILES['index.html']);
    for (const target of ['/_bantin/reload.js', '/_bantin/reload.css', '/_bantin/events']) {
      expect((await request(port, target)).status, target).toBe(404);
    }
  });

  it.each([
    ['<html><head></HEAD ><body></body>', '<html><head>#</HEAD ><body></body>'],
    ['<!doctype html>\n<p>a', '<!doctype html>#\n<p>a'],
    ['<p>a', '#<p>a'],
    ['', '#'],
    [
      `<head><meta charset="utf-8"><META content='x > y' HTTP-EQUIV=content-security-policy><meta name="a" content="b"></head>`,
      '<head><meta charset="utf-8"><meta name="a" content="b">#</head>',
    ],
    [
      '<!doctype html><meta http-equiv="Content-Security-Policy" content="a"><body><p></head>',
      '<!doctype html><meta http-equiv="Content-Security-Policy" content="a"><body><p></head>'
        .replace(/<meta[^>]*>/, '')
        .replace('</head>', '#</head>'),
    ],
  ])('gets its script: %s', (before, after) => {
    const script = '<script src="/_bantin/reload.js" data-version="&quot;&lt;" defer></script>';
    expect(Buffer.from(withReloadScript(Buffer.from(before), '"<')).toString()).toBe(
      after.replace('#', script),
    );
  });

  it('keeps bytes that are no UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('<head></head>'), Buffer.of(0xff, 0xfe, 0x00, 0xe1, 0xbb)]);
    const sent = Buffer.from(withReloadScript(bytes, 'đ'));
    expect(sent.subarray(-5).equals(bytes.subarray(-5))).toBe(true);
    expect(sent.toString()).toContain('data-version="đ"');
  });
});

describe('a browser that listens', () => {
  it('is told the version and what is wrong at once, however late it comes', async () => {
    const server = await start({ isDev: true });
    const early = await listen(server);
    expect(early.messages[0]).toEqual({ kind: 'state', version: 'v1', findings: null });
    expect(early.text()).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(early.text()).toContain('text/event-stream');
    expect(early.text()).toContain('cache-control: no-store');
    expect(early.text()).toMatch(/\nretry: \d+\n\n/);

    server.live?.showFindings([finding], 'vi');
    const told = await next(early, 1);
    expect(told).toEqual({ kind: 'findings', findings: shownFindings([finding], 'vi') });
    const late = await listen(server);
    expect(late.messages[0]).toEqual({
      kind: 'state',
      version: 'v1',
      findings: shownFindings([finding], 'vi'),
    });

    server.live?.clearFindings();
    expect(await next(early, 2)).toEqual({ kind: 'findings', findings: null });
    expect(await next(late, 1)).toEqual({ kind: 'findings', findings: null });
    server.live?.publish(change([]));
    const last = await listen(server);
    expect(last.messages).toEqual([{ kind: 'state', version: 'v2', findings: null }]);
  });

  it('loads its page again if that has changed, come or gone, and no other', async () => {
    let site = siteFiles(Object.keys(FILES), '/tin-tuc');
    const server = await start({ isDev: true, base: '/tin-tuc', site: () => site });
    const listeners = {
      home: await listen(server, '/tin-tuc/'),
      evil: await listen(server, '/tin-tuc/evil/'),
      bai: await listen(server, '/tin-tuc/dang-doan-the/bai/'),
      nothing: await listen(server, '/tin-tuc/moi/'),
      elsewhere: await listen(server, '/tin-tuc/khong-co/'),
      odd: await listen(server, '//%00'),
    };
    site = siteFiles(
      [...Object.keys(FILES).filter((path) => !path.startsWith('evil')), 'moi/index.html'],
      '/tin-tuc',
    );
    server.live?.publish(
      change(['index.html', 'evil/index.html', 'moi/index.html', 'rss.xml', 'api/a.json', 'b.pdf']),
    );
    const kinds: Record<string, unknown> = {};
    for (const [name, listener] of Object.entries(listeners)) kinds[name] = (await next(listener, 1))?.kind;
    expect(kinds).toEqual({
      home: 'reload',
      evil: 'reload',
      bai: 'version',
      nothing: 'reload',
      elsewhere: 'version',
      odd: 'version',
    });
    expect(listeners.bai.messages[1]).toEqual({ kind: 'version', version: 'v2', styles: [] });
    server.live?.publish(change(['404.html'], { version: 'v3' }));
    expect((await next(listeners.elsewhere, 2))?.kind).toBe('reload');
    expect((await next(listeners.bai, 2))?.kind).toBe('version');
  });

  it.each(['dang-doan-the/bai/anh.png', 'assets/logo.0123456789.svg', 'assets/a.0123456789.woff2', 'a.js'])(
    'loads any page again for %s',
    async (path) => {
      const server = await start({ isDev: true });
      const listener = await listen(server, '/evil/');
      server.live?.publish(change([path]));
      expect(await next(listener, 1)).toEqual({ kind: 'reload' });
    },
  );

  it('swaps stylesheets without loading anything else', async () => {
    const server = await start({ isDev: true });
    const listener = await listen(server, '/');
    const styles = [{ from: '/assets/style.0123456789.css', to: '/assets/style.abcdef0123.css' }];
    const changed = ['index.html', 'assets/style.0123456789.css', 'assets/style.abcdef0123.css'];
    server.live?.publish(change(changed, { styles, onlyStyles: true }));
    expect(await next(listener, 1)).toEqual({ kind: 'version', version: 'v2', styles });
    server.live?.publish(change(changed, { version: 'v3', styles }));
    expect(await next(listener, 2)).toEqual({ kind: 'reload' });
    expect((await request(server.port, '/')).text).toContain('data-version="v3"');
  });

  it('is forgotten when it goes', async () => {
    const server = await start({ isDev: true });
    const listener = await listen(server);
    expect(server.live?.clients).toBe(1);
    listener.close();
    await expect.poll(() => server.live?.clients).toBe(0);
    server.live?.publish(change(['index.html']));
    expect((await request(server.port, '/_bantin/events', {}, 'HEAD')).status).toBe(200);
    expect(server.live?.clients).toBe(0);
  });
});

describe('findings', () => {
  it('have place, words and the line with its mark', () => {
    const shown = shownFindings([finding], 'vi');
    expect(shown).toMatchObject({ language: 'vi', title: '1 lỗi', close: 'Đóng (Esc)', more: '' });
    expect(shown.findings[0]).toMatchObject({
      severity: 'error',
      label: 'lỗi',
      place: 'content/a.md:2:3',
      line: ['ti', 'ê', 'u đề <b>'],
    });
    expect(shown.findings[0]?.message).not.toBe('');
    expect(shownFindings([finding], 'en').findings[0]?.message).not.toBe(shown.findings[0]?.message);
  });

  it('of a whole file, of a place past the end, and of long lines are shown as well', () => {
    const at = (text: string, column: number) =>
      shownFindings([error('title-missing', { path: 'a', line: 1, column, text }, { title: '' })], 'vi')
        .findings[0]?.line;
    expect(
      shownFindings([error('title-missing', wholeFile('a'), { title: '' })], 'vi').findings[0],
    ).not.toHaveProperty('line');
    expect(at('ab', 3)).toEqual(['ab', ' ', '']);
    expect(at('xe\u0302\u0301y', 2)).toEqual(['x', 'e\u0302\u0301', 'y']);
    expect(at('a😀b', 2)).toEqual(['a', '😀', 'b']);
    expect(at('x'.repeat(5000), 2000)).toEqual([`…${'x'.repeat(100)}`, 'x', `${'x'.repeat(100)}…`]);
  });

  it('are not more than anybody reads', () => {
    const shown = shownFindings(
      Array.from({ length: 60 }, () => finding),
      'vi',
    );
    expect([shown.title, shown.findings.length, shown.more]).toEqual([
      '60 lỗi',
      50,
      '… và 10 mục nữa trong cửa sổ lệnh',
    ]);
  });
});
