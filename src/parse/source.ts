import type { Place } from '../base/diagnostic.ts';
import type { Spot } from '../model/body.ts';

/** A text and its lines, for telling where in it something stands. Lines end at LF and count from 1. */
export interface Source {
  /** As findings name it: `content/…`. */
  readonly path: string;
  readonly text: string;
  /** Only signs that `decode` calls ordinary: nothing in the text has to be mended. */
  readonly isOrdinary: boolean;
  /** A method, as all here are: there is one source a document, and V8 makes an object with a getter the long way. */
  lines(): readonly string[];
  /** A line, or undefined behind the last one. */
  line(number: number): string | undefined;
  /** The text from a line on; empty behind the last one. */
  from(number: number): string;
}

export function createSource(path: string, text: string, isOrdinary = false): Source {
  /** Where lines begin, as far as somebody has asked: mostly it is the front matter's alone. */
  const starts = [0];
  const startOf = (number: number): number | undefined => {
    while (starts.length < number) {
      const end = text.indexOf('\n', starts.at(-1));
      if (end < 0) return undefined;
      starts.push(end + 1);
    }
    return starts[number - 1];
  };
  let lines: readonly string[] | undefined;
  return {
    path,
    text,
    isOrdinary,
    lines() {
      lines ??= text.split('\n');
      return lines;
    },
    line(number) {
      const start = startOf(number);
      if (start === undefined) return undefined;
      const next = startOf(number + 1);
      return text.slice(start, next === undefined ? undefined : next - 1);
    },
    from(number) {
      const start = startOf(number);
      return start === undefined ? '' : text.slice(start);
    },
  };
}

/** Line and column count from 1. */
export function placeAt(source: Source, line: number, column: number): Place {
  return { path: source.path, ...spotAt(source, line, column) };
}

export function spotAt(source: Source, line: number, column: number): Spot {
  return { line, column, text: source.line(line) ?? '' };
}
