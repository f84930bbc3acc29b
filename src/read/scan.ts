import { nameKey } from '../base/address.ts';
import { type Diagnostic, error, type Place, warning, wholeFile } from '../base/diagnostic.ts';
import { compareText } from '../base/vietnamese.ts';
import type { FileSystem } from './file-system.ts';

/** A file that was found: its path as the site knows it (NFC), and as the disk spells it. */
export interface FoundFile {
  readonly path: string;
  readonly diskPath: string;
}

export interface ScanResult {
  /** Ordered by path, relative to the folder that was scanned. */
  readonly files: readonly FoundFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * All files below `folder` for which `wanted` says yes (it is asked for folders too, with a slash at the end).
 * Links are followed only to what lies in the same file system, and never in circles.
 */
export function scan(files: FileSystem, folder: string, wanted: (path: string) => boolean): ScanResult {
  const found: FoundFile[] = [];
  const diagnostics: Diagnostic[] = [];

  const visit = (diskFolder: string, path: string, through: readonly string[]): void => {
    const entries = list(files, diskFolder, diagnostics);
    const names = new Map<string, string>();
    for (const entry of entries) {
      const name = entry.name.normalize('NFC');
      const entryPath = path === '' ? name : `${path}/${name}`;
      const place = wholeFile(folder === '' ? entryPath : `${folder}/${entryPath}`);
      let diskPath = diskFolder === '' ? entry.name : `${diskFolder}/${entry.name}`;
      let kind = entry.kind;
      const shown = wanted(kind === 'folder' ? `${entryPath}/` : entryPath);
      if (!shown) continue;
      if (kind === 'link') {
        const followed = follow(files, diskPath, place, diagnostics);
        if (followed === undefined) continue;
        const { target, inside } = followed;
        if (inside === undefined || through.includes(inside.path)) {
          diagnostics.push(warning('link-outside', place, { target }));
          continue;
        }
        diskPath = inside.path;
        kind = inside.kind;
      }
      const twin = names.get(nameKey(name));
      if (twin !== undefined) diagnostics.push(error('name-collision', place, { other: twin }));
      names.set(nameKey(name), entry.name);
      if (kind === 'folder') visit(diskPath, entryPath, [...through, diskPath]);
      else if (kind === 'file') found.push({ path: entryPath, diskPath });
    }
  };

  visit(folder, '', [folder]);
  found.sort((a, b) => compareText(a.path, b.path));
  return { files: found, diagnostics };
}

function list(files: FileSystem, folder: string, diagnostics: Diagnostic[]) {
  try {
    const entries = files.list(folder) ?? [];
    return [...entries].sort((a, b) => compareText(a.name, b.name));
  } catch (cause) {
    diagnostics.push(error('file-unreadable', wholeFile(folder), { reason: reasonOf(cause) }));
    return [];
  }
}

function follow(files: FileSystem, path: string, place: Place, diagnostics: Diagnostic[]) {
  try {
    return files.follow(path);
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
