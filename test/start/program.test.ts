import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { codeFile } from '../../src/start/program.ts';
import { REPOSITORY } from '../support.ts';

const COMMAND = path.join(REPOSITORY, 'build/bantin-command.cjs');
const THREAD = path.join(REPOSITORY, 'build/bantin-attend.cjs');

/** What V8 says of the code that was kept of a script, in a process that does `before` first; null if none is given to it. */
function rejects(script: string, before = ''): boolean | null {
  const at = (file: string): string => JSON.stringify(pathToFileURL(path.join(REPOSITORY, file)).href);
  const program = `
    import { allocateYoung, compilePlainly } from ${at('build/cli/engine.js')};
    import { loadProgram } from ${at('build/start/program.js')};
    ${before}
    const { script } = loadProgram(${JSON.stringify(script)});
    console.log(JSON.stringify(script.cachedDataRejected ?? null));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

/** The command and its code, each as `change` makes it. */
function copied(change: (bytes: Buffer, of: 'script' | 'code') => Buffer): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'bantin-program-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const script = path.join(folder, 'command.cjs');
  writeFileSync(script, change(readFileSync(COMMAND), 'script'));
  writeFileSync(codeFile(script), change(readFileSync(codeFile(COMMAND)), 'code'));
  return script;
}

it('the code that was kept is taken where the program needs it', () => {
  expect(rejects(COMMAND)).toBe(false);
  expect(rejects(THREAD, 'allocateYoung(); compilePlainly();')).toBe(false);
  // Under other flags V8 does not take it, which must not be what all of this file sees.
  expect(rejects(THREAD)).toBe(true);
});

it('code with a wrong byte, or of another script, is not given to V8', () => {
  expect(rejects(copied((bytes) => bytes))).toBe(false);
  const changed = (at: number) => (bytes: Buffer) => {
    const other = Buffer.from(bytes);
    other[at] = (other[at] ?? 0) ^ 0x10;
    return other;
  };
  const size = readFileSync(codeFile(COMMAND)).length;
  for (const at of [0, 31, 32, size >> 1, size - 1]) {
    expect([at, rejects(copied((bytes, of) => (of === 'code' ? changed(at)(bytes) : bytes)))]).toEqual([
      at,
      null,
    ]);
  }
  expect(rejects(copied((bytes, of) => (of === 'code' ? bytes.subarray(0, 20) : bytes)))).toBe(null);
  const script = copied((bytes, of) => {
    if (of === 'code') return bytes;
    return Buffer.from(bytes.toString('latin1').replace('ng: npx bantin', 'ng: npx BANTIN'), 'latin1');
  });
  expect(readFileSync(script).equals(readFileSync(COMMAND))).toBe(false);
  expect(readFileSync(script).length).toBe(readFileSync(COMMAND).length);
  expect(rejects(script)).toBe(null);
});

it('a program without kept code runs as well', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bantin-program-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of ['bantin.js', 'bantin-command.cjs']) {
    copyFileSync(path.join(REPOSITORY, 'build', name), path.join(folder, name.replace('.js', '.mjs')));
  }
  const { status, stderr } = spawnSync(process.execPath, [path.join(folder, 'bantin.mjs'), 'nothing'], {
    encoding: 'utf8',
  });
  expect(stderr).toContain('npx bantin');
  expect(status).toBe(2);
});
