import { isOutputPath } from './output-path.ts';
import { comparePaths, openTable, type Row, rowsText, type SealedTable, sealTable } from './table.ts';

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

/** So many rows are written as one part: of a large site most parts are as last time. */
const PART = 256;

export function createManifestWriter(): ManifestWriter {
  let places = new Map<string, number>();
  let rows: PublishedEntry[] = [];
  let parts: (Uint8Array | undefined)[] = [];

  const moveRows = (paths: Paths, changed: ReadonlyMap<string, PublishedEntry>): void => {
    const stay = rows.filter(({ path }) => paths.has(path));
    const come = [...changed.values()].filter(({ path }) => !places.has(path));
    // Most are in order already.
    rows = [...stay, ...come].sort((a, b) => comparePaths(a.path, b.path));
    places = new Map(rows.map(({ path }, index) => [path, index]));
    parts = [];
  };

  return {
    write(paths, entries) {
      const changed = new Map([...entries].map((entry) => [entry.path, entry]));
      const isMoved = paths.size !== rows.length || [...changed.keys()].some((path) => !places.has(path));
      if (isMoved) moveRows(paths, changed);
      for (const entry of changed.values()) {
        const place = places.get(entry.path) ?? 0;
        rows[place] = entry;
        parts[Math.floor(place / PART)] = undefined;
      }
      for (let part = 0; part * PART < rows.length; part++) {
        parts[part] ??= rowsText(rows.slice(part * PART, (part + 1) * PART).map(rowOf));
      }
      return sealTable(
        { version: VERSION },
        parts.flatMap((part) => part ?? []),
      );
    },
  };
}

function rowOf({ path, fingerprint, size, kind }: PublishedEntry): Row {
  return [path, fingerprint, size, kind];
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
