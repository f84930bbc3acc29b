import type { Crew } from '../base/crew.ts';
import { nodeDisk } from '../write/node-disk.ts';
import { openPublication, type Publication } from '../write/publish.ts';
import type { OutputMemory, Trust } from '../write/records.ts';
import { isRunning } from './process.ts';

/** Opens an output folder for a build of this process. `memory` is of the builds of this process before it. */
export function openOutput(out: string, crew: Crew, memory?: OutputMemory, trust?: Trust): Publication {
  const owner = { pid: process.pid, startedAt: new Date().toISOString() };
  return openPublication(nodeDisk(), out, owner, isRunning, memory, crew, trust);
}
