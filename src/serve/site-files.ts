import type { FileSystem } from '../read/file-system.ts';
import type { RequestTarget } from './request-target.ts';

/** What the site has for a target. */
export type Found =
  | { readonly kind: 'file'; readonly path: string }
  /** `location` begins with one slash and is escaped: it cannot lead to another host. */
  | { readonly kind: 'redirect'; readonly location: string }
  | { readonly kind: 'missing' };

/** The files of a site by the addresses that they answer. Nothing is joined to a folder: a path is known or it is not. */
export interface SiteFiles {
  /** The address of the front page, escaped: `/` or `/tin-tuc/`. */
  readonly home: string;
  find(target: RequestTarget): Found;
  /** Whether `path` is among the files, as it was given. */
  has(path: string): boolean;
}

const INDEX = 'index.html';
const MISSING: Found = { kind: 'missing' };

/**
 * `paths` are output paths: relative, with `/`. Those that are no such thing, and our own records, are left out
 * whoever lists them. `base` is the path of the site's address, with or without slashes around it.
 */
export function siteFiles(paths: Iterable<string>, base = ''): SiteFiles {
  const known = new Map<string, string>();
  for (const path of paths) if (mayBeServed(path)) known.set(path.normalize('NFC'), path);
  const baseNames = base.split('/').filter((name) => name !== '');

  const findBelow = (names: readonly string[], target: RequestTarget): Found => {
    const key = names.join('/');
    const asFolder = key === '' ? INDEX : `${key}/${INDEX}`;
    const path = known.get(target.folder || key === '' ? asFolder : key);
    if (path !== undefined && (target.folder || key !== '')) return { kind: 'file', path };
    const isFolder = !target.folder && (key === '' || known.has(asFolder));
    return isFolder ? { kind: 'redirect', location: addressOf(target.names) + target.query } : MISSING;
  };

  return {
    home: addressOf(baseNames),
    has: (path) => known.get(path.normalize('NFC')) === path,
    find(target) {
      if (target.names.length === 0 && baseNames.length > 0) {
        return { kind: 'redirect', location: addressOf(baseNames) };
      }
      const isBelow = baseNames.every((name, index) => target.names[index] === name);
      return isBelow ? findBelow(target.names.slice(baseNames.length), target) : MISSING;
    },
  };
}

/** The output path of every file in a folder, for `siteFiles`. Links are no files of a site, wherever they lead. */
export function listFiles(files: FileSystem, folder = ''): string[] {
  return (files.list(folder) ?? []).flatMap(({ name, kind }) => {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (kind === 'folder') return mayBeServed(path) ? listFiles(files, path) : [];
    return kind === 'file' && mayBeServed(path) ? [path] : [];
  });
}

/** The address of a folder. */
function addressOf(names: readonly string[]): string {
  return `/${names.map((name) => `${encodeURIComponent(name)}/`).join('')}`;
}

function mayBeServed(path: string): boolean {
  return path
    .split(/[\\/]/)
    .every((name) => name !== '' && name !== '.' && name !== '..' && name.toLowerCase() !== '.bantin');
}
