import { readUtf8 } from '../base/utf8.ts';

/** What is known of something, after its key, which is said once in a table. */
export type Row = readonly [key: string, ...said: unknown[]];

/**
 * A table as bytes: rows as JSON, one a line, in the order of their keys. One row is found without reading the others,
 * and a table of which little has changed is put together from what was written.
 */
export interface Rows {
  readonly bytes: Uint8Array;
  find(key: string): Row | undefined;
  /** The rows in which a string stands as a value of its own. */
  naming(text: string): readonly Row[];
  all(): readonly Row[];
  /** Of all rows, in their order. */
  keys(): readonly string[];
}

const BETWEEN = ',\n';
const LINE_END = 10;
const QUOTE = 34;

/** So many rows are text at once: as one text, those of 100,000 articles would take as much as all else. */
const ROWS_AT_ONCE = 1024;

/** The table in pieces, made as they are asked for; `seal` makes the row of an entry, which begins with its key. */
export function* writeRows<T>(
  entries: ReadonlyMap<string, T>,
  seal: (key: string, value: T) => Row,
): Iterable<Uint8Array> {
  const sorted = [...entries.keys()].sort(compareKeys);
  for (let at = 0; at < sorted.length; at += ROWS_AT_ONCE) {
    const rows = sorted.slice(at, at + ROWS_AT_ONCE).map((key) => seal(key, entries.get(key) as T));
    yield Buffer.from((at === 0 ? '' : BETWEEN) + rows.map((row) => JSON.stringify(row)).join(BETWEEN));
  }
}

/** `bytes` are what `writeRows` or `replaceRows` gave, in one piece. */
export function openRows(bytes: Uint8Array): Rows {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    bytes,
    find(key) {
      const place = placeOf(buffer, key);
      return place.isOfKey ? rowIn(buffer, place) : undefined;
    },
    naming(text) {
      const found: Row[] = [];
      const value = Buffer.from(JSON.stringify(text));
      for (let at = buffer.indexOf(value); at >= 0; ) {
        const line = lineAround(buffer, at);
        const row = rowIn(buffer, line);
        if (row.includes(text)) found.push(row);
        at = buffer.indexOf(value, line.end);
      }
      return found;
    },
    all: () => JSON.parse(`[${readUtf8(bytes) ?? ''}]`) as Row[],
    keys() {
      const keys: string[] = [];
      for (let at = 0; at < buffer.length; ) {
        const { end } = lineAround(buffer, at);
        keys.push(keyIn(buffer, { start: at, end }));
        at = end + BETWEEN.length;
      }
      return keys;
    },
  };
}

/** The table with these rows in the place of those with their keys, in pieces; undefined takes a row away. */
export function replaceRows({ bytes }: Rows, changes: ReadonlyMap<string, Row | undefined>): Uint8Array[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: Uint8Array[] = [];
  let done = 0;
  const take = (piece: Uint8Array): void => {
    if (piece.length === 0) return;
    if (pieces.length > 0) pieces.push(Buffer.from(BETWEEN));
    pieces.push(piece);
  };
  for (const [key, row] of [...changes].sort(([a], [b]) => compareKeys(a, b))) {
    const place = placeOf(buffer, key);
    take(withoutEnd(buffer.subarray(done, place.start)));
    if (row !== undefined) take(Buffer.from(JSON.stringify(row)));
    done = place.isOfKey ? Math.min(place.end + BETWEEN.length, buffer.length) : place.start;
  }
  take(buffer.subarray(done));
  return pieces;
}

function withoutEnd(rows: Buffer): Buffer {
  return rows.at(-1) === LINE_END ? rows.subarray(0, -BETWEEN.length) : rows;
}

/** Places in the bytes; `end` is where what stands between two rows begins. */
interface Line {
  readonly start: number;
  readonly end: number;
}

function lineAround(buffer: Buffer, at: number): Line {
  const start = at === 0 ? 0 : buffer.lastIndexOf(LINE_END, at - 1) + 1;
  const next = buffer.indexOf(LINE_END, at);
  return { start, end: next < 0 ? buffer.length : next - 1 };
}

function rowIn(buffer: Buffer, { start, end }: Line): Row {
  return JSON.parse(buffer.toString('utf8', start, end)) as Row;
}

/** Without reading the rest of the row, if the key is written as it is. */
function keyIn(buffer: Buffer, line: Line): string {
  const key = buffer.toString('utf8', line.start + 2, buffer.indexOf(QUOTE, line.start + 2));
  return key.includes('\\') ? rowIn(buffer, line)[0] : key;
}

/** Where the first row is whose key does not come before `key`; after the last, if all do. */
function placeOf(buffer: Buffer, key: string): Line & { readonly isOfKey: boolean } {
  let low = 0;
  let high = buffer.length;
  let found = { start: high, end: high, isOfKey: false };
  while (low < high) {
    const { start, end } = lineAround(buffer, (low + high) >> 1);
    const order = compareKeys(keyIn(buffer, { start, end }), key);
    if (order < 0) low = Math.min(end + BETWEEN.length, buffer.length);
    else {
      found = { start, end, isOfKey: order === 0 };
      high = start;
    }
  }
  return found;
}

function compareKeys(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
