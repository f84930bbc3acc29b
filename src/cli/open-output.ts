import { nodeDisk } from '../write/node-disk.ts';
import { openPublication, type Publication } from '../write/publish.ts';
import { isRunning } from './process.ts';

/** Opens an output folder for a build of this process. */
export function openOutput(out: string): Publication {
  const owner = { pid: process.pid, startedAt: new Date().toISOString() };
  return openPublication(nodeDisk(), out, owner, isRunning);
}
