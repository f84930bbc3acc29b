import { folderOf } from '../base/address.ts';
import { fingerprint } from '../base/fingerprint.ts';
import type { Disk } from './disk.ts';
import type { Claim, Intent } from './journal.ts';
import type { Kind, PublishedEntry } from './manifest.ts';
import { allFolders, foldersAbove } from './output-path.ts';
import type { Owned, Ownership } from './ownership.ts';
import { readTree, type Tree } from './tree.ts';

/** The output folder and what we know of it. */
export interface Output {
  readonly disk: Disk;
  readonly root: string;
  readonly owned: Ownership;
  /** The name under which the disk knows a path: the path itself where it tells cases apart. */
  readonly identify: (path: string) => string;
}

/** A file that the site shall have. */
export interface Wanted extends PublishedEntry {
  readonly path: string;
  /** Where its bytes wait; undefined if what is at the path stays there. */
  readonly staged: string | undefined;
}

export interface Move {
  readonly staged: string;
  readonly path: string;
  readonly kind: Kind;
}

/** Files to move into place, assets before pages, and folders to make before it, parents before children. */
export interface Batch {
  readonly folders: readonly string[];
  readonly files: readonly Move[];
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
export function planChanges(output: Output, wanted: ReadonlyMap<string, Wanted>): Changes {
  const { disk, root, owned, identify } = output;
  const tree = readTree(disk, root);
  const finals = new Set([...wanted.keys()].map(identify));
  const foreign = new Set<string>();
  const claims = new Map<string, Claim>();
  const additions: Move[] = [];
  const blocked: Move[] = [];
  const changes: Move[] = [];
  const obstacles = new Set<string>();
  const obstacleFolders: string[] = [];

  const isGoing = (path: string): boolean => {
    const name = identify(path);
    return owned.has(name) && !finals.has(name);
  };

  for (const { path, kind, size, staged, ...file } of wanted.values()) {
    const mine = owned.get(identify(path));
    if (staged === undefined) {
      if (mine && !mine.published) claims.set(path, { intent: mine.reachable ? 'change' : 'add', kind });
      continue;
    }
    const move = { staged, path, kind };
    const footing = tree.footing(folderOf(path));
    if (typeof footing === 'object') {
      if (footing.isFile && isGoing(footing.obstacle)) {
        obstacles.add(footing.obstacle);
        blocked.push(move);
      } else {
        foreign.add(footing.obstacle);
      }
      continue;
    }
    const entry = tree.entry(path);
    if (entry === undefined) {
      additions.push(move);
    } else if (entry.kind === 'folder') {
      const content = survey(output, path, isGoing);
      for (const stranger of content.strangers) foreign.add(stranger);
      for (const folder of content.folders) obstacleFolders.push(folder);
      obstacles.add(path);
      blocked.push(move);
    } else if (entry.kind === 'other') {
      foreign.add(path);
    } else if (mine) {
      (mine.reachable ? changes : additions).push(move);
    } else if (entry.size !== size || !hasBytes(disk, `${root}/${path}`, file.fingerprint)) {
      foreign.add(path);
    }
  }

  const gone = [...owned].filter(([name]) => !finals.has(name)).map(([, mine]) => mine);
  const removals = gone.filter(({ path }) => tree.entry(path)?.kind === 'file');
  const isObstacle = ({ path }: Owned) =>
    obstacles.has(path) ||
    (obstacles.size > 0 && [...foldersAbove(path)].some((folder) => obstacles.has(folder)));

  const claim = (intent: Intent, moves: readonly Move[]) => {
    for (const { path, kind } of moves) claims.set(path, { intent, kind });
  };
  claim('add', additions);
  claim('add', blocked);
  claim('change', changes);
  // Where the file is gone already, the claim keeps its folders ours until they are gone too.
  for (const { path, kind, reachable } of gone) {
    claims.set(path, { intent: reachable ? 'remove' : 'discard', kind });
  }

  return {
    foreign,
    additions: batch(tree, additions),
    obstacles: {
      files: pagesFirst(removals.filter(isObstacle)),
      folders: obstacleFolders.sort().reverse(),
    },
    blocked: batch(tree, blocked),
    changes: assetsFirst(changes),
    removals: {
      files: pagesFirst(removals.filter((removal) => !isObstacle(removal))),
      folders: vacated(output, tree, gone, finals),
    },
    claims,
  };
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

function hasBytes(disk: Disk, path: string, expected: string): boolean {
  const bytes = disk.read(path);
  return bytes !== undefined && fingerprint(bytes) === expected;
}

function batch(tree: Tree, files: readonly Move[]): Batch {
  const folders = [...allFolders(files.map(({ path }) => path))];
  return {
    folders: folders.filter((folder) => tree.footing(folder) !== 'folder').sort(),
    files: assetsFirst(files),
  };
}

/** Folders of ours that the removals may leave empty. */
function vacated(output: Output, tree: Tree, gone: readonly Owned[], finals: ReadonlySet<string>): string[] {
  if (gone.length === 0) return [];
  const needed = allFolders(finals);
  return [...allFolders(gone.map(({ path }) => path))]
    .filter((folder) => {
      const name = output.identify(folder);
      return !needed.has(name) && !finals.has(name) && tree.footing(folder) === 'folder';
    })
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
