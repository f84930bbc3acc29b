import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { memoStore } from '../../src/memo/store.ts';
import type { FileSystem } from '../../src/read/file-system.ts';
import { nodeFileSystem } from '../../src/read/node-file-system.ts';
import { type RememberingFileSystem, rememberingFileSystem } from '../../src/read/remembering-file-system.ts';
import { CREW } from '../crew-of-tests.ts';
import { filesIn, hastyDisk } from '../write/temporary-folder.ts';
import { applyEdit, type Edit, firstFiles, type Workspace } from './edits.ts';
import { foldersOf, lose, spoil, type World, withoutLeftovers } from './worlds.ts';

export interface DiskWorld extends World {
  remove(): void;
}

/** Seconds; each file that is written is a second younger than the last, and none was written just now. */
let clock = Date.UTC(2020, 0, 1) / 1000;

/**
 * A world on the disk of the machine. `told`: the file system remembers, and hears of every path that was edited, as
 * in `bantin dev`; otherwise each build asks the disk anew.
 */
export function diskWorld(told: boolean): DiskWorld {
  const base = mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'bantin-story-'));
  const root = path.join(base, 'site');
  const out = path.join(root, 'dist');
  const cache = path.join(root, '.bantin/cache');
  const disk = hastyDisk();
  const files: Workspace = new Map();
  const plain = nodeFileSystem(root);
  let remembering: RememberingFileSystem = rememberingFileSystem(plain);

  function put(file: string, text: string): void {
    const target = path.join(root, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
    clock += 1;
    utimesSync(target, clock, clock);
  }

  /** What somebody does to the sources, as they do it: what moves keeps its time. */
  function change(after: Workspace, edit: Edit): void {
    const before = new Map(files);
    const from = 'from' in edit ? edit.from : '';
    const to = 'to' in edit ? edit.to : '';
    for (const [file, text] of before) {
      if (after.get(file) === text) continue;
      const goal = to + file.slice(from.length);
      const isMoved = from !== '' && (file === from || file.startsWith(`${from}/`)) && after.has(goal);
      if (isMoved) {
        mkdirSync(path.dirname(path.join(root, goal)), { recursive: true });
        renameSync(path.join(root, file), path.join(root, goal));
        before.set(goal, text);
      } else if (!after.has(file)) {
        rmSync(path.join(root, file));
      }
    }
    for (const [file, text] of after) if (before.get(file) !== text) put(file, text);
  }

  /** A folder that goes as a whole to where none is: of what is in it, nobody is told. */
  function moveFolder(edit: Edit): boolean {
    if (edit.does !== 'move' || edit.to.startsWith(`${edit.from}/`)) return false;
    const [from, to] = [path.join(root, edit.from), path.join(root, edit.to)];
    if (!existsSync(from) || existsSync(to)) return false;
    mkdirSync(path.dirname(to), { recursive: true });
    renameSync(from, to);
    return true;
  }

  function apply(edit: Edit): void {
    const after: Workspace = new Map(files);
    applyEdit(after, edit);
    const folders = foldersOf(files);
    const isWhole = moveFolder(edit);
    if (!isWhole) change(after, edit);
    removeEmptyFolders(root);
    const touched = [...files.keys(), ...after.keys()].filter((file) => files.get(file) !== after.get(file));
    // A file that was moved onto one with the same words is another file all the same.
    if (edit.does === 'rename' && touched.length > 0) touched.push(edit.to);
    const now = foldersOf(after);
    const comeOrGone = [...folders, ...now].filter((folder) => !folders.has(folder) || !now.has(folder));
    const isWithin = (file: string): boolean =>
      'from' in edit && [edit.from, edit.to].some((folder) => file.startsWith(`${folder}/`));
    remembering.doubt([...touched, ...comeOrGone].filter((file) => !isWhole || !isWithin(file)));
    files.clear();
    for (const [file, text] of after) files.set(file, text);
  }

  for (const [file, text] of firstFiles()) {
    files.set(file, text);
    put(file, text);
  }

  return {
    files,
    site: (): FileSystem => (told ? remembering : plain),
    disk,
    out,
    crew: CREW,
    store: memoStore(disk, cache, 'memo', 'test'),
    edit(edit) {
      apply(edit);
      if (edit.does === 'cut cache' || edit.does === 'spoil cache') spoil(disk, `${cache}/memo`, edit);
      if (edit.does === 'lose') lose(disk, out, Object.keys(this.published()), edit.index);
    },
    restart() {
      remembering = rememberingFileSystem(plain);
    },
    published: () => withoutLeftovers(existsSync(out) ? filesIn(out, true) : {}),
    remove: () => rmSync(base, { recursive: true, force: true }),
  };
}

/** A file system in memory has none; what builds make of them is not told here. */
function removeEmptyFolders(root: string): void {
  for (const name of ['content', 'templates']) {
    const visit = (folder: string): void => {
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        if (entry.isDirectory()) visit(path.join(folder, entry.name));
      }
      if (readdirSync(folder).length === 0) rmdirSync(folder);
    };
    if (existsSync(path.join(root, name))) visit(path.join(root, name));
  }
}
