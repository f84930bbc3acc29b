import type { Changes, Clearance, Move } from './changes.ts';
import type { Disk } from './disk.ts';
import { type Phase, writeJournal } from './journal.ts';
import { failure } from './output.ts';
import type { RecordPaths } from './records.ts';
import { stagedAt } from './stage.ts';
import type { SealedTable } from './table.ts';

export interface Records {
  readonly paths: RecordPaths;
  /** The manifest to be. */
  readonly manifest: SealedTable;
  /** The journal that an earlier build left, as it is on the disk. */
  readonly formerJournal: Uint8Array | undefined;
}

/**
 * Changes the published site. All that takes room on the disk (the bytes, three states of the journal, the manifest)
 * is written before the first file of the site is renamed; from then on there are only renames and removals.
 *
 * 1. the journal; all that is new, assets before pages; what stood in the way, and what it kept out
 * 2. all that changes, assets before pages
 * 3. all that goes, pages before assets; folders that are empty now
 * 4. the manifest, and the journal goes
 *
 * The records outlive a power cut; a page that does not is empty then, and the next build sees it by its size.
 *
 * Throws an `OutputError`. If nothing of the site had changed, the journal is taken back; if something had, it
 * stays, and the next build goes forward from it.
 */
export function perform(disk: Disk, root: string, changes: Changes, records: Records): void {
  const { paths } = records;
  let begun = false;

  const write = (name: string, bytes: Uint8Array | readonly Uint8Array[]): string => {
    const path = `${paths.stage}/${name}`;
    disk.writeDurably(path, bytes);
    return path;
  };

  const move = ({ path }: Move): void => {
    const staged = stagedAt({ folder: paths.stage }, path);
    if (begun) {
      disk.rename(staged, `${root}/${path}`);
      return;
    }
    // Until we have seen the contrary, a rename that was reported as failed may have been done.
    begun = true;
    try {
      disk.rename(staged, `${root}/${path}`);
    } catch (cause) {
      begun = disk.stat(staged) === undefined;
      throw cause;
    }
  };

  const clear = ({ files, folders }: Clearance): void => {
    for (const path of files) {
      begun = true;
      disk.removeFile(`${root}/${path}`);
    }
    for (const folder of folders) disk.removeFolder(`${root}/${folder}`);
  };

  const takeBack = (): void => {
    if (records.formerJournal === undefined) disk.removeFile(paths.journal);
    else disk.rename(write('journal-before.json', records.formerJournal), paths.journal);
  };

  try {
    disk.makeFolder(paths.stage);
    const manifest = write('manifest.json', records.manifest.pieces);
    const enter = prepareJournal(changes, write, (staged) => disk.rename(staged, paths.journal));

    enter(1);
    changes.additions.moves.forEach(move);
    clear(changes.obstacles);
    changes.blocked.moves.forEach(move);
    enter(2);
    changes.changes.forEach(move);
    enter(3);
    clear(changes.removals);
    disk.rename(manifest, paths.manifest);
    disk.removeFile(paths.journal);
  } catch (cause) {
    if (!begun) attempt(takeBack);
    throw failure(root, cause, begun);
  }
}

/** Writes the states of the journal that will be needed; the result puts one of them in force. */
function prepareJournal(
  { claims, changes, removals }: Changes,
  write: (name: string, bytes: Uint8Array) => string,
  use: (staged: string) => void,
): (phase: Phase) => void {
  const needed: Record<Phase, boolean> = {
    1: claims.size > 0,
    2: changes.length > 0,
    3: removals.files.length > 0,
  };
  const staged = new Map<Phase, string>();
  for (const phase of [1, 2, 3] as const) {
    if (needed[phase]) staged.set(phase, write(`journal-${phase}.json`, writeJournal({ phase, claims })));
  }
  return (phase) => {
    const path = staged.get(phase);
    if (path !== undefined) use(path);
  };
}

/** What cannot be taken back stays in the journal, and the next build does it. */
function attempt(operation: () => void): void {
  try {
    operation();
  } catch {}
}
