import type { Crew, Shift, Work } from '../base/crew.ts';
import type { Disk } from './disk.ts';
import { foldersAbove } from './output-path.ts';
import { createPacker, type PackedFiles, type TextToStage } from './packed-files.ts';
import { type Staged, type StageSetup, stageFiles, type ToStage } from './stage.ts';

/** The files of one build on their way into its stage. */
export interface Staging {
  /** `learn` is told what came of the file, before `finish` returns. Throws if the path was added before, or cannot be. */
  add(file: ToStage, learn: (staged: Staged) => void): void;
  /** Returns when everything is staged. Throws what the disk said. */
  finish(): void;
  /** Returns when nobody stages anything any more. */
  abandon(): void;
}

/** A batch is handed on when it has this many characters: a thread is then told of some dozen pages at once. */
const CHARACTERS_A_BATCH = 200_000;
const FILES_A_BATCH = 64;

interface Batch {
  readonly files: TextToStage[];
  readonly learners: ((staged: Staged) => void)[];
  characters: number;
  /** For a thread. */
  packed?: PackedFiles;
}

export function openStaging(disk: Disk, setup: StageSetup, crew: Crew): Staging {
  const here = stageFiles(disk, setup);
  const packer = createPacker();
  const paths = new Set<string>();
  const folders = new Set<string>();
  let batch = emptyBatch();
  // Only with the first file: whoever has opened an output may still have to parse.
  let shift: Shift<Batch> | undefined;
  const work: Work<Batch, readonly Staged[]> = {
    task: 'stage',
    setup,
    // Whoever has threads by now may use them; a few pages are not worth starting one.
    amount: 0,
    order: (batch: Batch) => {
      batch.packed = packer.pack(batch.files);
      return batch.packed;
    },
    here: ({ files }) => here(files),
    learn: (staged, { learners, packed }) => {
      if (packed !== undefined) packer.free(packed);
      staged.forEach((each, index) => {
        learners[index]?.(each);
      });
    },
  };

  const handOn = (): void => {
    const whole = batch;
    batch = emptyBatch();
    if (whole.files.length === 0) return;
    shift ??= crew.begin(work);
    shift.do(whole);
  };

  /** Notes a file; the file that would have to be a folder, or the folder that would have to be a file, if there is one. */
  const clash = (path: string): string | undefined => {
    if (folders.has(path)) return path;
    paths.add(path);
    for (const folder of foldersAbove(path)) {
      if (paths.has(folder)) return folder;
      if (folders.has(folder)) break;
      folders.add(folder);
    }
    return undefined;
  };

  return {
    add(file, told) {
      const { path, content } = file;
      if (paths.has(path)) throw new Error(`Not to be put twice: ${path}`);
      const outer = clash(path);
      if (outer !== undefined) throw new Error(`Both a file and a folder: ${outer}`);
      if (typeof content !== 'string') {
        // Pictures and the like: to send them would be to copy them.
        for (const staged of here([file])) told(staged);
        return;
      }
      batch.files.push({ path, content, standing: file.standing });
      batch.learners.push(told);
      batch.characters += content.length;
      if (batch.characters >= CHARACTERS_A_BATCH || batch.files.length >= FILES_A_BATCH) handOn();
    },
    finish() {
      handOn();
      shift?.finish();
    },
    abandon: () => shift?.abandon(),
  };
}

function emptyBatch(): Batch {
  return { files: [], learners: [], characters: 0 };
}
