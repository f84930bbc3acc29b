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

/** More rows than this are not put in their places one by one: into one place of a small site a large one may come. */
const FEW = 1000;

/** Rows in the order of their paths, and how they were written if they have not changed since. */
interface Part {
  readonly rows: PublishedEntry[];
  bytes: Uint8Array | undefined;
}

/** `last` is a manifest that was written before, by whomever, and its bytes. */
export function createManifestWriter(
  last: { readonly manifest: Manifest; readonly bytes: Uint8Array } = NO_MANIFEST,
): ManifestWriter {
  /** In the order of their paths. What comes or goes changes the rows of one part, not where all behind it begin. */
  let parts: Part[] | undefined;

  const put = (among: readonly Part[], entry: PublishedEntry): void => {
    const part = among[Math.max(0, firstAfter(entry.path, among, ({ rows }) => rows[0]) - 1)];
    if (part === undefined) return;
    const place = firstAfter(entry.path, part.rows, (row) => row);
    const isThere = part.rows[place - 1]?.path === entry.path;
    part.rows.splice(isThere ? place - 1 : place, isThere ? 1 : 0, entry);
    part.bytes = undefined;
  };

  return {
    write(paths, changed) {
      parts ??= partsOf([...last.manifest.values()], last.bytes);
      const entries = [...changed].filter(({ path }) => paths.has(path));
      if (parts.length === 0 || entries.length > FEW) {
        const all = new Map(
          [...parts.flatMap(({ rows }) => rows), ...entries].map((each) => [each.path, each]),
        );
        parts = partsOf([...all.values()].sort((a, b) => comparePaths(a.path, b.path)));
      } else {
        for (const entry of entries) put(parts, entry);
      }
      const size = parts.reduce((sum, { rows }) => sum + rows.length, 0);
      if (size > paths.size) parts = parts.map((part) => without(part, paths));
      parts = parts.flatMap((part) => (isOfSize(part) ? [part] : partsOf(part.rows)));
      return sealTable(
        { version: VERSION },
        parts.map((part) => {
          part.bytes ??= rowsText(part.rows.map(rowOf));
          return part.bytes;
        }),
      );
    },
  };
}

const NO_MANIFEST = { manifest: new Map<string, PublishedEntry>(), bytes: new Uint8Array() };

/** `bytes` are a manifest of these rows. */
function partsOf(rows: readonly PublishedEntry[], bytes?: Uint8Array): Part[] {
  const texts = bytes === undefined || rows.length === 0 ? [] : rowsIn(bytes, PART);
  return Array.from({ length: Math.ceil(rows.length / PART) }, (_, index) => ({
    rows: rows.slice(index * PART, (index + 1) * PART),
    bytes: texts[index],
  }));
}

function isOfSize({ rows }: Part): boolean {
  return rows.length > 0 && rows.length <= 2 * PART;
}

function without(part: Part, paths: Paths): Part {
  const rows = part.rows.filter(({ path }) => paths.has(path));
  return rows.length === part.rows.length ? part : { rows, bytes: undefined };
}

/** The first whose row comes after a path, among some that are in the order of their rows. */
function firstAfter<T>(
  path: string,
  among: readonly T[],
  rowOf: (each: T) => PublishedEntry | undefined,
): number {
  let low = 0;
  let high = among.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const each = among[middle];
    const row = each && rowOf(each);
    if (comparePaths(row?.path ?? '', path) <= 0) low = middle + 1;
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
