import { expect, test } from 'vitest';
import { patiently } from '../../src/write/patience.ts';
import { diskError } from './memory-disk.ts';

function fakeClock() {
  let time = 0;
  return {
    now: () => time,
    sleep(milliseconds: number) {
      time += milliseconds;
    },
  };
}

function refusedUntil(end: number, clock: { now(): number }, code: string) {
  const state = { attempts: 0 };
  const operation = () => {
    state.attempts++;
    if (clock.now() < end) throw diskError(code, 'rename', '/out/a');
  };
  return { state, operation };
}

test.each(['EPERM', 'EACCES', 'EBUSY'])('what is in use (%s) is tried again', (code) => {
  const clock = fakeClock();
  const { state, operation } = refusedUntil(1500, clock, code);
  patiently(operation, clock);
  expect(clock.now()).toBeGreaterThanOrEqual(1500);
  expect(state.attempts).toBeGreaterThan(10);
});

test('after 2 s the refusal is thrown', () => {
  const clock = fakeClock();
  const { operation } = refusedUntil(Number.POSITIVE_INFINITY, clock, 'EBUSY');
  expect(() => patiently(operation, clock)).toThrow('EBUSY');
  expect(clock.now()).toBeGreaterThanOrEqual(2000);
  expect(clock.now()).toBeLessThan(2100);
});

test('any other error is thrown at once', () => {
  const clock = fakeClock();
  const { state, operation } = refusedUntil(10, clock, 'ENOSPC');
  expect(() => patiently(operation, clock)).toThrow('ENOSPC');
  expect(state.attempts).toBe(1);
  expect(clock.now()).toBe(0);
});
