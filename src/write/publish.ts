import { nameKey } from '../base/address.ts';
import { ALONE, type Crew } from '../base/crew.ts';
import { fingerprint } from '../base/fingerprint.ts';
import { isOwnRecord, OWN_FOLDER } from '../base/own-folder.ts';
import { type Output, planChanges } from './changes.ts';
import type { Disk } from './disk.ts';
import { type Edition, pathsOf, settle, type Wanted } from './edition.ts';
import { keptFiles } from './kept-files.ts';
import { acquireLock, type IsAlive, type Lock, type Owner } from './lock.ts';
import type { Kind, PublishedEntry } from './manifest.ts';
import { failure, foreignFiles, type Written } from './output.ts';
import { isOutputPath } from './output-path.ts';
import { perform } from './perform.ts';
import {
  type FormerRecords,
  type OutputMemory,
  type RecordPaths,
  readRecords,
  recordPaths,
  type Trust,
} from './records.ts';
import { type Reused, reusedByName, reusedUnlessDropped } from './reused.ts';
import { clearStage, type StageSetup } from './stage.ts';
import { openStaging } from './staging.ts';

/**
 * One build's way into the output folder. Nothing that readers see changes before `commit`. Paths are relative to the
 * output folder, with `/`. After a call that throws, all is as after `abandon`.
 */
export interface Publication {
  /**
   * Stages one file, now or by and by; text becomes UTF-8. `learn` is told the fingerprint of its bytes before `commit`
   * returns. Bytes that are published already are not staged. Pages are what can be reached by a link and links further;
   * assets lead nowhere. Throws an `OutputError`, which may be about a file that was put before.
   */
  put(path: string, content: string | Uint8Array, kind: Kind, learn?: (fingerprint: string) => void): void;
  /** Keeps what is published at the path if its bytes have the fingerprint; says whether they have. */
  reuse(path: string, fingerprint: string): boolean;
  /**
   * Takes up what was published as `version`, if every file of it stands: all of it stays, but for what is dropped and
   * what is put in its place. Says whether it could be taken up.
   */
  resume(version: string): boolean;
  /** What is published at the path does not stay, unless it is put or reused. */
  drop(path: string): void;
  /** Whether something is published at the path, whatever it is. */
  stands(path: string): boolean;
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
 * Takes the output folder for one build; it is made if it is not there. `outputFolder` is absolute. The threads of
 * `crew` know no disk but the machine's. Throws an `OutputError`: `output-locked` if another build is at work.
 */
export function openPublication(
  disk: Disk,
  outputFolder: string,
  owner: Owner,
  isAlive: IsAlive,
  memory: OutputMemory = { last: undefined },
  crew: Crew = ALONE,
  trust: Trust = 'sizes',
): Publication {
  const paths = recordPaths(outputFolder);
  let lock: Lock | undefined;
  try {
    makeOwnFolder(disk, outputFolder, paths);
    lock = acquireLock(disk, paths.lock, owner, isAlive);
    clearStage(disk, paths.stage);
    const foldsCase = doesFoldCase(disk, outputFolder);
    const identify = foldsCase ? nameKey : (path: string) => path;
    const former = readRecords(disk, paths, identify, memory);
    const output: Output = { disk, root: outputFolder, owned: former.owned, foldsCase, identify };
    return publication(output, paths, former, lock, memory, crew, trust);
  } catch (cause) {
    if (lock) quietly(lock.release);
    throw failure(outputFolder, cause, false);
  }
}

function publication(
  output: Output,
  paths: RecordPaths,
  former: FormerRecords,
  lock: Lock,
  memory: OutputMemory,
  crew: Crew,
  trust: Trust,
): Publication {
  const { disk, root, owned, identify } = output;
  const stage: StageSetup = { folder: paths.stage };
  const staging = openStaging(disk, stage, crew);
  const files = new Map<string, Wanted>();
  let reused: Reused = reusedByName();
  let keepsRest = false;
  const refused = new Set<string>();
  let isOpen = true;

  function close(): void {
    if (!isOpen) return;
    isOpen = false;
    staging.abandon();
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

  /** What is published at a path, if it stands there. */
  function standing(path: string, mine = owned.get(identify(path))?.published): PublishedEntry | undefined {
    if (mine?.path !== path) return undefined;
    if (former.isRemembered) return mine;
    const entry = disk.stat(`${root}/${path}`);
    if (entry?.kind !== 'file' || entry.size !== mine.size) return undefined;
    if (trust === 'sizes') return mine;
    return fingerprint(disk.read(`${root}/${path}`) ?? new Uint8Array()) === mine.fingerprint
      ? mine
      : undefined;
  }

  function put(
    path: string,
    content: string | Uint8Array,
    kind: Kind,
    learn: (fingerprint: string) => void = () => {},
  ): void {
    if (!isOutputPath(path)) throw new Error(`Not a path: ${path}`);
    if (isOwnRecord(path)) {
      refused.add(path);
      return;
    }
    const entry = standing(path);
    staging.add({ path, content, standing: entry?.fingerprint }, ({ fingerprint: print, size, stands }) => {
      if (stands && entry?.kind === kind) {
        reused.add(entry);
      } else {
        reused.drop(path);
        files.set(path, { path, fingerprint: print, size, kind, isStaged: !stands });
      }
      learn(print);
    });
  }

  function reuse(path: string, print: string): boolean {
    const mine = owned.get(identify(path))?.published;
    const entry = mine?.fingerprint === print ? standing(path, mine) : undefined;
    if (entry !== undefined) reused.add(entry);
    return entry !== undefined;
  }

  function resume(version: string): boolean {
    if (former.journal !== undefined || version !== former.version) return false;
    if (!former.isRemembered) {
      for (const { path, published } of owned.values()) {
        if (standing(path, published) === undefined) return false;
      }
    }
    reused = reusedUnlessDropped(owned, identify);
    return true;
  }

  function commit(): Written {
    staging.finish();
    const edition: Edition = { files, reused };
    if (keepsRest) for (const [path, wanted] of keptFiles(output, edition)) files.set(path, wanted);
    const changes = planChanges(output, edition);
    const foreign = new Set([...refused, ...changes.foreign]);
    if (foreign.size > 0) throw foreignFiles(root, foreign);

    const changed = settle(output, edition);
    const manifest = former.writer.write(pathsOf(output), changed);
    // Not known for sure until all is done.
    memory.last = undefined;
    const isSame = manifest.checksum === former.version;
    if (!isSame || changes.claims.size > 0 || former.journal !== undefined) {
      lock.confirm();
      perform(disk, root, changes, { paths, manifest, formerJournal: former.journal });
    }
    memory.last = { root, manifest, owned, writer: former.writer };
    const { additions, obstacles, blocked, removals } = changes;
    const written = [...additions.files, ...blocked.files, ...changes.changes].map(({ path }) => path);
    const deleted = [...obstacles.files, ...removals.files];
    return {
      summary: {
        written: written.length,
        unchanged: owned.size - written.length,
        deleted: deleted.length,
      },
      written,
      deleted,
      version: manifest.checksum,
      before: former.journal === undefined ? former.version : undefined,
    };
  }

  return {
    put: (path, content, kind, learn) => guarded(() => put(path, content, kind, learn)),
    reuse: (path, print) => guarded(() => reuse(path, print)),
    resume: (version) => guarded(() => resume(version)),
    drop: (path) => guarded(() => reused.drop(path)),
    stands: (path) => guarded(() => standing(path) !== undefined),
    keepRest: () =>
      guarded(() => {
        keepsRest = true;
      }),
    commit() {
      const written = guarded(commit);
      close();
      return written;
    },
    abandon: close,
  };
}

function makeOwnFolder(disk: Disk, root: string, paths: RecordPaths): void {
  const found = disk.stat(paths.folder);
  if (found === undefined) disk.makeFolder(paths.folder);
  else if (found.kind !== 'folder') throw foreignFiles(root, [OWN_FOLDER]);
}

/** Where a disk does not tell cases apart, `Logo.png` must not be removed for having become `logo.png`. */
function doesFoldCase(disk: Disk, root: string): boolean {
  return disk.stat(`${root}/${OWN_FOLDER.toUpperCase()}`) !== undefined;
}

function quietly(operation: () => void): void {
  try {
    operation();
  } catch {}
}
