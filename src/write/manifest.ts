import { isOutputPath } from './output-path.ts';
import { comparePaths, openTable, type Row, rowsIn, rowsText, type SealedTable, sealTable } from './table.ts';

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

/** `last` is a manifest that was written before, by whomever, and its bytes. */
export function createManifestWriter(
  last: { readonly manifest: Manifest; readonly bytes: Uint8Array } = NO_MANIFEST,
): ManifestWriter {
  /** In the order of their paths. */
  let rows: PublishedEntry[] | undefined;
  let parts: (Uint8Array | undefined)[] = [];

  const placeOf = (path: string, among: readonly PublishedEntry[]): number | undefined => {
    const place = searchRow(path, among);
    return among[place]?.path === path ? place : undefined;
  };

  return {
    write(paths, entries) {
      if (rows === undefined) {
        rows = [...last.manifest.values()];
        parts = rows.length === 0 ? [] : rowsIn(last.bytes, PART);
      }
      const before = rows;
      const changed = new Map([...entries].map((entry) => [entry.path, entry]));
      const come = [...changed.values()].filter(({ path }) => placeOf(path, before) === undefined);
      if (come.length > 0 || paths.size !== before.length) {
        const stay = before.filter(({ path }) => paths.has(path));
        // Most are in order already.
        rows = [...stay, ...come].sort((a, b) => comparePaths(a.path, b.path));
        parts = [];
      }
      for (const entry of changed.values()) {
        const place = placeOf(entry.path, rows);
        if (place === undefined) continue;
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

const NO_MANIFEST = { manifest: new Map<string, PublishedEntry>(), bytes: new Uint8Array() };

/** The first row whose path does not come before a path. */
function searchRow(path: string, rows: readonly PublishedEntry[]): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comparePaths(rows[middle]?.path ?? '', path) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
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
