import { extensionOf } from '../base/address.ts';
import { type Diagnostic, error, wholeFile } from '../base/diagnostic.ts';
import type { MediaFile } from '../base/media.ts';
import type { FileSystem } from './file-system.ts';
import {
  createReader,
  type KnownFiles,
  type Measures,
  type Reading,
  type SourceBytes,
} from './known-files.ts';
import { type FolderScan, type FoundFile, reasonOf } from './scan.ts';

export const CONTENT = 'content';
const PUBLIC = '_public/';

/** A file whose bytes have been read. `path` is relative to `content/`, or to `templates/`. */
export interface TextFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** An article, a page or a section's file. `path` is relative to `content/`. */
export interface SourceFile extends SourceBytes {
  readonly path: string;
}

/** What one folder of `content/` holds, but for the folders in it. */
export interface FolderContents {
  readonly settings: TextFile | null;
  readonly documents: readonly SourceFile[];
  /** The same object stands for the same bytes. */
  readonly media: readonly MediaFile[];
  readonly publicFiles: readonly MediaFile[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface ContentsReader {
  /** Of a folder that is the same object as last time, and of whose files none has changed, the same object. */
  folder(folder: FolderScan): FolderContents;
  /** A file's bytes by its path on the disk. */
  source(diskPath: string): SourceBytes;
}

export function isPublic(path: string): boolean {
  return path.startsWith(PUBLIC);
}

/** A folder as it was read, and the files in it that may have been written since. */
interface Remembered {
  readonly contents: FolderContents;
  readonly doubtful: readonly Doubtful[];
}

/** Whether a file is still what was read, and whether that can be known next time without asking. */
type Doubtful = () => Reading<boolean>;

/** To be kept as long as `site` is the same: it remembers what it has read. */
export function createContentsReader(site: FileSystem, known: KnownFiles): ContentsReader {
  const reader = createReader(site, known);
  const memory = new WeakMap<FolderScan, Remembered>();
  const mediaFiles = new WeakMap<Measures, MediaFile>();

  /** The same object as last time, though a text beside it may have changed. */
  const mediaFile = (path: string, measures: Measures): MediaFile => {
    const known = mediaFiles.get(measures);
    if (known?.path === path) return known;
    const file = { path, ...measures };
    mediaFiles.set(measures, file);
    return file;
  };

  /** undefined if a file in it is not what it was. */
  const readAgain = ({ contents, doubtful }: Remembered): Remembered | undefined => {
    const still: Doubtful[] = [];
    try {
      for (const ask of doubtful) {
        const { value: isSame, isSettled } = ask();
        if (!isSame) return undefined;
        if (!isSettled) still.push(ask);
      }
    } catch {
      // What is wrong with it is told when the folder is read.
      return undefined;
    }
    return { contents, doubtful: still };
  };

  /** `remembered` is undefined if something in it has to be told each time. */
  const read = ({ files }: FolderScan): { contents: FolderContents; remembered: Remembered | undefined } => {
    const diagnostics: Diagnostic[] = [];
    const documents: SourceFile[] = [];
    const media: MediaFile[] = [];
    const publicFiles: MediaFile[] = [];
    let settings: TextFile | null = null;

    const doubtful: Doubtful[] = [];
    const attempt = <T>(
      { path, diskPath }: FoundFile,
      reading: (diskPath: string) => Reading<T>,
      areSame: (a: T, b: T) => boolean,
    ): T | undefined => {
      try {
        const found = reading(diskPath);
        if (!found.isSettled) {
          doubtful.push(() => {
            const now = reading(diskPath);
            return { value: areSame(now.value, found.value), isSettled: now.isSettled };
          });
        }
        return found.value;
      } catch (cause) {
        const place = wholeFile(`${CONTENT}/${path}`);
        diagnostics.push(error('file-unreadable', place, { reason: reasonOf(cause) }));
        return undefined;
      }
    };
    for (const file of files) {
      const { path } = file;
      if (path === 'site.yaml') {
        const source = attempt(file, reader.source, haveSameBytes);
        if (source) settings = { path, bytes: source.bytes() };
      } else if (!isPublic(path) && extensionOf(path) === 'md') {
        const source = attempt(file, reader.source, haveSameBytes);
        if (source) documents.push({ path, ...source });
      } else {
        const measures = attempt(file, reader.measure, areSameObject) ?? { size: 0, width: 0, height: 0 };
        (isPublic(path) ? publicFiles : media).push(mediaFile(path, measures));
      }
    }
    const contents = { settings, documents, media, publicFiles, diagnostics };
    return { contents, remembered: diagnostics.length === 0 ? { contents, doubtful } : undefined };
  };

  return {
    source: (diskPath) => reader.source(diskPath).value,
    folder(folder) {
      const last = memory.get(folder);
      const again = last && readAgain(last);
      const { contents, remembered } = again ? { contents: again.contents, remembered: again } : read(folder);
      if (remembered === undefined) memory.delete(folder);
      else memory.set(folder, remembered);
      return contents;
    },
  };
}

function haveSameBytes(now: SourceBytes, then: SourceBytes): boolean {
  // They are held for whoever asks, and nobody else does.
  now.bytes();
  return now.fingerprint === then.fingerprint;
}

/** Another picture may have the same size: the same object stands for the same bytes, and another one for others. */
function areSameObject(now: Measures, then: Measures): boolean {
  return now === then;
}
