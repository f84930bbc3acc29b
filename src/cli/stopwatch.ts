import type { Task } from '../base/crew.ts';
import type { Stage, Stopwatch } from '../base/stopwatch.ts';

/** A stretch of time; milliseconds since the program started. */
export interface Span {
  readonly name: Stage | Task | 'page';
  /** Threads that help count from 1; this one is 0. */
  readonly thread: number;
  readonly began: number;
  readonly ended: number;
  /** Of a page: where it is. */
  readonly path?: string;
}

export interface Timings {
  /** In the order in which they ended; of pages only those that took long. */
  readonly spans: readonly Span[];
  /** All pages, those that were as before included. */
  readonly pages: number;
}

export interface RunningStopwatch extends Stopwatch {
  /** Notes a stage that is over already. */
  note(stage: Stage, began: number, ended: number): void;
  timings(): Timings;
}

/** Milliseconds from which a page is told by itself: of all of a large site nobody could see one. */
const LONG = 1;

/** `now` gives milliseconds since the program started, which was at `origin`, in milliseconds since 1970. */
export function startStopwatch(now: () => number, origin: number): RunningStopwatch {
  const spans: Span[] = [];
  let pages = 0;
  const note = (name: Span['name'], thread: number, began: number, ended: number): void => {
    spans.push({ name, thread, began, ended });
  };
  return {
    time(stage, work) {
      const began = now();
      try {
        return work();
      } finally {
        note(stage, 0, began, now());
      }
    },
    page(path, work) {
      const began = now();
      try {
        return work();
      } finally {
        const ended = now();
        pages++;
        if (ended - began >= LONG) spans.push({ name: 'page', thread: 0, began, ended, path });
      }
    },
    elsewhere: (thread, task, began, ended) => note(task, thread, began - origin, ended - origin),
    note: (stage, began, ended) => note(stage, 0, began, ended),
    timings: () => ({ spans, pages }),
  };
}
