import { fingerprint } from './fingerprint.ts';
import { Html } from './html.ts';

/**
 * Fingerprints of plain data: equal data, equal fingerprint. Objects are read in the order of their keys, which is the
 * order in which the code that made them names them.
 */
export interface Prints {
  /** Marks a part of many views: it is read once, and stands in the data of all of them as its fingerprint. */
  share<T extends object>(part: T): T;
  /** Of strings, numbers, booleans, null, undefined, bytes, `Html`, and arrays and plain objects of these. */
  of(value: unknown): string;
}

export function createPrints(): Prints {
  // On the part itself, where nobody sees it: of a large site a map of all parts would keep the garbage collector busy.
  const PRINT = Symbol('print');
  const printOf = (value: object): string | undefined => (value as { [PRINT]?: string })[PRINT];

  // Names of fields are few, and are written again and again.
  const names = new Map<string, string>();
  const nameOf = (field: string): string => {
    let name = names.get(field);
    if (name === undefined) {
      name = `${JSON.stringify(field)}:`;
      names.set(field, name);
    }
    return name;
  };

  // Loops that make no arrays of their own: half of the time of `map` and `Object.entries`.
  const writeArray = (values: readonly unknown[]): string => {
    let text = '[';
    for (const each of values) text += `${write(each)},`;
    return `${text}]`;
  };
  const writeObject = (value: object): string => {
    if (Array.isArray(value)) return writeArray(value);
    if (value instanceof Html) return `<${Html.fingerprintOf(value)}>`;
    if (value instanceof Uint8Array) return `(${fingerprint(value)})`;
    let text = '{';
    const fields = value as Readonly<Record<string, unknown>>;
    for (const field in fields) text += `${nameOf(field)}${write(fields[field])},`;
    return `${text}}`;
  };

  const write = (value: unknown): string => {
    // Its length tells where it ends: half of the time of finding what to escape.
    if (typeof value === 'string') return `"${value.length}:${value}`;
    if (typeof value === 'object' && value !== null) {
      const known = printOf(value);
      if (known === undefined) return writeObject(value);
      if (known !== '') return known;
      const print = `#${fingerprint(writeObject(value))}`;
      Object.assign(value, { [PRINT]: print });
      return print;
    }
    if (typeof value === 'function' || typeof value === 'symbol') throw new Error('Not data.');
    return String(value);
  };

  return {
    share(part) {
      if (printOf(part) === undefined) Object.defineProperty(part, PRINT, { value: '', writable: true });
      return part;
    },
    of: (value) => fingerprint(write(value)),
  };
}
