import matter from 'gray-matter';
import { type Diagnostic, error, type Place, warning } from '../base/diagnostic.ts';
import type { ExtraValue } from '../model/document.ts';
import { type FieldByField, readFieldByField } from './field-by-field.ts';
import { type Field, fieldNamed, nearMiss } from './field-names.ts';
import { type PreparedBlock, prepareBlock } from './front-matter-block.ts';
import { fenceFinding, findUnopened, isClosing, isSpoiltOpening } from './front-matter-fence.ts';
import { createItemPlaces } from './item-places.ts';
import { placeAt, type Source } from './source.ts';
import { withoutUnseen } from './unseen.ts';
import { parseYaml, type YamlResult } from './yaml.ts';

/** gray-matter's own pattern is quadratic in blank lines; real front matter has a dozen short ones. */
const MAX_BYTES = 16 * 1024;
const MAX_LINES = 500;

export interface FieldValue {
  /** The name as the writer spelt it. */
  readonly name: string;
  readonly value: ExtraValue;
  /** Of the value; of the name where the value stands on lines of its own. */
  readonly place: Place;
  /** Where a name stands within the value for the `nth` time, from 1. */
  readonly placeOf: (name: string, nth: number) => Place;
  /** Where the items of a list stand, if it is asked for all of them in their order. */
  readonly itemPlaces: () => (item: string) => Place;
}

export interface FrontMatter {
  readonly present: boolean;
  /** If false, some of it could not be read and has been told of: what is absent may be there. */
  readonly isWhole: boolean;
  readonly fields: ReadonlyMap<Field, FieldValue>;
  readonly extra: { readonly [name: string]: ExtraValue };
  /** The line, from 1, on which the text below begins. */
  readonly bodyLine: number;
}

export interface FrontMatterResult {
  /** undefined if it cannot be read at all. */
  readonly frontMatter: FrontMatter | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the fields between the two `---` lines. Everything that YAML would misread in prose is read raw. */
export function readFrontMatter(source: Source): FrontMatterResult {
  let opening = 1;
  while (source.line(opening)?.trim() === '') opening += 1;
  const first = source.line(opening) ?? '';
  const fail = (diagnostic: Diagnostic): FrontMatterResult => ({
    frontMatter: undefined,
    diagnostics: [diagnostic],
  });
  const isOpened = /^---(?!-)/.test(first);
  if (!isOpened && !isSpoiltOpening(source, opening)) {
    const unopened = findUnopened(source, opening);
    if (unopened) return fail(unopened);
    return {
      frontMatter: { present: false, isWhole: true, fields: new Map(), extra: {}, bodyLine: 1 },
      diagnostics: [],
    };
  }
  const engine = isOpened ? first.slice(3).trim() : '';
  // gray-matter would take the word for the name of an engine, and `js` runs the text as code.
  if (engine !== '') {
    return fail(error('front-matter-engine', placeAt(source, opening, 4), { text: engine }));
  }
  const block: string[] = [];
  let length = 0;
  for (;;) {
    const line = source.line(opening + block.length + 1);
    if (line === undefined) return fail(error('front-matter-unclosed', placeAt(source, opening, 1), {}));
    if (isClosing(line, block)) break;
    block.push(line);
    length += line.length + 1;
  }
  if (block.length > MAX_LINES || length > MAX_BYTES) {
    const size = { kilobytes: Math.ceil(length / 1024), lines: block.length };
    return fail(error('front-matter-too-large', placeAt(source, opening, 1), size));
  }
  const fences = [opening, opening + block.length + 1].map((line) => fenceFinding(source, line));
  const { frontMatter, diagnostics } = readBlock(source, block, opening);
  return { frontMatter, diagnostics: [...fences.filter((finding) => finding !== undefined), ...diagnostics] };
}

/** `offset` is the line before the block's first. */
function readBlock(source: Source, block: string[], offset: number): FrontMatterResult {
  const diagnostics: Diagnostic[] = [];
  const at = (index: number, column: number): Place => placeAt(source, offset + index + 1, column);

  const tab = block.findIndex((line) => line.includes('\t'));
  if (tab >= 0) {
    diagnostics.push(warning('front-matter-tab', at(tab, (block[tab] ?? '').indexOf('\t') + 1), {}));
  }
  // A paste from Word has spaces that YAML takes for letters, and signs that no page may hold.
  const isPlain = tab < 0 && source.isOrdinary;
  const prepared = prepareBlock(
    isPlain ? block : block.map((line) => withoutUnseen(line.replace(/\t/g, '  '))),
  );
  /** The lines of fields that are not read: YAML would unfold what they name, or take the last of two. */
  const refused = new Set<number>();
  for (const { index, ...anchor } of prepared.anchors) {
    refused.add(index);
    diagnostics.push(error('front-matter-anchor', at(index, anchor.column), { mark: anchor.mark }));
  }
  for (const { name, index } of prepared.indented) {
    diagnostics.push(warning('field-indented', at(index, 1), { field: name }));
  }
  for (const { name, index, valueColumn } of prepared.unspaced) {
    const colon = (block[index] ?? '').search(/[:：]/);
    const isWide = block[index]?.charAt(colon) === '：';
    diagnostics.push(
      isWide
        ? warning('field-wide-colon', at(index, colon + 1), { field: name })
        : warning('field-unspaced', at(index, valueColumn), { field: name }),
    );
  }
  for (const { name, index, valueColumn } of prepared.unclosed) {
    const quote = (block[index] ?? '').charAt(valueColumn - 1);
    diagnostics.push(warning('quote-unclosed', at(index, valueColumn), { field: name, quote }));
  }
  const firstLines = new Map<string, number>();
  for (const { name, index } of prepared.keys) {
    const canonical = fieldNamed(name) ?? name;
    const line = firstLines.get(canonical);
    if (line === undefined) firstLines.set(canonical, offset + index + 1);
    else {
      refused.add(index);
      diagnostics.push(error('field-twice', at(index, 1), { field: name, line }));
    }
  }
  const yaml = refused.size > 0 ? undefined : readWhole(prepared);
  const isWhole = yaml !== undefined && 'value' in yaml;
  let values: FieldByField['values'];
  if (isWhole) {
    const whole = yaml.value ?? {};
    if (!isMap(whole)) {
      diagnostics.push(error('front-matter-not-fields', at(0, 1), {}));
      return { frontMatter: undefined, diagnostics };
    }
    values = Object.entries(whole);
  } else {
    const starts = prepared.keys.map((key) => key.index);
    const read = readFieldByField(prepared.yaml(), starts, yaml, refused);
    for (const { fault, index, column } of read.faults) {
      diagnostics.push(error('front-matter-yaml', at(index, column), { fault }));
    }
    values = read.values;
  }

  const fields = new Map<Field, FieldValue>();
  const extra: [string, ExtraValue][] = [];
  for (const [name, fieldValue] of values) {
    const key = prepared.keys.find((candidate) => candidate.name === name);
    const field = fieldNamed(name);
    if (field !== undefined) {
      const place = at(key?.index ?? 0, key?.valueColumn ?? 1);
      const placeOf = (word: string, nth: number): Place => {
        const found = key && findName(block, key.index, word, nth);
        return found ? at(found.index, found.column) : place;
      };
      const itemPlaces = (): ((item: string) => Place) => {
        const { index, valueColumn } = key ?? { index: 0, valueColumn: 1 };
        const end = prepared.keys.find((other) => other.index > index)?.index ?? block.length;
        // A list that begins on the line of its name may not have items in that name.
        const column = valueColumn === 1 ? (block[index] ?? '').length + 1 : valueColumn;
        const find = createItemPlaces(block, { index, column }, end);
        return (item) => {
          const found = find(item);
          return found ? at(found.index, found.column) : place;
        };
      };
      fields.set(field, { name, value: fieldValue, place, placeOf, itemPlaces });
      continue;
    }
    extra.push([name, fieldValue]);
    const meant = nearMiss(name);
    if (meant !== undefined) {
      diagnostics.push(warning('field-near-miss', at(key?.index ?? 0, 1), { field: name, meant }));
    }
  }
  const bodyLine = offset + block.length + 2;
  const frontMatter = { present: true, isWhole, fields, extra: Object.fromEntries(extra), bodyLine };
  return { frontMatter, diagnostics };
}

/** Where a name with its colon stands in a field's lines for the `nth` time; undefined if it is not found. */
function findName(
  block: readonly string[],
  first: number,
  name: string,
  nth: number,
): { readonly index: number; readonly column: number } | undefined {
  let left = nth;
  for (let index = first; index < block.length; index++) {
    const line = block[index] ?? '';
    if (index > first && /^[^\s#-]/.test(line)) return undefined;
    for (let from = line.indexOf(name); from >= 0; from = line.indexOf(name, from + name.length)) {
      const isName =
        /(?:^|[\s{,"'])$/.test(line.slice(0, from)) && /^["']?\s*:/.test(line.slice(from + name.length));
      if (isName) left -= 1;
      if (isName && left === 0) return { index, column: from + 1 };
    }
  }
  return undefined;
}

function isMap(value: ExtraValue): value is FrontMatter['extra'] {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readWhole(block: PreparedBlock): YamlResult {
  if (block.simple !== null) return { value: block.simple };
  let result: YamlResult = { value: null };
  // Options are always given: without them gray-matter remembers a failed parse as empty, and shares its data.
  matter(`---\n${block.yaml().join('\n')}\n---\n`, {
    language: 'yaml',
    engines: {
      yaml: (text) => {
        // gray-matter hands over the text with its leading line break.
        const yaml = parseYaml(text.replace(/^\n/, ''));
        result = yaml;
        return {};
      },
    },
  });
  return result;
}
