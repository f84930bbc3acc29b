import { folderOf } from '../../src/base/address.ts';
import { ALONE, type Crew } from '../../src/base/crew.ts';
import { type MemoStore, memoStore } from '../../src/memo/store.ts';
import type { FileSystem } from '../../src/read/file-system.ts';
import { memoryFileSystem } from '../../src/read/memory-file-system.ts';
import { rememberingFileSystem } from '../../src/read/remembering-file-system.ts';
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
  const { site, touch, restart } = rememberedSite(files);
  return {
    files,
    site,
    disk,
    out: ROOT,
    crew: ALONE,
    store: memoStore(cache, CACHE, 'memo', 'test'),
    edit(edit) {
      const before = new Map(files);
      applyEdit(files, edit);
      touch(before, edit);
      if (edit.does === 'cut cache' || edit.does === 'spoil cache') spoil(cache, `${CACHE}/memo`, edit);
      if (edit.does === 'lose') lose(disk, ROOT, Object.keys(this.published()), edit.index);
    },
    restart,
    published: () => withoutLeftovers(below(ROOT, disk.snapshot(`${ROOT}/.bantin/stage`))),
  };
}

/** A site in memory as `dev` reads it: files have stamps, and only what was put in doubt is looked at again. */
function rememberedSite(files: Workspace) {
  const versions = new Map<string, number>();
  let version = 0;
  let plain = memoryFileSystem(Object.fromEntries(files));
  const live: FileSystem = {
    list: (folder) => plain.list(folder),
    read: (path, length) => plain.read(path, length),
    stat: (path) => ({ ...plain.stat(path), stamp: String(versions.get(path) ?? 0) }),
    follow: (path) => plain.follow(path),
  };
  let remembering = rememberingFileSystem(live);
  return {
    site: (): FileSystem => remembering,
    touch(before: Workspace, edit: Edit): void {
      const touched = [...before.keys(), ...files.keys()].filter(
        (file) => before.get(file) !== files.get(file),
      );
      // A file that was moved onto one with the same words is another file all the same.
      if (edit.does === 'rename' && touched.length > 0) touched.push(edit.to);
      version++;
      for (const file of touched) versions.set(file, version);
      plain = memoryFileSystem(Object.fromEntries(files));
      const [then, now] = [foldersOf(before), foldersOf(files)];
      const comeOrGone = [...then, ...now].filter((folder) => !then.has(folder) || !now.has(folder));
      // Sometimes a watcher has missed something.
      remembering.doubt(edit.does === 'move' ? 'everything' : [...touched, ...comeOrGone]);
    },
    restart(): void {
      remembering = rememberingFileSystem(live);
    },
  };
}

/** All folders that hold one of the files. */
export function foldersOf(files: Workspace): Set<string> {
  const folders = new Set<string>();
  for (const file of files.keys()) {
    for (let folder = folderOf(file); folder !== ''; folder = folderOf(folder)) folders.add(folder);
  }
  return folders;
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
