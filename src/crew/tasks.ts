import type { Task } from '../base/crew.ts';
import { parseFiles } from '../memo/parsed-files.ts';
import { type DocumentSource, type ParserOptions, parseDocument } from '../parse/document.ts';
import { nodeDisk } from '../write/node-disk.ts';
import { type PackedFiles, unpack } from '../write/packed-files.ts';
import { type StageSetup, stageFiles } from '../write/stage.ts';

/** What came of a job, as it is sent; `transfer` are the buffers that are handed over and not copied. */
export interface Outcome {
  readonly value: unknown;
  readonly transfer: readonly ArrayBuffer[];
}

export type Performer = (job: unknown) => Outcome;

/** What a thread can do: each task is told its setup once, and then job after job. Only `base/crew.ts`' callers order. */
export const TASKS: Readonly<Record<Task, (setup: unknown) => Performer>> = {
  parse(setup) {
    const perform = parseFiles(setup as ParserOptions, parseDocument);
    return (job) => {
      const value = perform(job as readonly DocumentSource[]);
      return { value, transfer: [value.html.buffer] };
    };
  },
  stage(setup) {
    const perform = stageFiles(nodeDisk(), setup as StageSetup);
    return (job) => ({ value: perform(unpack(job as PackedFiles)), transfer: [] });
  },
};
