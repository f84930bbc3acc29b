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
  /** Of a folder that is the same object as last time, and of whose files none can have changed, the same object. */
  folder(folder: FolderScan): FolderContents;
  /** A file's bytes by its path on the disk. */
  source(diskPath: string): SourceBytes;
}

export function isPublic(path: string): boolean {
  return path.startsWith(PUBLIC);
}

/** To be kept as long as `site` is the same: it remembers what it has read. */
export function createContentsReader(site: FileSystem, known: KnownFiles): ContentsReader {
  const reader = createReader(site, known);
  const memory = new WeakMap<FolderScan, FolderContents>();
  const mediaFiles = new WeakMap<Measures, MediaFile>();

  /** The same object as last time, though a text beside it may have changed. */
  const mediaFile = (path: string, measures: Measures): MediaFile => {
    const known = mediaFiles.get(measures);
    if (known?.path === path) return known;
    const file = { path, ...measures };
    mediaFiles.set(measures, file);
    return file;
  };

  const read = ({ files }: FolderScan): Reading<FolderContents> => {
    const diagnostics: Diagnostic[] = [];
    const documents: SourceFile[] = [];
    const media: MediaFile[] = [];
    const publicFiles: MediaFile[] = [];
    let settings: TextFile | null = null;

    let isSettled = true;
    const attempt = <T>(
      { path, diskPath }: FoundFile,
      reading: (diskPath: string) => Reading<T>,
    ): T | undefined => {
      try {
        const found = reading(diskPath);
        isSettled &&= found.isSettled;
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
        const source = attempt(file, reader.source);
        if (source) settings = { path, bytes: source.bytes() };
      } else if (!isPublic(path) && extensionOf(path) === 'md') {
        const source = attempt(file, reader.source);
        if (source) documents.push({ path, ...source });
      } else {
        const measures = attempt(file, reader.measure) ?? { size: 0, width: 0, height: 0 };
        (isPublic(path) ? publicFiles : media).push(mediaFile(path, measures));
      }
    }
    return {
      value: { settings, documents, media, publicFiles, diagnostics },
      isSettled: isSettled && diagnostics.length === 0,
    };
  };

  return {
    source: (diskPath) => reader.source(diskPath).value,
    folder(folder) {
      const remembered = memory.get(folder);
      if (remembered !== undefined) return remembered;
      const { value, isSettled } = read(folder);
      if (isSettled) memory.set(folder, value);
      return value;
    },
  };
}
