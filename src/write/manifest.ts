import { isOutputPath } from './output-path.ts';
import { compareRows, openTable, rowText, type SealedTable, sealTable } from './table.ts';

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

/** Entries that come in the order of their paths already cost little. `textOf` may remember the row of an entry. */
export function writeManifest(
  entries: Iterable<PublishedEntry>,
  textOf: (entry: PublishedEntry) => string = entryText,
): SealedTable {
  return sealTable({ version: VERSION }, [...entries].sort(compareRows).map(textOf));
}

export function entryText({ path, fingerprint, size, kind }: PublishedEntry): string {
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
