import { fingerprint, fingerprinter } from '../base/fingerprint.ts';

/** A path, and what is said of it. */
export type Row = readonly [path: string, ...values: (string | number)[]];

/** A table as it was read: nothing is known of the types in it. */
export interface LooseTable {
  readonly version?: unknown;
  readonly phase?: unknown;
  readonly files: readonly (readonly unknown[])[];
}

/** A large one takes as much memory as what has changed in it since the last one, with which it has its pieces in common. */
export interface SealedTable {
  /** All of its bytes. */
  readonly pieces: readonly Uint8Array[];
  /** Stands for all that the table says. */
  readonly checksum: string;
}

const HEAD = /^\{"checksum":"([0-9a-f]{32})",\n/;

/** The order of rows. */
export function comparePaths(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Rows as they stand in a table, some of them or all. */
export function rowsText(rows: readonly Row[]): Uint8Array {
  return Buffer.from(rows.map((row) => JSON.stringify(row)).join(BETWEEN));
}

const BETWEEN = ',\n';
const BETWEEN_PARTS = Buffer.from(BETWEEN);
const END = Buffer.from('\n]}\n');

/**
 * Rows as JSON, one a line, with a checksum of everything after it: a table that was cut short or edited does not
 * open. `parts` hold the rows in the order of their paths, as `rowsText` gives them; none is empty.
 */
export function sealTable(
  fields: { readonly version: number; readonly phase?: number },
  parts: readonly Uint8Array[],
): SealedTable {
  const start = Buffer.from(`${JSON.stringify(fields).slice(1, -1)},"files":[\n`);
  const rows = parts.flatMap((part, index) => (index === 0 ? [part] : [BETWEEN_PARTS, part]));
  const sealed = [start, ...rows, END];
  const sum = fingerprinter();
  for (const piece of sealed) sum.add(piece);
  const checksum = sum.end();
  return { pieces: [Buffer.from(`{"checksum":"${checksum}",\n`), ...sealed], checksum };
}

/** A table as one, of somebody who has read or is to read it. */
export function tableBytes({ pieces }: Pick<SealedTable, 'pieces'>): Uint8Array {
  return Buffer.concat(pieces);
}

/** The rows of a sealed table as they stand in it, in parts of `size` rows. There is at least one row. */
export function rowsIn(bytes: Uint8Array, size: number): Uint8Array[] {
  const lineEnd = (from: number): number => bytes.indexOf(NEW_LINE, from);
  // Two lines stand before the rows and one after them.
  let start = lineEnd(lineEnd(0) + 1) + 1;
  const end = bytes.lastIndexOf(NEW_LINE, bytes.length - 2);
  const parts: Uint8Array[] = [];
  for (let count = 1, at = lineEnd(start); start < end; at = lineEnd(at + 1), count++) {
    if (at < end && count % size !== 0) continue;
    parts.push(bytes.subarray(start, at < end ? at - 1 : end));
    start = at + 1;
  }
  return parts;
}

const NEW_LINE = 10;

/** What a table says that it is, without looking whether it is; undefined if it says nothing. */
export function claimedChecksum(bytes: Uint8Array): string | undefined {
  return HEAD.exec(Buffer.from(bytes.subarray(0, 64)).toString())?.[1];
}

/** undefined if the bytes are not as they were sealed. */
export function openTable(bytes: Uint8Array): LooseTable | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
  const head = HEAD.exec(text);
  if (head === null || fingerprint(text.slice(head[0].length)) !== head[1]) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isLooseTable(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isLooseTable(value: unknown): value is LooseTable {
  if (typeof value !== 'object' || value === null || !('files' in value)) return false;
  return Array.isArray(value.files) && value.files.every((row) => Array.isArray(row));
}
