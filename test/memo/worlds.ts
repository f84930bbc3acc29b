import { ALONE, type Crew } from '../../src/base/crew.ts';
import { type MemoStore, memoStore } from '../../src/memo/store.ts';
import type { FileSystem } from '../../src/read/file-system.ts';
import { memoryFileSystem } from '../../src/read/memory-file-system.ts';
import type { Disk } from '../../src/write/disk.ts';
import { memoryDisk } from '../write/memory-disk.ts';
import { applyEdit, type Edit, firstFiles, type Workspace } from './edits.ts';

/** Where a story is played: a site's sources, its output, and what builds remember. */
export interface World {
  /** The sources as they are now. */
  readonly files: Workspace;
  /** As the next build reads them. */
  site(): FileSystem;
  /** The output lies in its folder `out`. */
  readonly disk: Disk;
  readonly out: string;
  /** Who stages: threads know no disk but the machine's. */
  readonly crew: Crew;
  readonly store: MemoStore;
  edit(edit: Edit): void;
  /** A new process, which knows nothing but what is on the disk. */
  restart(): void;
  /** All that is in the output when no build is at work. */
  published(): Readonly<Record<string, string | null>>;
}

const ROOT = '/out';
const CACHE = '/cache';

/** A world in memory, in which thousands of builds are made in a minute. */
export function memoryWorld(): World {
  const files = firstFiles();
  const disk = memoryDisk();
  const cache = memoryDisk();
  return {
    files,
    site: () => memoryFileSystem(Object.fromEntries(files)),
    disk,
    out: ROOT,
    crew: ALONE,
    store: memoStore(cache, CACHE, 'memo', 'test'),
    edit(edit) {
      applyEdit(files, edit);
      if (edit.does === 'cut cache' || edit.does === 'spoil cache') spoil(cache, `${CACHE}/memo`, edit);
      if (edit.does === 'lose') lose(disk, ROOT, Object.keys(this.published()), edit.index);
    },
    restart() {},
    published: () => withoutLeftovers(below(ROOT, disk.snapshot(`${ROOT}/.bantin/stage`))),
  };
}

function below(root: string, snapshot: Record<string, string | null>): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(snapshot)
      .filter(([path]) => path.startsWith(`${root}/`))
      .map(([path, text]) => [path.slice(root.length + 1), text]),
  );
}

/** All but what a build that was stopped leaves for the next one to clear away. */
export function withoutLeftovers(found: Record<string, string | null>): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(found).filter(([path]) => !/^\.bantin\/(?:lock|stage(?:\/.*)?)$/.test(path)),
  );
}

export function spoil(disk: Disk, file: string, { does, at }: Extract<Edit, { readonly at: number }>): void {
  const bytes = disk.read(file);
  if (bytes === undefined) return;
  const place = Math.floor(at * bytes.length);
  const spoilt = does === 'cut cache' ? bytes.slice(0, place) : Uint8Array.from(bytes);
  if (does === 'spoil cache') spoilt[place] = (spoilt[place] ?? 0) ^ 1;
  disk.write(file, spoilt);
}

/** Takes a published file away. */
export function lose(disk: Disk, root: string, paths: readonly string[], index: number): void {
  const files = paths.filter(
    (path) => !path.startsWith('.bantin') && disk.stat(`${root}/${path}`)?.kind === 'file',
  );
  const path = files[index % Math.max(1, files.length)];
  if (path !== undefined) disk.removeFile(`${root}/${path}`);
}
