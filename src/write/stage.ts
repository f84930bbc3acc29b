import { folderOf } from '../base/address.ts';
import { fingerprint } from '../base/fingerprint.ts';
import { passingUtf8 } from '../base/utf8.ts';
import { type Disk, removeTree } from './disk.ts';
import { foldersAbove } from './output-path.ts';

/** Where bytes wait until all of them are there. */
export interface StageSetup {
  /** Absolute; it also holds our own records before they are in force. */
  readonly folder: string;
}

/** A file of the site to be; `content` is text, which becomes UTF-8, or bytes. */
export interface ToStage {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** The fingerprint of what stands at the path already and need not be staged. */
  readonly standing: string | undefined;
}

export interface Staged {
  readonly fingerprint: string;
  /** Bytes. */
  readonly size: number;
  /** It was what stands at the path already, and waits nowhere. */
  readonly stands: boolean;
}

/** Makes the stage empty, or leaves it absent. */
export function clearStage(disk: Disk, folder: string): void {
  if (disk.stat(folder) !== undefined) removeTree(disk, folder);
}

/**
 * Where what shall stand at a path of the site waits: at the path that it shall have, so that a folder that is new can be
 * moved into place in one step, with all that is in it.
 */
export function stagedAt({ folder }: StageSetup, path: string): string {
  return path === '' ? `${folder}/site` : `${folder}/site/${path}`;
}

/** Several threads may stage at once, into the same folders too. */
export function stageFiles(disk: Disk, setup: StageSetup) {
  const made = new Set<string>();
  const stage = ({ path, content, standing }: ToStage): Staged => {
    const bytes = typeof content === 'string' ? passingUtf8(content) : content;
    const print = fingerprint(bytes);
    const stands = print === standing;
    if (!stands) {
      const folder = folderOf(path);
      if (!made.has(folder)) {
        disk.makeFolder(stagedAt(setup, folder));
        made.add(folder);
        for (const above of foldersAbove(folder)) made.add(above);
      }
      disk.write(stagedAt(setup, path), bytes);
    }
    return { fingerprint: print, size: bytes.length, stands };
  };
  return (files: readonly ToStage[]): readonly Staged[] => files.map(stage);
}
