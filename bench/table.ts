import { availableParallelism, cpus } from 'node:os';

export type Row = readonly string[];

/** What a figure depends on besides the program. */
export function machine(place: string): string {
  const cores = `${availableParallelism()} cores (${cpus()[0]?.model ?? process.arch})`;
  return `Node ${process.versions.node}, ${cores}, ${place}`;
}

/** A Markdown table under a line that says what was measured and on what: it can be copied into docs/performance.md. */
export function printTable(title: string, facts: string, columns: Row, rows: readonly Row[]): void {
  const widths = columns.map((_, index) =>
    Math.max(...[columns, ...rows].map((row) => cell(row, index).length)),
  );
  const isFigure = columns.map((_, index) => rows.every((row) => /^(?:[\d≤–]|$)/.test(cell(row, index))));
  const line = (row: Row): string =>
    widths.map((width, index) => padded(cell(row, index), width, isFigure[index] === true)).join(' | ');
  const rule = widths.map((width, index) => '-'.repeat(width - 1) + (isFigure[index] === true ? ':' : '-'));
  console.log(`${title}: ${facts}\n`);
  for (const text of [line(columns), rule.join(' | '), ...rows.map(line)]) console.log(`| ${text} |`);
  console.log();
}

function cell(row: Row, index: number): string {
  return row[index] ?? '';
}

function padded(text: string, width: number, atEnd: boolean): string {
  return atEnd ? text.padStart(width) : text.padEnd(width);
}

/** A dash where the machine does not tell. */
export function figure(value: number | undefined, digits = 0): string {
  return value === undefined ? '–' : value.toFixed(digits);
}

/** `10,000` */
export function count(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** What a figure may be at most, and whether it is. */
export function budget(value: number | undefined, most: number | undefined, unit: string): string {
  if (most === undefined) return '';
  return `≤ ${most} ${unit}${value !== undefined && value > most ? ', missed' : ''}`;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
