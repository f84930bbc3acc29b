import { errorCode } from './output.ts';

/** Milliseconds that a file may stay in use by somebody else before we give up. */
const PATIENCE = 2000;
const PAUSE = 20;
const IN_USE: ReadonlySet<unknown> = new Set(['EPERM', 'EACCES', 'EBUSY']);

export interface Clock {
  /** Milliseconds. */
  now(): number;
  sleep(milliseconds: number): void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  sleep(milliseconds) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
  },
};

/**
 * Does `operation`, again and again for 2 s while it is refused as Windows refuses what somebody else has open: a web
 * server that sends the page, a virus scanner. Then the refusal is thrown; every other error is thrown at once.
 */
export function patiently(operation: () => void, clock: Clock): void {
  const end = clock.now() + PATIENCE;
  for (;;) {
    try {
      operation();
      return;
    } catch (cause) {
      if (!IN_USE.has(errorCode(cause)) || clock.now() >= end) throw cause;
      clock.sleep(PAUSE);
    }
  }
}
