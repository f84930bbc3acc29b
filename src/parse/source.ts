import type { Place } from '../base/diagnostic.ts';
import type { Spot } from '../model/body.ts';

/** A text and its lines, for telling where in it something stands. */
export interface Source {
  /** As findings name it: `content/…`. */
  readonly path: string;
  readonly lines: readonly string[];
}

export function createSource(path: string, text: string): Source {
  return { path, lines: text.split('\n') };
}

/** Line and column count from 1. */
export function placeAt(source: Source, line: number, column: number): Place {
  return { path: source.path, ...spotAt(source, line, column) };
}

export function spotAt(source: Source, line: number, column: number): Spot {
  return { line, column, text: source.lines[line - 1] ?? '' };
}
