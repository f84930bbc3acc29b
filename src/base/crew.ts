import { Interruption } from './interruption.ts';

/** What threads can be asked for; `crew/tasks.ts` says how each is done. */
export type Task = 'parse' | 'stage';

/** Work of one kind, of which there are many jobs that know nothing of each other. */
export interface Work<Job, Done> {
  readonly task: Task;
  /** What the task must know before its first job. It is copied to the threads, as orders and what comes of them are. */
  readonly setup: unknown;
  /** How many documents or pages there may be: a few are not worth starting a thread. */
  readonly amount: number;
  /** What a thread is told of a job. */
  readonly order: (job: Job) => unknown;
  /** Does a job in this thread, as the task would. */
  readonly here: (job: Job) => Done;
  /** Is told what came of each job, in any order. */
  readonly learn: (done: Done, job: Job) => void;
}

export interface Shift<Job> {
  /** Has the job done, here and now or by a thread. Throws what it threw, or what one before it did. */
  do(job: Job): void;
  /** Returns when all jobs are done and learnt of. Throws what one of them threw. */
  finish(): void;
  /** Returns when no thread is at work on a job any more; nothing more is learnt of any. */
  abandon(): void;
}

/** Who does the work of a build. What comes of it is the same whoever does: only the time differs. */
export interface Crew {
  /** Tells how many documents there will be to parse, so that threads start while they are still being read. */
  expect(amount: number): void;
  /**
   * One shift at a time: whatever is left of the one before is abandoned, and it can do no more. Throws `ThreadLost`.
   */
  begin<Job, Done>(work: Work<Job, Done>): Shift<Job>;
  /** Stops the threads, whatever they are at. At any time, more than once. */
  dismiss(): void;
}

/** A thread has ended, or has not been heard of for so long that it must have. */
export class ThreadLost extends Interruption {
  override readonly name = 'ThreadLost';
}

/** This thread alone. */
export const ALONE: Crew = {
  expect() {},
  begin: ({ here, learn }) => ({ do: (job) => learn(here(job), job), finish() {}, abandon() {} }),
  dismiss() {},
};
