import type { ToStage } from './stage.ts';

/** Texts on their way to another thread, one after the other in memory that both see. */
export interface PackedFiles {
  /** UTF-16, as strings are kept. */
  readonly memory: SharedArrayBuffer;
  readonly files: readonly PackedFile[];
}

interface PackedFile extends Pick<ToStage, 'path' | 'standing'> {
  /** Code units. */
  readonly length: number;
}

export interface TextToStage extends ToStage {
  readonly content: string;
}

const BYTES_A_UNIT = 2;

/**
 * Memory that is used again and again. A message that holds the texts themselves takes new memory for each, and its receiver
 * too: half of the time of sending them.
 */
export function createPacker(): {
  pack(files: readonly TextToStage[]): PackedFiles;
  /** Nobody reads it any more. */
  free(packed: PackedFiles): void;
} {
  const idle: SharedArrayBuffer[] = [];
  return {
    pack(files) {
      const wanted = files.reduce((sum, { content }) => sum + content.length, 0) * BYTES_A_UNIT;
      let memory = idle.pop();
      if (memory === undefined || memory.byteLength < wanted) memory = new SharedArrayBuffer(wanted * 2);
      const bytes = Buffer.from(memory);
      let at = 0;
      return {
        memory,
        files: files.map(({ path, content, standing }) => {
          at += bytes.write(content, at, 'utf16le');
          return { path, standing, length: content.length };
        }),
      };
    },
    free: ({ memory }) => idle.push(memory),
  };
}

export function unpack({ memory, files }: PackedFiles): readonly TextToStage[] {
  const bytes = Buffer.from(memory);
  let at = 0;
  return files.map(({ path, standing, length }) => {
    const end = at + length * BYTES_A_UNIT;
    const content = bytes.toString('utf16le', at, end);
    at = end;
    return { path, standing, content };
  });
}
