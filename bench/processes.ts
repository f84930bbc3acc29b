import { spawn } from 'node:child_process';
import { END } from './place.ts';
import { childrenCpu, watchMemory } from './process-tree.ts';

// Whoever has it set for the network pays 80 ms a start of Node (some 140 certificates are read); nothing measured asks the network.
const { NODE_EXTRA_CA_CERTS: _, ...INHERITED } = process.env;

/** What every process sees: one language, no colours, and a day on which everything generated is published. */
export const ENVIRONMENT: NodeJS.ProcessEnv = {
  ...INHERITED,
  BANTIN_LANG: 'en',
  NO_COLOR: '1',
  SOURCE_DATE_EPOCH: String(END + 7 * 86400),
};

/** How a process is started. */
export interface Command {
  readonly command: string;
  readonly args: readonly string[];
}

export interface Run {
  readonly seconds: number;
  /** Of all its threads, and of the processes that it waited for; undefined where the system does not tell. */
  readonly cpuSeconds: number | undefined;
  /** Of it and all processes that it starts, together; undefined where the system does not tell. */
  readonly peakMegabytes: number | undefined;
}

/** Seconds after which a process is ended, and has given up. */
const LIMIT = 600;

/** A whole process, from nothing to its end; undefined if it has given up. Rejects unless it ends well. */
export function run({ command, args }: Command, cwd: string, limit = LIMIT): Promise<Run | undefined> {
  return new Promise((resolve, reject) => {
    const cpuBefore = childrenCpu();
    const started = performance.now();
    const child = spawn(command, args, { cwd, env: ENVIRONMENT, stdio: ['ignore', 'ignore', 'pipe'] });
    const peakOf = watchMemory(child.pid);
    const kill = (): void => void child.kill('SIGKILL');
    // Before the folder that it works in is taken away.
    process.prependOnceListener('exit', kill);
    let said = '';
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      kill();
    }, limit * 1000);
    child.stderr.on('data', (text) => {
      said += text;
    });
    child.once('error', (cause) => {
      peakOf();
      process.off('exit', kill);
      clearTimeout(timer);
      reject(cause);
    });
    child.once('exit', (status) => {
      const seconds = (performance.now() - started) / 1000;
      const peakMegabytes = peakOf();
      process.off('exit', kill);
      clearTimeout(timer);
      const cpuAfter = childrenCpu();
      const cpuSeconds = cpuBefore === undefined || cpuAfter === undefined ? undefined : cpuAfter - cpuBefore;
      if (isLate) resolve(undefined);
      else if (status !== 0) reject(new Error(`${command} ${args.join(' ')}: ${status}\n${said}`));
      else resolve({ seconds, cpuSeconds, peakMegabytes });
    });
  });
}
