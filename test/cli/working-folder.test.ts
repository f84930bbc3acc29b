import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { article, REPOSITORY, SITE_YAML, section } from '../support.ts';

const COMMAND = path.join(REPOSITORY, 'build/bantin.js');

/** Runs `bantin` in a folder that is removed before it begins. */
function inNoFolder(...args: readonly string[]) {
  const gone = mkdtempSync(path.join(tmpdir(), 'bantin-gone-'));
  const script = 'cd "$1" && rmdir "$1" && shift && exec "$@"';
  const { status, stderr } = spawnSync('sh', ['-c', script, 'sh', gone, process.execPath, COMMAND, ...args], {
    env: { PATH: process.env['PATH'] ?? '' },
    encoding: 'utf8',
  });
  return { status, stderr };
}

// Windows removes no folder that somebody is in.
describe.skipIf(process.platform === 'win32')('in a working folder that was removed', () => {
  it.each(['build', 'check', 'dev', 'preview'])('%s says so in words', (command) => {
    expect(inNoFolder(command)).toEqual({
      status: 2,
      stderr: 'Thư mục đang đứng không còn nữa; hãy chuyển sang thư mục khác (cd) rồi chạy lại.\n',
    });
  });

  it('wrong usage is still told as such', () => {
    const { status, stderr } = inNoFolder('build', '--la');
    expect([status, stderr]).toEqual([2, expect.stringContaining('không có tùy chọn --la')]);
  });

  it('a site elsewhere is built all the same', () => {
    const root = mkdtempSync(path.join(tmpdir(), 'bantin-cli-'));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    mkdirSync(path.join(root, 'content/tin'), { recursive: true });
    writeFileSync(path.join(root, 'content/site.yaml'), SITE_YAML);
    writeFileSync(path.join(root, 'content/tin/_index.md'), section('Tin tức'));
    writeFileSync(path.join(root, 'content/tin/bai.md'), article('title: Bài\ndate: 17/02/2020'));
    const { status, stderr } = inNoFolder('build', '--root', root);
    expect([status, stderr]).toEqual([0, expect.stringContaining(`trang vào ${path.join(root, 'dist')} · `)]);
  });
});
