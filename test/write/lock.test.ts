import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isRunning } from '../../src/cli/process.ts';
import { acquireLock } from '../../src/write/lock.ts';
import { nodeDisk } from '../../src/write/node-disk.ts';
import { OutputError } from '../../src/write/output.ts';
import { intercepted } from './intercepted-disk.ts';
import { temporaryFolder } from './temporary-folder.ts';

const disk = nodeDisk();
const since = '17/02/2020 15:47';
const alive = () => true;
const dead = () => false;
const never = () => {
  throw new Error('nobody should have been asked');
};

function lockPath(): string {
  return `${temporaryFolder()}/lock`;
}

function refusal(operation: () => unknown): unknown {
  try {
    operation();
  } catch (cause) {
    return cause instanceof OutputError
      ? cause.diagnostics.map(({ code, params }) => ({ code, params }))
      : cause;
  }
  return 'nothing was thrown';
}

test('one works; the other is told who holds the lock, and since when', () => {
  const path = lockPath();
  const lock = acquireLock(disk, path, { pid: 7, startedAt: since }, never);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ pid: 7, startedAt: since });
  expect(refusal(() => acquireLock(disk, path, { pid: 8, startedAt: 'later' }, (pid) => pid === 7))).toEqual([
    { code: 'output-locked', params: { owner: 'pid 7', since } },
  ]);
  expect(lock.isHeld()).toBe(true);
  lock.release();
  acquireLock(disk, path, { pid: 8, startedAt: 'later' }, never).release();
  expect(existsSync(path)).toBe(false);
});

test('a lock of the dead is taken over', () => {
  const path = lockPath();
  const first = acquireLock(disk, path, { pid: 7, startedAt: since }, never);
  const second = acquireLock(disk, path, { pid: 8, startedAt: since }, dead);
  expect(first.isHeld()).toBe(false);
  expect(second.isHeld()).toBe(true);
});

test.each(['', 'nonsense', '{"pid":"7","startedAt":"x"}', '{"pid":-1,"startedAt":"x"}', 'null'])(
  'a lock that says %j is taken over',
  (text) => {
    const path = lockPath();
    writeFileSync(path, text);
    expect(acquireLock(disk, path, { pid: 8, startedAt: since }, never).isHeld()).toBe(true);
  },
);

test('a process holds off itself, but not for one that had its number before', () => {
  const path = lockPath();
  const owner = { pid: 1, startedAt: 'today' };
  writeFileSync(path, '{"pid":1,"startedAt":"yesterday"}\n');
  const lock = acquireLock(disk, path, owner, alive);
  expect(refusal(() => acquireLock(disk, path, owner, alive))).toMatchObject([{ code: 'output-locked' }]);
  lock.release();
  acquireLock(disk, path, owner, alive).release();
});

test('whether the owner is alive is asked with the time of its lock', () => {
  const path = lockPath();
  acquireLock(disk, path, { pid: 7, startedAt: since }, never);
  const asked: unknown[] = [];
  const answer = (...words: readonly unknown[]): boolean => asked.push(words) === 0;
  acquireLock(disk, path, { pid: 8, startedAt: 'later' }, answer);
  expect(asked).toEqual([[7, since]]);
});

describe('a process that is running', () => {
  /** One of another id than ours that lives as long as the test. */
  const other = (): number => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    onTestFinished(() => void child.kill('SIGKILL'));
    return child.pid ?? 0;
  };
  const ago = (milliseconds: number): string => new Date(Date.now() - milliseconds).toISOString();

  // Only Linux says in a file when a process began.
  test.runIf(process.platform === 'linux')('is no owner of a lock that is older than itself', () => {
    const path = lockPath();
    writeFileSync(path, `${JSON.stringify({ pid: other(), startedAt: ago(60_000) })}\n`);
    expect(acquireLock(disk, path, { pid: 8, startedAt: since }, isRunning).isHeld()).toBe(true);
  });

  test.each([
    ['about as old as itself', ago(2000)],
    ['younger', ago(-60_000)],
    ['without a time that can be read', since],
    ['without a time', ''],
  ])('may be the owner of a lock that is %s', (_, startedAt) => {
    const path = lockPath();
    const pid = other();
    writeFileSync(path, `${JSON.stringify({ pid, startedAt })}\n`);
    expect(refusal(() => acquireLock(disk, path, { pid: 8, startedAt: since }, isRunning))).toEqual([
      { code: 'output-locked', params: { owner: `pid ${pid}`, since: startedAt } },
    ]);
  });

  test('is not the one that is gone', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    expect(isRunning(pid, since)).toBe(false);
  });
});

test('who lost the lock is told so, and leaves it to its new owner', () => {
  const path = lockPath();
  const first = acquireLock(disk, path, { pid: 7, startedAt: since }, never);
  first.confirm();
  const second = acquireLock(disk, path, { pid: 8, startedAt: 'later' }, dead);
  expect(refusal(() => first.confirm())).toEqual([
    { code: 'output-locked', params: { owner: 'pid 8', since: 'later' } },
  ]);
  first.release();
  expect(second.isHeld()).toBe(true);
});

test('a lock released while it is looked at is taken', () => {
  const path = lockPath();
  const first = acquireLock(disk, path, { pid: 7, startedAt: since }, never);
  const releasing = intercepted(disk, (call, run) => {
    if (call.name === 'read') first.release();
    return run();
  });
  expect(acquireLock(releasing, path, { pid: 8, startedAt: since }, never).isHeld()).toBe(true);
});

test('a lock that cannot be removed ends in a refusal, not in a loop', () => {
  const path = lockPath();
  writeFileSync(path, 'nonsense');
  const stubborn = { ...disk, removeFile: () => {} };
  expect(refusal(() => acquireLock(stubborn, path, { pid: 8, startedAt: since }, dead))).toEqual([
    { code: 'output-locked', params: { owner: '?', since: '?' } },
  ]);
});
