import { nameKey } from '../base/address.ts';
import { type Diagnostic, error, type Place, warning, wholeFile } from '../base/diagnostic.ts';
import type { Recall } from '../base/recall.ts';
import { compareText } from '../base/vietnamese.ts';
import type { FileSystem, FolderEntry, LinkTarget } from './file-system.ts';

/** A file that was found: its path as the site knows it (NFC), and as the disk spells it. */
export interface FoundFile {
  readonly path: string;
  readonly diskPath: string;
}

export interface ScanResult {
  /** A folder before the folders in it, these by their names. */
  readonly folders: readonly FolderScan[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The same object as last time where the file system lists the same and there are no links. */
export interface FolderScan {
  /** By their names; paths are relative to the folder that the scan began with. */
  readonly files: readonly FoundFile[];
  readonly inner: readonly FoundFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * All files below `folder` for which `wanted` says yes. Links are followed only to what lies in the same file system,
 * and never in circles. Where the file system lists the same as last time, so does this.
 */
export function scan(files: FileSystem, folder: string, wanted: Wanted, recall: Recall): ScanResult {
  const folders: FolderScan[] = [];
  const diagnostics: Diagnostic[] = [];

  const visit = (at: FoundFile, through: readonly string[]): void => {
    const entries = list(files, at.diskPath, diagnostics);
    const follow: Follow = (link) => {
      const { target, inside } = files.follow(link);
      return { target, inside: inside && through.includes(inside.path) ? undefined : inside };
    };
    const scanned = entries.some(({ kind }) => kind === 'link')
      ? scanFolder(entries, at, folder, wanted, follow)
      : recall.for(scanPlainFolder)(entries, at.path, at.diskPath, folder, wanted);
    folders.push(scanned);
    for (const finding of scanned.diagnostics) diagnostics.push(finding);
    for (const inner of scanned.inner) visit(inner, [...through, inner.diskPath]);
  };

  visit({ path: '', diskPath: folder }, [folder]);
  return { folders, diagnostics };
}

/** Whether a path is looked at; of a folder it ends with a slash. A function of a module, for it is remembered by it. */
export type Wanted = (path: string) => boolean;

/** Where the link at a path of the disk leads; `inside` is undefined if it may not be followed. */
type Follow = (diskPath: string) => LinkTarget;

/** A folder that holds no links. */
function scanPlainFolder(
  entries: readonly FolderEntry[],
  path: string,
  diskPath: string,
  shown: string,
  wanted: Wanted,
): FolderScan {
  return scanFolder(entries, { path, diskPath }, shown, wanted, (target) => ({ target, inside: undefined }));
}

function scanFolder(
  entries: readonly FolderEntry[],
  at: FoundFile,
  shown: string,
  wanted: Wanted,
  follow: Follow,
): FolderScan {
  const files: FoundFile[] = [];
  const inner: FoundFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const names = new Map<string, string>();
  for (const entry of [...entries].sort((a, b) => compareText(a.name, b.name))) {
    const path = below(at.path, entry.name.normalize('NFC'));
    const place = wholeFile(below(shown, path));
    let diskPath = below(at.diskPath, entry.name);
    let kind = entry.kind;
    const isWanted = (as: FolderEntry['kind']): boolean => wanted(as === 'folder' ? `${path}/` : path);
    // Whether a link is wanted may depend on what it leads to; one that is not wanted as either is not followed.
    if (!isWanted(kind) && !(kind === 'link' && isWanted('folder'))) continue;
    if (kind === 'link') {
      const end = followed(diskPath, place, follow, diagnostics);
      if (end === undefined) continue;
      diskPath = end.path;
      kind = end.kind;
      if (!isWanted(kind)) continue;
    }
    const key = nameKey(entry.name);
    const twin = names.get(key);
    if (twin !== undefined) diagnostics.push(error('name-collision', place, { other: twin }));
    names.set(key, entry.name);
    if (kind === 'folder') inner.push({ path, diskPath });
    else if (kind === 'file') files.push({ path, diskPath });
  }
  return { files, inner, diagnostics };
}

function below(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

const NOTHING: readonly FolderEntry[] = [];

function list(files: FileSystem, folder: string, diagnostics: Diagnostic[]): readonly FolderEntry[] {
  try {
    return files.list(folder) ?? NOTHING;
  } catch (cause) {
    diagnostics.push(error('file-unreadable', wholeFile(folder), { reason: reasonOf(cause) }));
    return NOTHING;
  }
}

function followed(
  path: string,
  place: Place,
  follow: Follow,
  diagnostics: Diagnostic[],
): LinkTarget['inside'] {
  try {
    const { target, inside } = follow(path);
    if (inside === undefined) diagnostics.push(warning('link-outside', place, { target }));
    return inside;
  } catch (cause) {
    diagnostics.push(error('file-unreadable', place, { reason: reasonOf(cause) }));
    return undefined;
  }
}

/** The disk's own short word for what went wrong (`EACCES`), which is what a search engine knows. */
export function reasonOf(cause: unknown): string {
  if (cause instanceof Error) {
    const code: unknown = 'code' in cause ? cause.code : undefined;
    return typeof code === 'string' ? code : cause.message;
  }
  return String(cause);
}
