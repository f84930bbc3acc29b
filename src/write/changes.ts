import { folderOf } from '../base/address.ts';
import { fingerprint } from '../base/fingerprint.ts';
import type { Disk } from './disk.ts';
import { type Edition, isAllWanted, pathsIn, type Wanted, wantedBy } from './edition.ts';
import type { Claim, Intent } from './journal.ts';
import type { Kind } from './manifest.ts';
import { allFolders, foldersAbove } from './output-path.ts';
import type { Owned, Ownership } from './ownership.ts';
import { readTree, type Tree } from './tree.ts';

/** The output folder and what we know of it. */
export interface Output {
  readonly disk: Disk;
  readonly root: string;
  readonly owned: Ownership;
  /** Whether the disk takes `A` and `a` for one name. */
  readonly foldsCase: boolean;
  /** The name under which the disk knows a path: the path itself where it tells cases apart. */
  readonly identify: (path: string) => string;
}

/** A file, or a folder with all that is in it, from where it waits to its path. */
export interface Move {
  readonly path: string;
  readonly kind: Kind;
}

/** Files to move into place, and the moves that do it: assets before pages, a folder that is new in one. */
export interface Batch {
  readonly files: readonly Move[];
  readonly moves: readonly Move[];
}

/** Files to remove, pages before assets, and folders to remove after it if they are empty, children before parents. */
export interface Clearance {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

/** What a build changes, in the order in which it is done. */
export interface Changes {
  /** What stands in our way and is not ours. If there is any, nothing may be done. */
  readonly foreign: ReadonlySet<string>;
  /** What nobody can reach yet. */
  readonly additions: Batch;
  /**
   * A file of ours where a folder is wanted, or a folder of ours where a file is wanted: no disk can hold both, so the
   * one goes and the other comes at the end of the first phase. What leads to the old one is dead until its page has
   * changed; that cannot be had otherwise.
   */
  readonly obstacles: Clearance;
  readonly blocked: Batch;
  readonly changes: readonly Move[];
  readonly removals: Clearance;
  /** Every path that is touched, for the journal. */
  readonly claims: ReadonlyMap<string, Claim>;
}

/** Compares what is wanted with what stands on the disk. Throws the disk's errors; changes nothing. */
export function planChanges(output: Output, edition: Edition): Changes {
  const { disk, root, owned, identify } = output;
  const wanted = edition.files;
  const tree = readTree(disk, root);
  const isWanted = wantedBy(output, edition);
  const isGoing = (path: string): boolean => owned.has(identify(path)) && !isWanted(path);

  const foreign = new Set<string>();
  const claims = new Map<string, Claim>();
  const additions: Move[] = [];
  const blocked: Move[] = [];
  const changes: Move[] = [];
  const obstacles = new Set<string>();
  const obstacleFolders: string[] = [];
  const claim = (intent: Intent, { path, kind }: { path: string; kind: Kind }) =>
    claims.set(path, { intent, kind });

  for (const file of wanted.values()) {
    const { path, kind, isStaged } = file;
    const mine = owned.get(identify(path));
    if (!isStaged) {
      if (mine && !mine.published) claim(mine.reachable ? 'change' : 'add', file);
      continue;
    }
    const move = { path, kind };
    const found = standing(output, tree, file, isGoing);
    if (found.is === 'foreign') {
      for (const stranger of found.paths) foreign.add(stranger);
    } else if (found.is === 'obstacle') {
      obstacles.add(found.path);
      obstacleFolders.push(...found.folders);
      blocked.push(move);
      claim('add', move);
    } else if (found.is === 'ours' && mine?.reachable) {
      changes.push(move);
      claim('change', move);
    } else if (found.is !== 'right') {
      additions.push(move);
      claim('add', move);
    }
  }

  const gone = isAllWanted(output, edition) ? [] : [...owned.values()].filter(({ path }) => !isWanted(path));
  // Where the file is gone already, the claim keeps its folders ours until they are gone too.
  for (const mine of gone) claim(mine.reachable ? 'remove' : 'discard', mine);
  const removals = gone.filter(({ path }) => tree.entry(path)?.kind === 'file');
  const isInTheWay = ({ path }: Owned): boolean =>
    obstacles.size > 0 && [path, ...foldersAbove(path)].some((name) => obstacles.has(name));

  return {
    foreign,
    additions: batch(tree, additions),
    obstacles: { files: pagesFirst(removals.filter(isInTheWay)), folders: obstacleFolders.sort().reverse() },
    blocked: batch(tree, blocked),
    changes: assetsFirst(changes),
    removals: {
      files: pagesFirst(removals.filter((mine) => !isInTheWay(mine))),
      folders: vacated(output, tree, gone, edition),
    },
    claims,
  };
}

/** What stands where a file is wanted. `right`: somebody's file with the bytes that we want. */
type Standing =
  | { readonly is: 'nothing' | 'ours' | 'right' }
  | { readonly is: 'obstacle'; readonly path: string; readonly folders: readonly string[] }
  | { readonly is: 'foreign'; readonly paths: readonly string[] };

function standing(output: Output, tree: Tree, file: Wanted, isGoing: (path: string) => boolean): Standing {
  const { path, size } = file;
  const footing = tree.footing(folderOf(path));
  if (typeof footing === 'object') {
    return footing.isFile && isGoing(footing.obstacle)
      ? { is: 'obstacle', path: footing.obstacle, folders: [] }
      : { is: 'foreign', paths: [footing.obstacle] };
  }
  const entry = tree.entry(path);
  if (entry === undefined) return { is: 'nothing' };
  if (entry.kind === 'folder') {
    const { folders, strangers } = survey(output, path, isGoing);
    return strangers.length > 0 ? { is: 'foreign', paths: strangers } : { is: 'obstacle', path, folders };
  }
  if (entry.kind === 'file') {
    if (output.owned.has(output.identify(path))) return { is: 'ours' };
    if (entry.size === size && hasBytes(output, path, file.fingerprint)) return { is: 'right' };
  }
  return { is: 'foreign', paths: [path] };
}

/** What a folder holds that stands where a file is wanted: folders of ours, and what must not be removed. */
function survey({ disk, root, owned }: Output, folder: string, isGoing: (path: string) => boolean) {
  const ours = allFolders([...owned.values()].map(({ path }) => path));
  const folders: string[] = [];
  const strangers: string[] = [];
  const visit = (path: string): void => {
    const kind = disk.stat(`${root}/${path}`)?.kind;
    if (kind === 'folder' && ours.has(path)) {
      folders.push(path);
      for (const name of disk.list(`${root}/${path}`)) visit(`${path}/${name}`);
    } else if (kind !== 'file' || !isGoing(path)) {
      strangers.push(path);
    }
  };
  visit(folder);
  return { folders, strangers };
}

function hasBytes({ disk, root }: Output, path: string, expected: string): boolean {
  const bytes = disk.read(`${root}/${path}`);
  return bytes !== undefined && fingerprint(bytes) === expected;
}

function batch(tree: Tree, files: readonly Move[]): Batch {
  const folders = new Map<string, Move>();
  const single: Move[] = [];
  for (const file of files) {
    const folder = newFolder(tree, file.path);
    if (folder === undefined) single.push(file);
    // A folder that holds a page leads somewhere.
    else if (file.kind === 'page' || !folders.has(folder)) {
      folders.set(folder, { path: folder, kind: file.kind });
    }
  }
  return { files, moves: assetsFirst([...folders.values(), ...single]) };
}

/** The highest of the folders that hold a path and are not there: nobody else has anything in it. */
function newFolder(tree: Tree, path: string): string | undefined {
  let highest: string | undefined;
  for (const folder of foldersAbove(path)) {
    if (tree.footing(folder) === 'folder') break;
    highest = folder;
  }
  return highest;
}

/** Folders of ours that the removals may leave empty. */
function vacated(output: Output, tree: Tree, gone: readonly Owned[], edition: Edition): string[] {
  if (gone.length === 0) return [];
  const { identify } = output;
  const isWanted = wantedBy(output, edition);
  const needed = allFolders([...pathsIn(edition)].map(identify));
  return [...allFolders(gone.map(({ path }) => path))]
    .filter(
      (folder) => !needed.has(identify(folder)) && !isWanted(folder) && tree.footing(folder) === 'folder',
    )
    .sort()
    .reverse();
}

function assetsFirst(files: readonly Move[]): Move[] {
  return [...files.filter(({ kind }) => kind === 'asset'), ...files.filter(({ kind }) => kind === 'page')];
}

function pagesFirst(files: readonly Owned[]): string[] {
  return [
    ...files.filter(({ kind }) => kind === 'page'),
    ...files.filter(({ kind }) => kind === 'asset'),
  ].map(({ path }) => path);
}
