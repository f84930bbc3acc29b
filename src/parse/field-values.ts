import { parseCount } from '../base/count.ts';
import { type Diagnostic, error, type Place, warning } from '../base/diagnostic.ts';
import { nearest } from '../base/edit-distance.ts';
import { parseTimestamp, type Timestamp, type Zone } from '../base/time.ts';
import { fold } from '../base/vietnamese.ts';
import type { ExtraValue, Located, NamedFile } from '../model/document.ts';
import type { Field } from './field-names.ts';
import type { FieldValue } from './front-matter.ts';

/** Reads the values of known fields, each by its type. What cannot be read is reported and counts as absent. */
export interface FieldReader {
  text(field: Field): string;
  located(field: Field): Located | null;
  date(field: Field): Timestamp | null;
  count(field: Field): number | null;
  /** A number that orders; may be negative. */
  order(field: Field): number | null;
  flag(field: Field): boolean;
  /** A list without its places, which take some looking for. */
  words(field: Field): readonly string[];
  list(field: Field): readonly Located[];
  files(field: Field): readonly NamedFile[];
  pairs(field: Field): readonly (readonly [string, string])[];
}

const YES: ReadonlySet<string> = new Set(['true', 'yes', 'on', 'co', '1', 'x', 'dung']);
const NO: ReadonlySet<string> = new Set(['false', 'no', 'off', 'khong', '0', 'sai', '']);

export function createFieldReader(
  fields: ReadonlyMap<Field, FieldValue>,
  zone: Zone,
  report: (diagnostic: Diagnostic) => void,
): FieldReader {
  const shape = (field: FieldValue, expected: 'text' | 'list' | 'attachments' | 'contact' | 'number'): void =>
    report(error('field-shape', field.place, { field: field.name, expected }));

  /** The field with its one line of text, or undefined if it is absent or empty. */
  const scalar = (name: Field): { field: FieldValue; value: string } | undefined => {
    const field = fields.get(name);
    if (field === undefined || field.value === null || field.value === '') return undefined;
    if (typeof field.value !== 'string') {
      shape(field, 'text');
      return undefined;
    }
    return { field, value: field.value.normalize('NFC').trim() };
  };

  const reader: FieldReader = {
    text: (name) => scalar(name)?.value.replace(/\s+/g, ' ') ?? '',
    located(name) {
      const found = scalar(name);
      return found ? { value: found.value, place: found.field.place } : null;
    },
    date(name) {
      const found = scalar(name);
      if (!found) return null;
      const { field, value } = found;
      const result = parseTimestamp(value, zone);
      if ('time' in result) return result.time;
      const params = { field: field.name, value };
      if (result.fault === 'form') report(error('date-form', field.place, params));
      else if (result.fault === 'range') report(error('date-range', field.place, params));
      else report(error('date-month-first', field.place, { ...params, meant: dayFirst(value) }));
      return null;
    },
    count(name) {
      const found = scalar(name);
      if (!found) return null;
      const count = parseCount(found.value);
      if (count === undefined) report(error('views-form', found.field.place, { value: found.value }));
      return count ?? null;
    },
    order(name) {
      const found = scalar(name);
      if (!found) return null;
      if (/^-?\d{1,6}$/.test(found.value)) return Number(found.value);
      shape(found.field, 'number');
      return null;
    },
    flag(name) {
      const found = scalar(name);
      if (!found) return false;
      const word = fold(found.value);
      if (!YES.has(word) && !NO.has(word)) {
        report(error('boolean-form', found.field.place, { field: found.field.name, value: found.value }));
      }
      return YES.has(word);
    },
    words(name) {
      const field = fields.get(name);
      if (field === undefined || field.value === null) return [];
      const values = typeof field.value === 'string' ? splitLine(field.value) : field.value;
      if (!isTextList(values)) {
        shape(field, 'list');
        return [];
      }
      return values
        .map((value) => value.normalize('NFC').trim().replace(/\s+/g, ' '))
        .filter((value) => value !== '');
    },
    list(name) {
      const values = reader.words(name);
      const placeOf = values.length === 0 ? undefined : fields.get(name)?.itemPlaces();
      return placeOf === undefined ? [] : values.map((value) => ({ value, place: placeOf(value) }));
    },
    files(name) {
      const field = fields.get(name);
      if (field === undefined || field.value === null || field.value === '') return [];
      const items = typeof field.value === 'string' ? splitFiles(field.value) : field.value;
      const placeOf = field.itemPlaces();
      const files = Array.isArray(items) ? items.map((item) => readFile(item, placeOf)) : [undefined];
      for (const [key, nth] of unknownKeys(items)) {
        const near = nearest(fold(key), [...FILE_KEYS, ...TITLE_KEYS]);
        const meant = near === undefined ? '' : TITLE_KEYS.has(near) ? 'title' : 'file';
        report(warning('attachment-key', field.placeOf(key, nth), { key, meant }));
      }
      if (files.some((file) => file === undefined)) shape(field, 'attachments');
      return files.filter((file) => file !== undefined);
    },
    pairs(name) {
      const field = fields.get(name);
      if (field === undefined || field.value === null) return [];
      if (!isTextMap(field.value)) {
        shape(field, 'contact');
        return [];
      }
      return Object.entries(field.value).map(([key, value]) => [
        key.normalize('NFC'),
        value.normalize('NFC'),
      ]);
    },
  };
  return reader;
}

/** The words of a list on one line. What stands in quotation marks is one, without them. */
function splitLine(line: string): string[] {
  if (!/["']/.test(line)) return line.split(/[,;]/);
  const words = line.matchAll(/\s*(?:"([^"]*)"|'([^']*)'|([^,;]*))\s*(?:[,;]|$)/g);
  return [...words].map(([, double, single, plain]) => double ?? single ?? plain ?? '');
}

/** The files of a list on one line. A comma or semicolon that no file's ending stands before is a part of a name. */
function splitFiles(line: string): string[] {
  const isQuoted = /["']/.test(line);
  const names = isQuoted ? splitLine(line) : line.split(/(?<=\.(?=[a-z0-9]*[a-z])[a-z0-9]{2,5}\s*)[,;]/i);
  return names.filter((name) => name.trim() !== '');
}

/** `02/17/2020 9:00` as it was probably meant: `17/02/2020 9:00`. */
function dayFirst(value: string): string {
  return value.replace(/^(\d{1,2})([/.-])(\d{1,2})/, '$3$2$1');
}

function isTextList(value: ExtraValue): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isTextMap(value: ExtraValue): value is { readonly [name: string]: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((item) => typeof item === 'string')
  );
}

const FILE_KEYS: ReadonlySet<string> = new Set(['file', 'tep', 'ten tep']);
const TITLE_KEYS: ReadonlySet<string> = new Set(['title', 'tieu de', 'ten']);

/** The names in the items of a list of files that say nothing to us, each with how often it has come up by then. */
function unknownKeys(items: ExtraValue): (readonly [key: string, nth: number])[] {
  const seen = new Map<string, number>();
  return (Array.isArray(items) ? items : []).flatMap((item) =>
    isTextMap(item)
      ? Object.keys(item).flatMap((key) => {
          if (FILE_KEYS.has(fold(key)) || TITLE_KEYS.has(fold(key))) return [];
          const nth = (seen.get(key) ?? 0) + 1;
          seen.set(key, nth);
          return [[key, nth] as const];
        })
      : [],
  );
}

function readFile(item: ExtraValue, placeOf: (file: string) => Place): NamedFile | undefined {
  if (typeof item === 'string') {
    const file = item.normalize('NFC').trim();
    return { file, title: '', place: placeOf(file) };
  }
  if (!isTextMap(item)) return undefined;
  let file = '';
  let title = '';
  for (const [key, value] of Object.entries(item)) {
    if (FILE_KEYS.has(fold(key))) file = value.normalize('NFC').trim();
    else if (TITLE_KEYS.has(fold(key))) title = value.normalize('NFC').trim();
  }
  return file === '' ? undefined : { file, title, place: placeOf(file) };
}
