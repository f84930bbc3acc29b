import { nodeDisk } from '../write/node-disk.ts';

/** A process that began so many milliseconds after something did not do it, whatever the clocks are wrong by. */
const CLEARLY = 10_000;
/** So many milliseconds may what the system says of our own beginning be off what we know of it. */
const TOLERANCE = 3000;

/**
 * Whether the process of this machine that had the id at `since` is running; one of another user's counts as running.
 * Ids are given anew, in containers soon: a process that began clearly later is another. Where the system does not say
 * when one began, or `since` is no time, it is taken for the same.
 */
export function isRunning(pid: number, since: string): boolean {
  return isThere(pid) && !(beginningOf(pid) > Date.parse(since) + CLEARLY);
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Milliseconds since 1970; NaN if that is not known for sure. */
function beginningOf(pid: number): number {
  // A container may be told the machine's time of boot and its own ticks, or the reverse: then we are misdated as well.
  const error = Math.abs(saidBeginning(process.pid) - (Date.now() - process.uptime() * 1000));
  return error < TOLERANCE ? saidBeginning(pid) : Number.NaN;
}

/** What Linux says: the time of boot, and the hundredths of a second from then to the process' beginning. */
function saidBeginning(pid: number): number {
  try {
    const boot = /^btime (\d+)$/m.exec(textOf('/proc/stat'))?.[1];
    const stat = textOf(`/proc/${pid}/stat`);
    // The second field is a name in brackets, which may hold anything; the beginning is the 22nd.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return Number(boot) * 1000 + Number(ticks) * 10;
  } catch {
    return Number.NaN;
  }
}

function textOf(file: string): string {
  return new TextDecoder().decode(nodeDisk().read(file));
}
