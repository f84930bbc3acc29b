import { fingerprint } from '../base/fingerprint.ts';

/** A path, and what is said of it. */
export type Row = readonly [path: string, ...values: (string | number)[]];

/** A table as it was read: nothing is known of the types in it. */
export interface LooseTable {
  readonly version?: unknown;
  readonly phase?: unknown;
  readonly files: readonly (readonly unknown[])[];
}

const HEAD = /^\{"checksum":"([0-9a-f]{32})",\n/;

/**
 * Rows as JSON, sorted by path, one a line, with a checksum of everything after it: a table that was cut short or
 * edited does not open.
 */
export function sealTable(
  fields: { readonly version: number; readonly phase?: number },
  rows: Iterable<Row>,
): Uint8Array {
  const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = sorted.map((row) => JSON.stringify(row)).join(',\n');
  const sealed = `${JSON.stringify(fields).slice(1, -1)},"files":[\n${lines}\n]}\n`;
  return Buffer.from(`{"checksum":"${fingerprint(sealed)}",\n${sealed}`);
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
