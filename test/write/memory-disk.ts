import type { Disk } from '../../src/write/disk.ts';

type Entry = { readonly kind: 'folder' | 'other' } | { readonly kind: 'file'; readonly bytes: Buffer };

/** A disk that is fast enough to be broken thousands of times. With `foldsCase` it takes `A` and `a` for one name. */
export interface MemoryDisk extends Disk {
  /** Every path with its text, `null` for folders; what is in the folder `except` is left out. */
  snapshot(except?: string): Record<string, string | null>;
  copy(): MemoryDisk;
}

export function memoryDisk(options: { foldsCase?: boolean } = {}, initial?: Map<string, Entry>): MemoryDisk {
  const entries = new Map(initial ?? [['', { kind: 'folder' }]]);
  const key = (path: string) => (options.foldsCase ? path.toLowerCase() : path);
  const parentOf = (path: string) => path.slice(0, path.lastIndexOf('/'));

  function refuse(code: string, syscall: string, path: string): never {
    throw diskError(code, syscall, path);
  }

  function requireFolder(folder: string, syscall: string): void {
    const kind = entries.get(key(folder))?.kind;
    if (kind !== 'folder') refuse(kind === undefined ? 'ENOENT' : 'ENOTDIR', syscall, folder);
  }

  function children(folder: string): string[] {
    const prefix = `${key(folder)}/`;
    return [...entries.keys()].filter(
      (path) => path.startsWith(prefix) && !path.slice(prefix.length).includes('/'),
    );
  }

  function write(path: string, bytes: Uint8Array | Iterable<Uint8Array>): void {
    requireFolder(parentOf(path), 'open');
    if (entries.get(key(path))?.kind === 'folder') refuse('EISDIR', 'open', path);
    entries.set(key(path), {
      kind: 'file',
      bytes: bytes instanceof Uint8Array ? Buffer.from(bytes) : Buffer.concat([...bytes]),
    });
  }

  return {
    read(path) {
      const entry = entries.get(key(path));
      if (entry?.kind === 'folder') refuse('EISDIR', 'read', path);
      return entry?.kind === 'file' ? entry.bytes : undefined;
    },
    holds(path, pieces) {
      const entry = entries.get(key(path));
      return entry?.kind === 'file' && Buffer.concat(pieces).equals(entry.bytes);
    },
    stat(path) {
      const entry = entries.get(key(path));
      return entry && { kind: entry.kind, size: entry.kind === 'file' ? entry.bytes.length : 0 };
    },
    list(folder) {
      requireFolder(folder, 'scandir');
      return children(folder).map((path) => path.slice(path.lastIndexOf('/') + 1));
    },
    makeFolder(folder) {
      const names = folder.split('/');
      for (let length = 1; length <= names.length; length++) {
        const path = names.slice(0, length).join('/');
        const kind = entries.get(key(path))?.kind;
        if (kind !== undefined && kind !== 'folder') refuse('EEXIST', 'mkdir', path);
        entries.set(key(path), { kind: 'folder' });
      }
    },
    write,
    writeDurably: write,
    writeNew(path, bytes) {
      if (entries.has(key(path))) refuse('EEXIST', 'open', path);
      write(path, bytes);
    },
    rename(from, to) {
      const entry = entries.get(key(from));
      if (entry === undefined) refuse('ENOENT', 'rename', from);
      requireFolder(parentOf(to), 'rename');
      if (entries.get(key(to))?.kind === 'folder') refuse('EISDIR', 'rename', to);
      // Nothing lies below a file.
      const below = entry.kind === 'folder' ? [...entries] : [[key(from), entry] as const];
      for (const [path, moved] of below) {
        if (path !== key(from) && !path.startsWith(`${key(from)}/`)) continue;
        entries.delete(path);
        entries.set(key(to) + path.slice(key(from).length), moved);
      }
    },
    removeFile(path) {
      if (entries.get(key(path))?.kind === 'folder') refuse('EPERM', 'unlink', path);
      entries.delete(key(path));
    },
    removeFolder(folder) {
      if (entries.get(key(folder))?.kind === 'folder' && children(folder).length === 0)
        entries.delete(key(folder));
    },
    snapshot(except) {
      const paths = [...entries.keys()]
        .filter((path) => except === undefined || (path !== except && !path.startsWith(`${except}/`)))
        .sort();
      return Object.fromEntries(
        paths.map((path) => {
          const entry = entries.get(path);
          return [path, entry?.kind === 'file' ? textOf(entry.bytes) : null];
        }),
      );
    },
    copy: () => memoryDisk(options, entries),
  };
}

const texts = new WeakMap<Buffer, string>();

/** Read once: what a disk holds is never changed in place, and copies of a disk hold the same bytes. */
function textOf(bytes: Buffer): string {
  const text = texts.get(bytes) ?? bytes.toString();
  texts.set(bytes, text);
  return text;
}

/** An error as Node throws it. */
export function diskError(code: string, syscall: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${syscall} '${path}'`), { code, syscall, path });
}
