import type { ExtraValue } from '../model/document.ts';
import { parseYaml, type YamlFailure } from './yaml.ts';
import { type FaultPlace, faultIn } from './yaml-fault.ts';

export interface FieldByField {
  /** Of the fields that can be read. */
  readonly values: readonly (readonly [name: string, value: ExtraValue])[];
  readonly faults: readonly FaultPlace[];
}

/** A line with a name that YAML does not take for one; `//` behind the colon makes an address of it. */
const UNSPACED = /^([^\s#:："'[\]{},&*!|>%@`-][^:：]*[:：])(?!\/\/)\s*\S/;

const DOTS = /^\.\.\.(?:\s|$)/;

/**
 * Lines that YAML cannot read as one, each field by itself: so every field's fault is told at its own place, and what the
 * other fields say can be looked at in the same run. `starts` are the lines at which a field begins; fields that hold a
 * `refused` line are passed over. `whole` is what YAML said of all the lines, for a fault that no field has by itself.
 */
export function readFieldByField(
  lines: readonly string[],
  starts: readonly number[],
  whole: YamlFailure | undefined,
  refused: ReadonlySet<number> = new Set(),
): FieldByField {
  const values: (readonly [string, ExtraValue])[] = [];
  const faults: FaultPlace[] = [];
  // A line of dots below all the fields cuts nothing off.
  const last = lines.findLastIndex((line) => !/^(?:\.\.\.(?:\s+(?:#.*)?)?|\s*(?:#.*)?)$/.test(line));
  const dots = lines.findIndex((line, index) => index > last && DOTS.test(line));
  const filled = dots < 0 ? lines : lines.slice(0, dots);
  for (const { first, end } of piecesOf(filled, starts)) {
    if ([...refused].some((index) => index >= first && index < end)) continue;
    const piece = filled.slice(first, end);
    const alone = parseYaml(piece.join('\n'));
    // Behind a line of dots YAML reads nothing.
    const sound = 'value' in alone && isMap(alone.value) && !piece.some((line) => DOTS.test(line));
    const asOne = sound || piece.some(isOpen);
    const found = asOne ? [] : takeStrays(piece, starts.includes(first) ? 1 : 0, values);
    const yaml = asOne ? alone : parseYaml(piece.join('\n'));
    if ('reason' in yaml) found.push(faultIn(piece, yaml));
    else if (isMap(yaml.value)) values.push(...Object.entries(yaml.value));
    else if (yaml.value !== null && yaml.value !== undefined)
      found.push({ fault: 'no-colon', index: piece.findIndex((line) => /^\s*[^\s#]/.test(line)), column: 1 });
    found.sort((one, other) => one.index - other.index);
    faults.push(...found.map((fault) => ({ ...fault, index: first + fault.index })));
  }
  if (faults.length === 0 && whole !== undefined) faults.push(faultIn(lines, whole));
  return { values, faults };
}

/** The lines of each field, and those above the first one. */
function piecesOf(
  lines: readonly string[],
  starts: readonly number[],
): { readonly first: number; readonly end: number }[] {
  const firsts = starts[0] === 0 ? [] : [0];
  for (const start of starts) {
    const last = firsts.at(-1);
    const above = lines.slice(last, start).findLast((line) => line.trim() !== '') ?? '';
    // A list in brackets that is open behind a comma goes on, also over what looks like a field.
    const goesOn = last !== undefined && isOpen(lines[last] ?? '') && /[,[{]\s*$/.test(above);
    if (!goesOn) firsts.push(start);
  }
  return firsts.map((first, at) => ({ first, end: firsts[at + 1] ?? lines.length }));
}

/** Whether a value on a line begins with a bracket or quotation mark that its line does not close. */
function isOpen(line: string): boolean {
  const value = /(?::|^\s*-)\s+(["'[{].*)$/.exec(line)?.[1] ?? '';
  if (/^["']/.test(value)) return !/^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.test(value);
  return value.replace(/[^[{]/g, '').length > value.replace(/[^\]}]/g, '').length;
}

/** Takes lines at the left margin that give no field, each with what is indented below it. Words in a row are told once. */
function takeStrays(piece: string[], from: number, values: (readonly [string, ExtraValue])[]): FaultPlace[] {
  const faults: FaultPlace[] = [];
  for (let index = from; index < piece.length; index++) {
    const line = piece[index] ?? '';
    if (!/^[^\s#]/.test(line) || /^-(?:\s|$|--\s*$)/.test(line)) continue;
    let end = index + 1;
    while (/^(?:\s|$)/.test(piece[end] ?? 'end')) end += 1;
    const yaml = parseYaml(piece.slice(index, end).join('\n'));
    piece.fill('', index, end);
    // A name that only YAML takes for one, as `a:b: c`.
    if ('value' in yaml && isMap(yaml.value)) values.push(...Object.entries(yaml.value));
    else {
      const fault = strayFault(line, index);
      if (fault.fault !== 'no-colon' || faults.at(-1)?.fault !== 'no-colon') faults.push(fault);
    }
    index = end - 1;
  }
  return faults;
}

function strayFault(line: string, index: number): FaultPlace {
  if (/^\.\.\.\s*$/.test(line)) return { fault: 'dots', index, column: 1 };
  const name = UNSPACED.exec(line)?.[1];
  if (name === undefined) return { fault: 'no-colon', index, column: 1 };
  return { fault: 'unspaced', index, column: name.length + (line.charAt(name.length - 1) === '：' ? 0 : 1) };
}

function isMap(value: ExtraValue | undefined): value is { readonly [name: string]: ExtraValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
