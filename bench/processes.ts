import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { END } from './place.ts';

/** The command as it is installed. */
export const COMMAND = path.resolve('build/bantin.js');

/** What every process of ours sees: one language, no colours, and a day on which everything generated is published. */
export const ENVIRONMENT: NodeJS.ProcessEnv = {
  ...process.env,
  BANTIN_LANG: 'en',
  NO_COLOR: '1',
  SOURCE_DATE_EPOCH: String(END + 7 * 86400),
};

export interface Run {
  readonly seconds: number;
  /** Of all its threads, and of the processes that it waited for; undefined where the system does not tell. */
  readonly cpuSeconds: number | undefined;
  /** Its own: neither ours nor Hugo starts processes. undefined where the system does not tell. */
  readonly peakMegabytes: number | undefined;
}

/** Milliseconds between two looks at the memory of a process; what it takes after the last is not seen. */
const LOOK = 10;

/** A whole process, from nothing to its end. Rejects unless it ends well. */
export function run(command: string, args: readonly string[], cwd: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const cpuBefore = childrenCpu();
    const started = performance.now();
    const child = spawn(command, args, { cwd, env: ENVIRONMENT, stdio: ['ignore', 'ignore', 'pipe'] });
    let peak: number | undefined;
    let said = '';
    const timer = setInterval(() => {
      peak = memoryOf(child.pid)?.peak ?? peak;
    }, LOOK);
    child.stderr.on('data', (text) => {
      said += text;
    });
    child.once('error', (cause) => {
      clearInterval(timer);
      reject(cause);
    });
    child.once('exit', (status) => {
      const seconds = (performance.now() - started) / 1000;
      const cpuAfter = childrenCpu();
      clearInterval(timer);
      if (status !== 0) reject(new Error(`${command} ${args.join(' ')}: ${status}\n${said}`));
      const cpuSeconds = cpuBefore === undefined || cpuAfter === undefined ? undefined : cpuAfter - cpuBefore;
      resolve({ seconds, cpuSeconds, peakMegabytes: peak });
    });
  });
}

/** `bantin build` of the site in `root`. */
export function buildSite(root: string): Promise<Run> {
  return run(process.execPath, [COMMAND, 'build'], root);
}

/** Of a process, in megabytes; undefined where the system does not tell (it is Linux that does). */
export function memoryOf(pid: number | undefined): { peak: number; now: number } | undefined {
  const status = readProc(`${pid}/status`);
  const megabytes = (name: string): number | undefined => {
    const found = new RegExp(`^${name}:\\s*(\\d+) kB$`, 'm').exec(status);
    return found === null ? undefined : Number(found[1]) / 1024;
  };
  const peak = megabytes('VmHWM');
  const now = megabytes('VmRSS');
  return peak === undefined || now === undefined ? undefined : { peak, now };
}

/** Seconds that all ended children of this process have used: user and system, in ticks of 10 ms. */
function childrenCpu(): number | undefined {
  // After the name, which may hold anything: the 14th and 15th of what follows.
  const fields = /\) (.*)/s.exec(readProc('self/stat'))?.[1]?.split(' ');
  return fields === undefined ? undefined : (Number(fields[13]) + Number(fields[14])) / 100;
}

function readProc(name: string): string {
  try {
    return readFileSync(`/proc/${name}`, 'utf8');
  } catch {
    return '';
  }
}
