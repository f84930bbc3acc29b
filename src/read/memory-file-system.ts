import type { FileSystem, FolderEntry, LinkTarget } from './file-system.ts';

/** A folder that is only in memory. Values are a file's content; `{ link }` is a link to another path of it. */
export type MemoryFiles = Readonly<Record<string, string | Uint8Array | { readonly link: string }>>;

/** A file system over `files`, keyed by path. Same answers as the disk's, held by the same test. */
export function memoryFileSystem(files: MemoryFiles): FileSystem {
  const content = (path: string): Uint8Array => {
    const file = files[path];
    if (file === undefined || isLink(file)) throw new Error(`ENOENT: ${path}`);
    return typeof file === 'string' ? new TextEncoder().encode(file) : file;
  };
  const isFolder = (path: string): boolean => Object.keys(files).some((name) => name.startsWith(`${path}/`));

  return {
    list(folder): FolderEntry[] | undefined {
      const prefix = folder === '' ? '' : `${folder}/`;
      const entries = new Map<string, FolderEntry>();
      for (const [path, file] of Object.entries(files)) {
        if (!path.startsWith(prefix)) continue;
        const [name = '', ...rest] = path.slice(prefix.length).split('/');
        const kind = rest.length > 0 ? 'folder' : isLink(file) ? 'link' : 'file';
        entries.set(name, { name, kind });
      }
      return entries.size > 0 || folder === '' ? [...entries.values()] : undefined;
    },
    read(path, length) {
      return content(path).subarray(0, length);
    },
    stat(path) {
      return { size: content(path).length, stamp: undefined };
    },
    follow(path): LinkTarget {
      const file = files[path];
      const target = file !== undefined && isLink(file) ? file.link : '';
      if (isFolder(target)) return { target, inside: { path: target, kind: 'folder' } };
      return { target, inside: target in files ? { path: target, kind: 'file' } : undefined };
    },
  };
}

function isLink(file: MemoryFiles[string]): file is { readonly link: string } {
  return typeof file === 'object' && 'link' in file;
}
