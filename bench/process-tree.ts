import { readdirSync, readFileSync } from 'node:fs';

/** Megabytes. */
export interface Memory {
  readonly peak: number;
  readonly now: number;
}

/** Milliseconds between two looks at the memory; what is taken after the last is not seen. */
const LOOK = 10;
/** Looks between two searches for new processes. */
const SEARCH = 10;

/** Of one process, in megabytes; undefined where the system does not tell (it is Linux that does). */
export function memoryOf(pid: number | undefined): Memory | undefined {
  const status = readProc(`${pid}/status`);
  const megabytes = (name: string): number | undefined => {
    const found = new RegExp(`^${name}:\\s*(\\d+) kB$`, 'm').exec(status);
    return found === null ? undefined : Number(found[1]) / 1024;
  };
  const peak = megabytes('VmHWM');
  const now = megabytes('VmRSS');
  return peak === undefined || now === undefined ? undefined : { peak, now };
}

/**
 * Looks at a process and all that it starts until told to stop; then gives the most resident memory that they were seen
 * to hold together, in megabytes, and never less than what the kernel says of one of them alone. What several
 * processes share counts in each.
 */
export function watchMemory(pid: number | undefined): () => number | undefined {
  let peak: number | undefined;
  let pids: readonly number[] = [];
  let looks = 0;
  const look = (): void => {
    if (looks++ % SEARCH === 0) pids = processTree(pid);
    const all = pids.map(memoryOf).filter((memory) => memory !== undefined);
    if (all.length === 0) return;
    const together = all.reduce((sum, { now }) => sum + now, 0);
    peak = Math.max(peak ?? 0, together, ...all.map((memory) => memory.peak));
  };
  const timer = setInterval(look, LOOK);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

/** A process, and those that it or one of its own has started and that still run. */
export function processTree(pid: number | undefined): number[] {
  if (pid === undefined) return [];
  return [
    pid,
    ...threadsOf(pid)
      .flatMap((thread) => childrenOf(pid, thread))
      .flatMap(processTree),
  ];
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

function childrenOf(pid: number, thread: string): number[] {
  return readProc(`${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number);
}

/** Seconds that all ended children of this process have used: user and system, in ticks of 10 ms. */
export function childrenCpu(): number | undefined {
  // After the name, which may hold anything: the 14th and 15th of what follows.
  const fields = /\) (.*)/s.exec(readProc('self/stat'))?.[1]?.split(' ');
  return fields === undefined ? undefined : (Number(fields[13]) + Number(fields[14])) / 100;
}

/** Empty where there is no such file, or the process has ended. */
function readProc(name: string): string {
  try {
    return readFileSync(`/proc/${name}`, 'utf8');
  } catch {
    return '';
  }
}
