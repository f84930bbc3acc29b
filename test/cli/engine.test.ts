import { setFlagsFromString } from 'node:v8';
import { afterEach, expect, it, vi } from 'vitest';
import { growSlowlyIfLarge, optimiseIfMany } from '../../src/cli/engine.ts';

vi.mock('node:v8', () => ({ setFlagsFromString: vi.fn() }));
afterEach(() => vi.clearAllMocks());

it('a large heap is looked through before pages are made, and grows slowly from then on', () => {
  const collect = vi.fn();
  growSlowlyIfLarge(() => 550e6, collect);
  expect(setFlagsFromString).toHaveBeenCalledExactlyOnceWith('--heap-growing-percent=30');
  expect(collect).toHaveBeenCalledOnce();
});

it('a small one is left to V8', () => {
  const collect = vi.fn();
  growSlowlyIfLarge(() => 150e6, collect);
  expect(setFlagsFromString).not.toHaveBeenCalled();
  expect(collect).not.toHaveBeenCalled();
});

it('what many documents go through is optimised as soon as V8 would by itself, what few do is not', () => {
  optimiseIfMany(5_000);
  expect(setFlagsFromString).not.toHaveBeenCalled();
  optimiseIfMany(10_000);
  expect(vi.mocked(setFlagsFromString).mock.calls.flat()).toEqual([
    '--no-always-sparkplug',
    '--interrupt-budget=67584',
  ]);
});
