import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createHeap } from '../../src/cli/heap.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A heap of so many megabytes, of which a look leaves `alive`. */
function heapOf(alive: number) {
  const state = { used: alive, looks: 0 };
  const heap = createHeap(
    () => state.used * 1e6,
    () => {
      state.looks += 1;
      state.used = alive;
    },
  );
  return { state, heap };
}

it('a large heap that has grown is looked through when nothing has come for a while', () => {
  const { state, heap } = heapOf(1300);
  heap.tidy();
  vi.advanceTimersByTime(300);
  expect(state.looks).toBe(0);
  vi.advanceTimersByTime(200);
  expect(state.looks).toBe(1);
  state.used += 40;
  heap.tidy();
  vi.advanceTimersByTime(5000);
  expect(state.looks).toBe(1);
  state.used += 40;
  heap.tidy();
  vi.advanceTimersByTime(5000);
  expect(state.looks).toBe(2);
});

it('not while the next build has begun, and a small one never', () => {
  const large = heapOf(1300);
  large.heap.tidy();
  large.heap.rest();
  const small = heapOf(100);
  small.state.used = 390;
  small.heap.tidy();
  vi.advanceTimersByTime(5000);
  expect([large.state.looks, small.state.looks]).toEqual([0, 0]);
});

it('the collector of the machine can be had', () => {
  const heap = createHeap(() => 500e6);
  heap.tidy();
  expect(() => vi.advanceTimersByTime(1000)).not.toThrow();
});
