import type { Spot } from '../../model/body.ts';
import { type Source, spotAt } from '../source.ts';
import type { Token } from './engine.ts';

/** How something comes to a target: what stands right before it. */
export type Writing = 'markdown' | 'bare' | 'html';

const BEFORE: Readonly<Record<Writing, RegExp>> = {
  markdown: /\] ?\(\s*<?$/,
  // A bare address may stand between `<` and `>`; what is a part of a longer one is none.
  bare: /(?:^|[^\p{L}\p{N}(]|(?<!\])\()$/u,
  html: /=\s*["']?\s*$/,
};
/** Where nothing is named: the place is that of the bracket, or of the attribute. */
const EMPTY: Readonly<Record<Writing, RegExp>> = {
  markdown: /(?<=\] ?)\(\s*(?:<\s*>\s*)?[)"']/g,
  bare: /(?!)/g,
  html: /\b(?:src|href)\s*=\s*(?:""|'')/gi,
};
/** As much before a target as is looked at. */
const LEAD = 12;
/** A target further off than this is not looked for: a line may be half a megabyte, with thousands of links. */
const REACH = 20_000;

/**
 * Tells where the targets of links and pictures stand. It is asked in the order of the text, and goes on behind the last one
 * found: so the second of two that are the same has a place of its own.
 */
export interface TargetPlaces {
  /** Within the lines of a block from `offset` on. What is nowhere as it was written is told at the first of these lines. */
  find(block: Pick<Token, 'map'>, target: string, writing: Writing, offset?: number): Spot;
  /** Nothing up to the end of a piece of code is a link. */
  pass(block: Pick<Token, 'map'>, code: string): void;
}

export function createTargetPlaces(source: Source, bodyLine: number): TargetPlaces {
  /** Behind what was found last; the column counts from 0. */
  let lastLine = 0;
  let lastColumn = 0;

  const look = (
    block: Pick<Token, 'map'>,
    offset: number,
    columnIn: (written: string, from: number) => number,
  ): Spot | undefined => {
    const [start, end] = block.map ?? [0, 1];
    const first = bodyLine + start + offset;
    const last = bodyLine + end - 1;
    // What stands above may come later: texts of footnotes come last.
    const goesOn = lastLine >= first && lastLine <= last;
    let left = REACH;
    for (let line = goesOn ? lastLine : first; line <= last && left > 0; line++) {
      const from = goesOn && line === lastLine ? lastColumn : 0;
      const whole = source.line(line) ?? '';
      const written = whole.length > from + left ? whole.slice(0, from + left) : whole;
      const column = columnIn(written, from);
      if (column >= 0) return spotAt(source, line, column + 1);
      left -= written.length - from;
    }
    return undefined;
  };
  const goOnBehind = (spot: Spot | undefined, text: string): Spot | undefined => {
    if (spot === undefined) return undefined;
    lastLine = spot.line;
    lastColumn = spot.column - 1 + text.length;
    return spot;
  };

  return {
    find(block, target, writing, offset = 0) {
      const first = bodyLine + (block.map?.[0] ?? 0) + offset;
      if (target.trim() === '') {
        const nothing = look(block, offset, (line, from) => columnOf(EMPTY[writing], line, from));
        return goOnBehind(nothing, '(') ?? spotAt(source, first, 1);
      }
      const before = BEFORE[writing];
      const spot = look(block, offset, (line, from) => columnBehind(line, from, target, before));
      // Behind the name of a link that stands elsewhere there is no target: what looks like one may be any word.
      return (
        goOnBehind(spot, target) ??
        look(block, offset, (line, from) => line.indexOf(target, from)) ??
        spotAt(source, first, 1)
      );
    },
    pass(block, code) {
      goOnBehind(
        look(block, 0, (line, from) => line.indexOf(code, from)),
        code,
      );
    },
  };
}

function columnOf(pattern: RegExp, line: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(line)?.index ?? -1;
}

/** Where a target stands behind what leads to it; -1 if it does not. */
function columnBehind(line: string, from: number, target: string, before: RegExp): number {
  let column = line.indexOf(target, from);
  while (column >= 0 && !before.test(line.slice(Math.max(0, column - LEAD), column)))
    column = line.indexOf(target, column + 1);
  return column;
}
