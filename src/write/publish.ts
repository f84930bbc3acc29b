import { nameKey } from '../base/address.ts';
import { fingerprint } from '../base/fingerprint.ts';
import { type Output, planChanges, type Wanted } from './changes.ts';
import type { Disk } from './disk.ts';
import { acquireLock, type Lock, type Owner } from './lock.ts';
import { type Kind, writeManifest } from './manifest.ts';
import { failure, foreignFiles, type Written } from './output.ts';
import { allFolders, foldersAbove, isOutputPath, isOwnRecord, OWN_FOLDER } from './output-path.ts';
import { perform } from './perform.ts';
import { type FormerRecords, type RecordPaths, readRecords, recordPaths } from './records.ts';
import { clearStage, openStage } from './stage.ts';
import { readTree } from './tree.ts';

/**
 * One build's way into the output folder. Nothing that readers see changes before `commit`. Paths are relative to the
 * output folder, with `/`. After a call that throws, all is as after `abandon`.
 */
export interface Publication {
  /**
   * Stages one file; the result is the fingerprint of its bytes. Bytes that are published already are not staged. Pages are what can be reached by a link and
   * links further; assets lead nowhere. Throws an `OutputError`.
   */
  put(path: string, bytes: Uint8Array, kind: Kind): string;
  /** Keeps what is published at the path if its bytes have the fingerprint; says whether they have. */
  reuse(path: string, fingerprint: string): boolean;
  /** Keeps what is published at the path as it is, if anything of ours is, unless something is put there. */
  keep(path: string): void;
  /** Keeps everything that is published and that nothing is put in place of: nothing is taken away. */
  keepRest(): void;
  /**
   * Makes the site what was put and kept: no more, no less, and nothing of anybody else's touched. Throws an
   * `OutputError`; its findings say whether the site may have changed in part (`begun`).
   */
  commit(): Written;
  /** Throws the stage away and releases the lock; the published site stays as it was. At any time, more than once. */
  abandon(): void;
}

/**
 * Takes the output folder for one build; it is made if it is not there. `outputFolder` is absolute. Throws an
 * `OutputError`: `output-locked` if another build is at work.
 */
export function openPublication(
  disk: Disk,
  outputFolder: string,
  owner: Owner,
  isAlive: (pid: number) => boolean,
): Publication {
  const paths = recordPaths(outputFolder);
  let lock: Lock | undefined;
  try {
    makeOwnFolder(disk, outputFolder, paths);
    lock = acquireLock(disk, paths.lock, owner, isAlive);
    clearStage(disk, paths.stage);
    const identify = identifier(disk, outputFolder);
    const former = readRecords(disk, paths, identify);
    return publication({ disk, root: outputFolder, owned: former.owned, identify }, paths, former, lock);
  } catch (cause) {
    if (lock) quietly(lock.release);
    throw failure(outputFolder, cause, false);
  }
}

function publication(output: Output, paths: RecordPaths, former: FormerRecords, lock: Lock): Publication {
  const { disk, root, owned, identify } = output;
  const stage = openStage(disk, paths.stage);
  const tree = readTree(disk, root);
  const wanted = new Map<string, Wanted>();
  const kept = new Set<string>();
  const refused = new Set<string>();
  let isOpen = true;

  function close(): void {
    if (!isOpen) return;
    isOpen = false;
    quietly(() => {
      if (lock.isHeld()) clearStage(disk, paths.stage);
    });
    quietly(lock.release);
  }

  function guarded<T>(operation: () => T): T {
    if (!isOpen) throw new Error('This publication is over.');
    try {
      return operation();
    } catch (cause) {
      close();
      throw failure(root, cause, false);
    }
  }

  function isPublished(path: string, print: string, size: number): boolean {
    const mine = owned.get(identify(path));
    if (mine?.path !== path || mine.published?.fingerprint !== print) return false;
    const entry = tree.entry(path);
    return entry?.kind === 'file' && entry.size === size;
  }

  function put(path: string, bytes: Uint8Array, kind: Kind): string {
    if (!isOutputPath(path) || wanted.has(path)) throw new Error(`Not a path, or put twice: ${path}`);
    const print = fingerprint(bytes);
    if (isOwnRecord(path)) {
      refused.add(path);
      return print;
    }
    const staged = isPublished(path, print, bytes.length) ? undefined : stage.add(bytes);
    wanted.set(path, { path, fingerprint: print, size: bytes.length, kind, staged });
    return print;
  }

  function reuse(path: string, print: string): boolean {
    const published = owned.get(identify(path))?.published;
    if (published === undefined || !isPublished(path, print, published.size)) return false;
    wanted.set(path, { path, ...published, staged: undefined });
    return true;
  }

  function commit(): Written {
    const folders = allFolders(wanted.keys());
    for (const path of wanted.keys()) {
      if (folders.has(path)) throw new Error(`Both a file and a folder: ${path}`);
    }
    const site = new Map([...keptFiles(output, kept, wanted, folders), ...wanted]);
    const changes = planChanges(output, site);
    const foreign = new Set([...refused, ...changes.foreign]);
    if (foreign.size > 0) throw foreignFiles(root, foreign);

    const manifest = writeManifest(site);
    const isSame = former.manifest !== undefined && Buffer.compare(manifest, former.manifest) === 0;
    if (!isSame || changes.claims.size > 0 || former.journal !== undefined) {
      lock.confirm();
      perform(disk, root, changes, { paths, manifest, formerJournal: former.journal });
    }
    const { additions, obstacles, blocked, changes: changed, removals } = changes;
    const written = [...additions.files, ...blocked.files, ...changed].map(({ path }) => path);
    const deleted = [...obstacles.files, ...removals.files];
    return {
      summary: {
        written: written.length,
        unchanged: site.size - written.length,
        deleted: deleted.length,
      },
      written,
      deleted,
      version: fingerprint(manifest),
      before: former.journal === undefined ? former.manifest && fingerprint(former.manifest) : undefined,
    };
  }

  return {
    put: (path, bytes, kind) => guarded(() => put(path, bytes, kind)),
    reuse: (path, print) => guarded(() => reuse(path, print)),
    keep: (path) => guarded(() => void kept.add(path)),
    keepRest: () =>
      guarded(() => {
        for (const { path } of owned.values()) kept.add(path);
      }),
    commit() {
      const written = guarded(commit);
      close();
      return written;
    },
    abandon: close,
  };
}

/** What of the kept paths is ours and there, and is not crowded out by something that was put. */
function keptFiles(
  { disk, root, owned, identify }: Output,
  kept: ReadonlySet<string>,
  wanted: ReadonlyMap<string, Wanted>,
  folders: ReadonlySet<string>,
): Map<string, Wanted> {
  const tree = readTree(disk, root);
  const taken = new Set([...wanted.keys()].map(identify));
  const files = new Map<string, Wanted>();
  for (const path of kept) {
    const mine = owned.get(identify(path));
    if (mine?.path !== path || taken.has(identify(path)) || folders.has(path)) continue;
    if ([...foldersAbove(path)].some((folder) => wanted.has(folder))) continue;
    if (tree.entry(path)?.kind !== 'file') continue;
    if (mine.published) {
      files.set(path, { path, ...mine.published, staged: undefined });
    } else {
      const bytes = disk.read(`${root}/${path}`) ?? new Uint8Array();
      const { kind } = mine;
      files.set(path, { path, fingerprint: fingerprint(bytes), size: bytes.length, kind, staged: undefined });
    }
  }
  return files;
}

function makeOwnFolder(disk: Disk, root: string, paths: RecordPaths): void {
  const found = disk.stat(paths.folder);
  if (found === undefined) disk.makeFolder(paths.folder);
  else if (found.kind !== 'folder') throw foreignFiles(root, [OWN_FOLDER]);
}

/** On a disk that does not tell cases apart, `Logo.png` must not be removed for having become `logo.png`. */
function identifier(disk: Disk, root: string): (path: string) => string {
  const foldsCase = disk.stat(`${root}/${OWN_FOLDER.toUpperCase()}`) !== undefined;
  return foldsCase ? nameKey : (path) => path;
}

function quietly(operation: () => void): void {
  try {
    operation();
  } catch {}
}
