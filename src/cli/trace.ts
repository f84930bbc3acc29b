import type { Span, Timings } from './stopwatch.ts';

/** All that happens here happens in one process. */
const PROCESS = 1;

/** Spans as Chrome's trace events, which Perfetto opens: threads one above the other, what lies in a stage below it. */
export function traceOf({ spans, pages }: Timings): string {
  const threads = [...new Set(spans.map(({ thread }) => thread))].sort((a, b) => a - b);
  const names = threads.map((thread) => ({
    name: 'thread_name',
    ph: 'M',
    pid: PROCESS,
    tid: thread,
    args: { name: thread === 0 ? 'build' : `thread ${thread}` },
  }));
  // Of two that begin together, the one that lies around the other has to come first.
  const events = [...spans]
    .sort((a, b) => a.began - b.began || b.ended - a.ended)
    .map((span) => eventOf(span, pages));
  return `${JSON.stringify({ displayTimeUnit: 'ms', traceEvents: [...names, ...events] })}\n`;
}

/** Times are in microseconds there. */
function eventOf({ name, thread, began, ended, path }: Span, pages: number): object {
  const micro = (ms: number): number => Math.round(ms * 1000);
  return {
    name: path ?? name,
    cat: name === 'page' ? 'page' : 'stage',
    ph: 'X',
    ts: micro(began),
    dur: micro(ended) - micro(began),
    pid: PROCESS,
    tid: thread,
    args: name === 'render' ? { pages } : {},
  };
}
