import type { Language } from '../base/messages/describe.ts';
import { STAGES, type Stage } from '../base/stopwatch.ts';
import type { Span, Timings } from './stopwatch.ts';
import { cliWords } from './words.ts';

/** Of a stage or of a thread, in milliseconds: all its spans together. */
export interface StageTime {
  readonly stage: Stage;
  readonly ms: number;
}

/** Every stage that the build came to, in order. */
export function stageTimes({ spans }: Timings): StageTime[] {
  return STAGES.flatMap((stage) => {
    const own = spans.filter(({ name, thread }) => thread === 0 && name === stage);
    return own.length === 0 ? [] : [{ stage, ms: sum(own) }];
  });
}

/** Milliseconds that each thread that helped was at work, the first one first. */
export function threadTimes({ spans }: Timings): number[] {
  const count = spans.reduce((most, { thread }) => Math.max(most, thread), 0);
  return Array.from({ length: count }, (_, index) => sum(spans.filter(({ thread }) => thread === index + 1)));
}

function sum(spans: readonly Span[]): number {
  return spans.reduce((total, { began, ended }) => total + ended - began, 0);
}

const WIDTH = 20;

/** A row for each stage, with its share of `total`, in milliseconds since the program started. */
export function formatTimings(timings: Timings, total: number, language: Language): string {
  const words = cliWords(language);
  const stages = stageTimes(timings);
  const rest = total - stages.reduce((ms, stage) => ms + stage.ms, 0);
  const rows: readonly (readonly [what: string, ms: number])[] = [
    ...stages.map(({ stage, ms }) => [words.stages[stage], ms] as const),
    [words.rest, Math.max(0, rest)],
  ];
  const threads = threadTimes(timings).map((ms, index) => [words.thread(index + 1), ms] as const);
  const width = Math.max(...[...rows, ...threads].map(([what]) => what.length), words.total.length);
  const row = (what: string, ms: number, bar: string): string => {
    const share = total > 0 ? Math.round((ms / total) * 100) : 0;
    const figures = `${(ms / 1000).toFixed(3).padStart(8)} s ${String(share).padStart(4)} %`;
    return `  ${what.padEnd(width)} ${figures}  ${bar}`.trimEnd();
  };
  const lines = rows.map(([what, ms]) => row(what, ms, '█'.repeat(Math.round((ms / (total || 1)) * WIDTH))));
  const below = [[words.total, total] as const, ...threads].map(([what, ms]) => row(what, ms, ''));
  return `${[...lines, ...below].join('\n')}\n`;
}

/** What `--json` gives, in milliseconds. */
export function jsonTimings(timings: Timings, total: number): Readonly<Record<string, unknown>> {
  const round = (ms: number): number => Math.round(ms * 1000) / 1000;
  return {
    stages: stageTimes(timings).map(({ stage, ms }) => ({ stage, ms: round(ms) })),
    threads: threadTimes(timings).map(round),
    total: round(total),
  };
}
