import { availableParallelism } from 'node:os';
import { ALONE, type Crew } from '../base/crew.ts';
import type { Stopwatch } from '../base/stopwatch.ts';
import { threadCrew } from '../crew/threads.ts';
import { HAND } from './program-folders.ts';
import { type Terminal, UsageError } from './terminal.ts';

/** More than these have nothing to do: only one thread plans and renders. */
const MOST_THREADS = 3;

/** Documents below which a thread takes longer to start than it saves. */
const LEAST_DOCUMENTS = 500;

/** Milliseconds: a disk that is asleep or far away may take long, but not that long for some dozen files. */
const PATIENCE = 60_000;

/** Who shares the work of a build. `flag` is what `--workers` says, else `BANTIN_WORKERS`: threads besides this one. */
export function siteCrew(terminal: Terminal, flag?: string, stopwatch?: Stopwatch): Crew {
  const wanted = flag ?? terminal.environment['BANTIN_WORKERS'];
  if (wanted !== undefined && !/^\d{1,2}$/.test(wanted)) throw new UsageError(`--workers ${wanted}`);
  const threads = wanted === undefined ? Math.min(availableParallelism() - 1, MOST_THREADS) : Number(wanted);
  if (threads === 0) return ALONE;
  const least = wanted === undefined ? LEAST_DOCUMENTS : 0;
  return threadCrew({ entry: HAND, threads, least, patience: PATIENCE, ...(stopwatch && { stopwatch }) });
}
