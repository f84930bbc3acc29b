import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { REPOSITORY } from '../support.ts';

/** Whether a command loads Node's server, without which it starts sooner. */
function loadsServer(command: string): boolean {
  const folder = mkdtempSync(path.join(tmpdir(), 'bantin-start-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const spy = path.join(folder, 'spy.cjs');
  writeFileSync(
    spy,
    `process.on('exit', () => console.log(process.moduleLoadList.includes('NativeModule http')))`,
  );
  const args = ['--require', spy, path.join(REPOSITORY, 'build/bantin.js'), command, '--root', folder];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return stdout.trim().split('\n').at(-1) === 'true';
}

it('only commands that serve load a server', () => {
  // There is nothing in the folder, so none of them stays.
  expect(['build', 'check', 'new', 'preview'].map(loadsServer)).toEqual([false, false, false, true]);
});
