import type { MessagePort } from 'node:worker_threads';
import type { Task } from '../base/crew.ts';

/** What a thread is told, and what it answers: one answer to each job, in the order of the jobs. */
export type Order =
  | { readonly is: 'begin'; readonly task: Task; readonly setup: unknown }
  | { readonly is: 'job'; readonly job: unknown };

export type Answer =
  | (Clocked & { readonly is: 'done'; readonly done: unknown })
  | (Clocked & { readonly is: 'failed'; readonly failure: Failure });

/** When the job began and ended, in milliseconds since 1970, by a clock that all threads share. */
export interface Clocked {
  readonly began: number;
  readonly ended: number;
}

/** What a thread is given when it starts. */
export interface Welcome {
  readonly port: MessagePort;
  readonly signal: Int32Array;
}

/** Places in the shared memory: how many answers there have been, and how many threads have ended. */
export const SIGNAL = { answers: 0, ended: 1, length: 2 } as const;

/** An error as a message: of one that is sent as it is, the code and the call would be lost. */
export interface Failure {
  readonly message: string;
  readonly stack: string | undefined;
  /** Such as Node's `code` and `syscall`. */
  readonly facts: Readonly<Record<string, unknown>>;
}

export function failureOf(cause: unknown): Failure {
  if (!(cause instanceof Error)) return { message: String(cause), stack: undefined, facts: {} };
  const facts = Object.entries(cause).filter(([, value]) => ['string', 'number'].includes(typeof value));
  return { message: cause.message, stack: cause.stack, facts: Object.fromEntries(facts) };
}

export function errorOf({ message, stack, facts }: Failure): Error {
  return Object.assign(new Error(message), facts, stack === undefined ? {} : { stack });
}
