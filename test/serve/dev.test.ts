import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { memoStore } from '../../src/memo/store.ts';
import { nodeDisk } from '../../src/write/node-disk.ts';
import { article, section } from '../support.ts';
import { COMMAND, NOW, type RunningCommand, run, textsIn, type Workplace, workplace } from './command.ts';

/** `dev` on any port, after its first build and when it watches. */
async function dev(place: Workplace, args: readonly string[] = []): Promise<RunningCommand> {
  const command = await run(place.root, ['dev', '--port', '0', ...args]);
  await command.says(/\d s\n/);
  return command;
}

async function becomes(running: RunningCommand, target: string, status: number, words = ''): Promise<void> {
  const now = async (): Promise<string> => {
    const answer = await running.get(target);
    return answer.status === status && (await answer.text()).includes(words) ? 'so' : String(answer.status);
  };
  await expect.poll(now, { timeout: 20_000, interval: 20 }).toBe('so');
}

const bai = (body: string): string => article('title: Bài\ndate: 17/02/2020 15:47', body);

describe('bantin dev', () => {
  it('serves what is written a moment ago: changed, new, renamed, deleted', async () => {
    const place = workplace();
    const running = await dev(place);
    await becomes(running, '/tin/bai/', 200, 'Nội dung bài.');
    place.write('content/tin/bai.md', bai('Đã sửa.'));
    await becomes(running, '/tin/bai/', 200, 'Đã sửa.');
    place.write('content/hoi/moi/index.md', article('title: Mới\ndate: 18/02/2020'));
    await becomes(running, '/hoi/moi/', 200, 'Mới');
    place.write('content/hoi/moi/index.md', article('title: Mới\ndate: 18/02/2020', 'Sửa ngay sau đó.'));
    await becomes(running, '/hoi/moi/', 200, 'Sửa ngay sau đó.');
    renameSync(place.at('content/hoi'), place.at('content/doan'));
    await becomes(running, '/doan/moi/', 200, 'Sửa ngay sau đó.');
    await becomes(running, '/hoi/moi/', 404);
    rmSync(place.at('content/doan'), { recursive: true });
    await becomes(running, '/doan/moi/', 404);
    expect((await running.get('/')).headers.get('cache-control')).toBe('no-store');
  });

  it('puts back a published file that somebody has taken away, when it is asked for', async () => {
    const place = workplace();
    const running = await dev(place);
    await becomes(running, '/tin/bai/', 200);
    rmSync(place.at('dist/tin/bai/index.html'));
    expect((await running.get('/tin/bai/')).status).toBe(404);
    await becomes(running, '/tin/bai/', 200, 'Nội dung bài.');
    expect(existsSync(place.at('dist/tin/bai/index.html'))).toBe(true);
  });

  it('leaves the very bytes that a clean build makes', async () => {
    const place = workplace();
    const running = await dev(place);
    const steps: Readonly<Record<string, (() => void) | undefined>> = {
      'một bài sửa': () => place.write('content/tin/bai.md', bai('Xem [bài kia](moi.md).')),
      'một bài mới': () =>
        place.write('content/tin/moi.md', article('title: Mới\ndate: 01/03/2021\ntags: [Thi đua]')),
      'một bài hỏng': () => place.write('content/tin/moi.md', article('title: Mới\ndate: 31/02/2021')),
      'bài ấy lành': () => place.write('content/tin/moi.md', article('title: Mới\ndate: 01/04/2022')),
      'một mẫu riêng': () => place.write('templates/partials/footer.njk', '<footer>Riêng</footer>\n'),
      'một kiểu riêng': () => place.write('templates/assets/style.css', 'body { color: navy }\n'),
      'mẫu ấy mất': () => rmSync(place.at('templates/partials'), { recursive: true }),
      'tên chuyên mục': () => place.write('content/tin/_index.md', section('Tin mới')),
      'bài cũ mất': () => rmSync(place.at('content/tin/bai.md')),
    };
    for (const step of Object.values(steps)) {
      const from = running.said().length;
      step?.();
      await running.says(/\d s\n/, from);
    }
    await becomes(running, '/tin/', 200, 'Tin mới');
    expect(await running.stop()).toBe(0);
    const args = [COMMAND, 'build', '--clean', '--out', place.at('sach'), '--root', place.root];
    const env = { SOURCE_DATE_EPOCH: NOW };
    expect(spawnSync(process.execPath, args, { env }).status).toBe(0);
    expect(textsIn(place.at('dist'))).toEqual(textsIn(place.at('sach')));
  });

  it('says in a line what changed, what that made, and how long it took', async () => {
    const place = workplace();
    const running = await dev(place);
    expect(running.said()).toMatch(/^Mở http:\/\/localhost:\d+\/ bằng trình duyệt · dừng: Ctrl-C\n/);
    expect(running.said()).not.toMatch(/\x1b/);
    await sleep(300);
    const from = running.said().length;
    place.write('content/tin/.bai.md.swp', 'của trình soạn thảo');
    place.write('content/tin/bai.md', bai('Đã sửa.'));
    await running.says(
      /^content\/tin\/bai\.md · dựng lại \d+ trang · ghi [1-9]\d*, giữ nguyên \d+, xóa 0 · \d+\.\d\d s\n$/,
      from,
    );
    await sleep(300);
    expect(running.said().slice(from).trimEnd().split('\n')).toHaveLength(1);
  });

  it('tells what is wrong as build does, keeps the last good page, and tells when it is mended', async () => {
    const place = workplace();
    const running = await dev(place);
    const from = running.said().length;
    place.write('content/tin/bai.md', article('title: Bài\ndate: 31/02/2020', 'Hỏng.'));
    await running.says('content/tin/bai.md:3:7  lỗi  ', from);
    await running.says('trang cũ vẫn nguyên. · 1 lỗi', from);
    await becomes(running, '/tin/bai/', 200, 'Nội dung bài.');
    place.write('content/tin/bai.md', bai('Lành.'));
    await becomes(running, '/tin/bai/', 200, 'Lành.');
  });

  it('begins with a broken site too', async () => {
    const place = workplace({ 'content/tin/bai.md': 'không có phần đầu' });
    const running = await dev(place);
    await becomes(running, '/', 404, '/_bantin/reload.js');
    place.write('content/tin/bai.md', bai('Lành.'));
    await becomes(running, '/tin/bai/', 200, 'Lành.');
  });

  it('takes in templates/ when it comes into being, and content/ when it is made again', async () => {
    const place = workplace();
    const running = await dev(place);
    place.write('templates/partials/footer.njk', '<footer>Chân trang riêng</footer>\n');
    await becomes(running, '/tin/bai/', 200, 'Chân trang riêng');
    renameSync(place.at('content'), place.at('cat-di'));
    await running.says('content');
    renameSync(place.at('cat-di'), place.at('content'));
    place.write('content/tin/bai.md', bai('Trở lại.'));
    await becomes(running, '/tin/bai/', 200, 'Trở lại.');
    await sleep(300);
    place.write('content/tin/bai.md', bai('Lần nữa.'));
    await becomes(running, '/tin/bai/', 200, 'Lần nữa.');
  });

  it('stands at the base path of the site, and moves with it', async () => {
    const place = workplace({
      'content/site.yaml': 'title: Bản tin\nbase_url: https://vidu.example/tin-tuc/\n',
    });
    const running = await dev(place);
    expect(new URL(running.address).pathname).toBe('/tin-tuc/');
    await becomes(running, '/tin-tuc/tin/bai/', 200, 'href="/tin-tuc/tin/"');
    place.write('content/site.yaml', 'title: Bản tin\nbase_url: https://vidu.example/khac/\n');
    await becomes(running, '/khac/tin/bai/', 200, 'href="/khac/tin/"');
    await becomes(running, '/tin-tuc/tin/bai/', 404);
  });

  it('keeps drafts and what is still to come out of dist/', async () => {
    const place = workplace({
      'content/tin/nhap.md': article('title: Nháp\ndate: 01/01/2020\ndraft: true'),
      'content/tin/mai.md': article('title: Mai\ndate: 01/01/2099'),
    });
    const running = await dev(place, ['--drafts']);
    await becomes(running, '/tin/nhap/', 200);
    await becomes(running, '/tin/mai/', 404);
    expect(await running.stop()).toBe(0);
    expect(existsSync(place.at('dist'))).toBe(false);
    const both = await dev(place, ['--drafts', '--future']);
    await becomes(both, '/tin/mai/', 200);
    expect(textsIn(place.at('.bantin'))['.gitignore']).toBe('*\n');
  });
});

describe('bantin dev beside others', () => {
  it('lets bantin build work, and serves what that has published', async () => {
    const place = workplace();
    const running = await dev(place);
    const args = [COMMAND, 'build', '--root', place.root];
    const build = () =>
      spawnSync(process.execPath, args, { env: { SOURCE_DATE_EPOCH: NOW }, encoding: 'utf8' });
    expect(build()).toMatchObject({ status: 0, stderr: expect.stringContaining('ghi 0, ') });
    // Both at once: whoever comes second finds all done, or the lock.
    place.write('content/tin/moi.md', article('title: Mới\ndate: 18/02/2020'));
    expect(build().stderr).not.toMatch(/at .*:\d+:\d+/);
    await becomes(running, '/tin/moi/', 200);
  });

  it('waits while another build holds the lock, and says so once', async () => {
    const place = workplace();
    const running = await dev(place);
    const from = running.said().length;
    writeFileSync(place.at('dist/.bantin/lock'), JSON.stringify({ pid: process.pid, startedAt: 'vừa xong' }));
    place.write('content/tin/bai.md', bai('Sau khi chờ.'));
    await running.says('Đang chờ', from);
    await sleep(1000);
    expect(running.said().slice(from).split('Đang chờ')).toHaveLength(2);
    await becomes(running, '/tin/bai/', 200, 'Nội dung bài.');
    rmSync(place.at('dist/.bantin/lock'));
    await becomes(running, '/tin/bai/', 200, 'Sau khi chờ.');
  });

  it('takes the next port when one is in use, and says so', async () => {
    const taken = createServer();
    onTestFinished(() => void taken.close());
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    const running = await run(workplace().root, ['dev', '--port', `${port}`]);
    expect(Number(new URL(running.address).port)).toBeGreaterThan(port);
    expect(running.said()).toContain(`Cổng ${port} đang có chương trình khác dùng`);
  });

  it('warns when everyone in the network can read', async () => {
    const open = await run(workplace().root, ['dev', '--port', '0', '--host', '0.0.0.0']);
    expect(open.said()).toContain('ai trong mạng cũng đọc được');
    const closed = await run(workplace().root, ['dev', '--port', '0', '--host', 'localhost']);
    expect(closed.said()).not.toContain('ai trong mạng');
  });

  it.each([
    ['--port', 'x'],
    ['--port', '70000'],
    ['--port', '-1'],
    ['--host', ''],
    ['--la', ''],
  ])('refuses %s %s', (...args) => {
    for (const command of ['dev', 'preview']) {
      const { status, stderr } = spawnSync(process.execPath, [COMMAND, command, ...args], {
        encoding: 'utf8',
      });
      expect([command, status, stderr]).toEqual([command, 2, expect.stringContaining('Cách dùng: ')]);
    }
  });

  it('ends on a host that is not this machine', () => {
    const place = workplace();
    const args = [COMMAND, 'dev', '--host', '192.0.2.1', '--root', place.root];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, expect.stringContaining('không mở được máy chủ ở 192.0.2.1')]);
  });
});

describe('the end of bantin dev', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('by %s is clean, and the next build is warm', async (signal) => {
    const place = workplace();
    const running = await dev(place);
    place.write('content/tin/bai.md', bai('Sau cùng.'));
    await becomes(running, '/tin/bai/', 200, 'Sau cùng.');
    expect(await running.stop(signal)).toBe(0);
    expect(Object.keys(textsIn(place.at('dist/.bantin')))).toEqual(['manifest.json']);
    // What the next build will find remembered: every page that is published.
    const caches = Object.entries(textsIn(place.at('.bantin/cache')));
    const [[name, text] = ['', '']] = caches.filter(([file]) => file.endsWith('.json'));
    const [program = ''] = text.slice(text.lastIndexOf('\n') + 1).split(' ');
    const { pages } = memoStore(nodeDisk(), place.at('.bantin/cache'), name, program).load();
    const published = Object.keys(textsIn(place.at('dist'))).filter((path) => !path.startsWith('.bantin/'));
    expect([...pages.entries()].map(([path]) => path).sort()).toEqual(published);
  });

  it('does not wait for a lock, nor for a browser', async () => {
    const place = workplace();
    const running = await dev(place);
    writeFileSync(place.at('dist/.bantin/lock'), JSON.stringify({ pid: process.pid, startedAt: 'vừa xong' }));
    const events = await running.get('/_bantin/events?page=%2F');
    expect(events.status).toBe(200);
    place.write('content/tin/bai.md', bai('Không ai thấy.'));
    await running.says('Đang chờ');
    expect(await running.stop()).toBe(0);
  });
});
