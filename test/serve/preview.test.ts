import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { article } from '../support.ts';
import { COMMAND, NOW, run, type Workplace, workplace } from './command.ts';

function build({ root }: Workplace, ...args: readonly string[]): void {
  const command = [COMMAND, 'build', '--root', root, ...args];
  const { status, stderr } = spawnSync(process.execPath, command, {
    env: { SOURCE_DATE_EPOCH: NOW },
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, expect.any(String)]);
}

const preview = ({ root }: Workplace, ...args: readonly string[]) =>
  run(root, ['preview', '--port', '0', ...args]);

describe('bantin preview', () => {
  it('serves what is published as a web server would, and nothing else', async () => {
    const place = workplace();
    build(place);
    place.write('dist/ghi-chu.txt', 'không phải của trang');
    const { get, stop } = await preview(place);
    const page = await get('/tin/bai/');
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    const text = await page.text();
    expect(text).toContain('Nội dung bài.');
    expect(text).not.toContain('_bantin');
    const again = await get('/tin/bai/', { 'if-none-match': page.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
    const style = /href="(\/assets\/[^"]+\.css)"/.exec(text)?.[1] ?? '';
    expect((await get(style)).headers.get('cache-control')).toContain('immutable');
    expect((await get(style, { 'accept-encoding': 'br' })).headers.get('content-encoding')).toBe('br');
    const part = await get('/tin/bai/', { range: 'bytes=0-14', 'accept-encoding': 'identity' });
    expect([part.status, await part.text()]).toEqual([206, '<!doctype html>']);
    expect((await get('/tin/bai')).headers.get('location')).toBe('/tin/bai/');
    const missing = await get('/khong-co/');
    expect([missing.status, await missing.text()]).toEqual([404, expect.stringContaining('</footer>')]);
    for (const hidden of ['/ghi-chu.txt', '/.bantin/manifest.json', '/_bantin/reload.js']) {
      expect((await get(hidden)).status).toBe(404);
    }
    expect(await stop()).toBe(0);
  });

  it('follows later builds', async () => {
    const place = workplace();
    build(place);
    const { get } = await preview(place);
    expect((await get('/tin/moi/')).status).toBe(404);
    place.write('content/tin/moi.md', article('title: Mới\ndate: 18/02/2020'));
    build(place);
    expect((await get('/tin/moi/')).status).toBe(200);
  });

  it('stands at the base path, and serves another folder if asked', async () => {
    const place = workplace({
      'content/site.yaml': 'title: Bản tin\nbase_url: https://vidu.example/tin-tuc/\n',
    });
    build(place, '--out', place.at('khac'));
    const { get, address } = await preview(place, '--out', place.at('khac'));
    expect(new URL(address).pathname).toBe('/tin-tuc/');
    expect((await get('/tin-tuc/tin/bai/')).status).toBe(200);
  });

  it('stands where the site was built to stand, whatever its settings say, and moves with later builds', async () => {
    const place = workplace();
    build(place, '--base', 'https://v.example/tin%20mới/');
    const { get, address } = await preview(place);
    expect(new URL(address).pathname).toBe('/tin%20m%E1%BB%9Bi/');
    const front = await (await get(address)).text();
    const link = /href="(\/[^"]*\/tin\/bai\/)"/.exec(front)?.[1] ?? '';
    expect(link).toBe('/tin%20m%E1%BB%9Bi/tin/bai/');
    expect((await get(link)).status).toBe(200);
    build(place, '--base', 'https://v.example/khac');
    expect((await get('/khac/tin/bai/')).status).toBe(200);
    build(place);
    expect((await get('/tin/bai/')).status).toBe(200);
  });

  it('serves a folder that no build has made', async () => {
    const place = workplace();
    mkdirSync(place.at('tay'));
    writeFileSync(place.at('tay/index.html'), 'tự viết');
    // Nothing that stands there by chance moves it.
    writeFileSync(place.at('tay/site.webmanifest'), '{"start_url":"/khac/"}');
    const { get } = await preview(place, '--out', place.at('tay'));
    expect(await (await get('/')).text()).toBe('tự viết');
  });

  it('tells a fault without promising to build', async () => {
    const place = workplace();
    build(place);
    const { get, says, said } = await preview(place);
    rmSync(place.at('dist/tin/bai/index.html'));
    mkdirSync(place.at('dist/tin/bai/index.html'));
    expect((await get('/tin/bai/')).status).toBe(500);
    await says('lỗi ngoài dự kiến khi trả lời một yêu cầu; vẫn chạy tiếp.\nError: EISDIR');
    expect(said()).not.toContain('dựng lại');
  });

  it('says so if nothing is built', () => {
    const { root } = workplace();
    const { status, stderr } = spawnSync(process.execPath, [COMMAND, 'preview'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([2, 'chưa có gì trong dist; hãy dựng trước: npx bantin build\n']);
  });
});
