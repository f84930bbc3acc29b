import { openRows, type Row, type Rows, replaceRows, writeRows } from './rows.ts';

/** What was written of a memory. */
export interface Former<T> {
  /** undefined if the bytes are not as they were written. */
  readonly rows: () => Rows | undefined;
  readonly open: (row: Row) => T;
}

/** More changes than this, and the whole table is written anew. */
const FEW = 256;

/** A map that knows what was changed since it was read, and reads no more of it than it is asked for. */
export class Memo<T> {
  /** What was read or set; all there is, once it is open. */
  readonly #entries = new Map<string, T>();
  /** What was written and has been taken away since. */
  readonly #gone = new Set<string>();
  readonly #former: Former<T>;
  #isOpen = false;
  #changed: Set<string> | 'many' = new Set();

  constructor(former: Former<T> = NOTHING) {
    this.#former = former;
  }

  /** To be called before most entries are asked for: reads all of them in one go. */
  open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    for (const row of this.#former.rows()?.all() ?? []) {
      if (!this.#entries.has(row[0]) && !this.#gone.has(row[0]))
        this.#entries.set(row[0], this.#former.open(row));
    }
  }

  get isChanged(): boolean {
    return this.#changed === 'many' || this.#changed.size > 0;
  }

  get size(): number {
    this.open();
    return this.#entries.size;
  }

  get(key: string): T | undefined {
    const known = this.#entries.get(key);
    if (known !== undefined || this.#isOpen || this.#gone.has(key)) return known;
    const row = this.#former.rows()?.find(key);
    if (row === undefined) return undefined;
    const found = this.#former.open(row);
    this.#entries.set(key, found);
    return found;
  }

  /** The keys of all entries that may hold `text`, and maybe others; undefined if what was written is spoilt. */
  naming(text: string): Iterable<string> | undefined {
    const rows = this.#former.rows();
    if (rows === undefined) return undefined;
    if (this.#changed === 'many') return this.#entries.keys();
    return new Set([...rows.naming(text).map(([key]) => key), ...this.#changed]);
  }

  entries(): ReadonlyMap<string, T> {
    this.open();
    return this.#entries;
  }

  /** Of all entries; the others are not read for this. */
  keys(): Iterable<string> {
    if (this.#isOpen) return this.#entries.keys();
    const former = this.#former.rows()?.keys() ?? [];
    return new Set([...former.filter((key) => !this.#gone.has(key)), ...this.#entries.keys()]);
  }

  set(key: string, value: T): void {
    this.#entries.set(key, value);
    this.#gone.delete(key);
    this.#note(key);
  }

  delete(key: string): void {
    if (this.get(key) === undefined) return;
    this.#entries.delete(key);
    this.#gone.add(key);
    this.#note(key);
  }

  /** Forgets all but `keys`: files that are gone, and pages that are no longer made. */
  keepOnly(keys: { has(key: string): boolean }): void {
    this.open();
    for (const key of this.#entries.keys()) if (!keys.has(key)) this.delete(key);
  }

  /** Its table as it is to be written, in pieces. `sealer` makes rows; with `former` they must agree with what stays of it. */
  write(sealer: (former: Rows | undefined) => (key: string, value: T) => Row): Iterable<Uint8Array> {
    const former = this.#changed === 'many' ? undefined : this.#former.rows();
    const seal = sealer(former);
    if (former === undefined || this.#changed === 'many') {
      return writeRows(this.entries(), seal);
    }
    if (this.#changed.size === 0) return [former.bytes];
    const rows = [...this.#changed].map((key) => {
      const value = this.#entries.get(key);
      return [key, value && seal(key, value)] as const;
    });
    return replaceRows(former, new Map(rows));
  }

  #note(key: string): void {
    if (this.#changed === 'many') return;
    this.#changed.add(key);
    if (this.#changed.size <= FEW) return;
    this.open();
    this.#changed = 'many';
  }
}

const NOTHING = { rows: () => openRows(new Uint8Array()), open: (): never => unwritten() };

function unwritten(): never {
  throw new Error('Nothing was written.');
}
