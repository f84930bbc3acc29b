import type { Task } from './crew.ts';

/** What a build does, in the order in which it does it; `start` is of the program, `open` and `save` of its cache. */
export const STAGES = [
  'start',
  'open',
  'read',
  'compare',
  'parse',
  'model',
  'plan',
  'templates',
  'render',
  'write',
  'save',
] as const;

export type Stage = (typeof STAGES)[number];

/**
 * Is told what a build is at. It changes nothing but what it knows itself, and nothing of it comes back into the build:
 * so what is published never depends on time.
 */
export interface Stopwatch {
  /** Does the work of a stage, and gives or throws what it does. */
  time<T>(stage: Stage, work: () => T): T;
  /** The same for one page of many. */
  page<T>(path: string, work: () => T): T;
  /** A job that another thread has done, with when it began and ended, in milliseconds since 1970. */
  elsewhere(thread: number, task: Task, began: number, ended: number): void;
}

/** Nobody wants to know. */
export const UNTIMED: Stopwatch = {
  time: (_, work) => work(),
  page: (_, work) => work(),
  elsewhere() {},
};
