import { isOutputPath } from './output-path.ts';
import { comparePaths, openTable, rowText, type SealedTable, sealTable } from './table.ts';

/**
 * What was published last: every file of ours, with the bytes that it had. The same site has the same manifest, byte
 * for byte, whatever was published before it and whenever.
 */
export type Manifest = ReadonlyMap<string, PublishedEntry>;

/** Pages lead somewhere: they come after what they lead to, and go before it. */
export type Kind = 'page' | 'asset';

/** A file as it was published. */
export interface PublishedEntry {
  readonly path: string;
  readonly fingerprint: string;
  /** Bytes. */
  readonly size: number;
  readonly kind: Kind;
}

const VERSION = 1;

export function writeManifest(entries: Iterable<PublishedEntry>): SealedTable {
  const all = [...entries];
  return createManifestWriter().write(new Set(all.map(({ path }) => path)), all);
}

/** Writes the manifests of one site, one after the other: each costs what has changed since the last. */
export interface ManifestWriter {
  /** `changed` are at least those entries that the last manifest did not have. */
  write(paths: Paths, changed: Iterable<PublishedEntry>): SealedTable;
}

/** The paths of a whole site. */
export interface Paths extends Iterable<string> {
  readonly size: number;
  has(path: string): boolean;
}

export function createManifestWriter(): ManifestWriter {
  let places = new Map<string, number>();
  let rows: string[] = [];

  const moveRows = (paths: Paths): void => {
    const stay = [...places.keys()].filter((path) => paths.has(path));
    const come = [...paths].filter((path) => !places.has(path));
    // Most are in order already.
    const ordered = [...stay, ...come].sort(comparePaths);
    rows = ordered.map((path) => rows[places.get(path) ?? -1] ?? '');
    places = new Map(ordered.map((path, index) => [path, index]));
  };

  return {
    write(paths, changed) {
      const entries = [...changed];
      if (paths.size !== places.size || entries.some(({ path }) => !places.has(path))) moveRows(paths);
      for (const entry of entries) rows[places.get(entry.path) ?? -1] = entryText(entry);
      return sealTable({ version: VERSION }, rows);
    },
  };
}

function entryText({ path, fingerprint, size, kind }: PublishedEntry): string {
  return rowText([path, fingerprint, size, kind]);
}

/** undefined if the bytes are not a whole manifest of this version. */
export function readManifest(bytes: Uint8Array): Manifest | undefined {
  const table = openTable(bytes);
  if (table?.version !== VERSION) return undefined;
  const files = new Map<string, PublishedEntry>();
  for (const [path, fingerprint, size, kind] of table.files) {
    if (typeof path !== 'string' || !isOutputPath(path) || typeof fingerprint !== 'string') return undefined;
    if (typeof size !== 'number' || !isKind(kind)) return undefined;
    files.set(path, { path, fingerprint, size, kind });
  }
  return files;
}

export function isKind(value: unknown): value is Kind {
  return value === 'page' || value === 'asset';
}
