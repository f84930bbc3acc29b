import type { Comparison, Measure } from './goals.ts';
import type { System } from './system.ts';
import { count } from './table.ts';

const WIDTH = 760;
const MARGIN = 24;
/** Where bars begin, and the room for the longest of them and for the figure behind it. */
const BARS = 132;
const LONGEST = WIDTH - BARS - MARGIN - 84;
const BAR = 14;
const ROW = 22;
const HEADING = 26;
const GAP = 20;
const TOP = 94;
const BOTTOM = 46;

/** What the picture shows, in this order; processor time is for the tables. */
const SHOWN: readonly Measure[] = ['cold', 'memory', 'same', 'watch'];
/** Of memory, one size is enough. */
const ONE_SIZE = 10_000;

/**
 * Bars of all systems, as an SVG that follows the reader's light or dark, and that says in words what it shows. Each
 * group has a scale of its own: its longest bar is the slowest. `facts` is a line on the machine.
 */
export function drawComparisons(comparisons: readonly Comparison[], facts: string): string {
  const shown = SHOWN.flatMap((measure) => comparisons.filter((one) => one.measure === measure)).filter(
    ({ measure, articles }, _, all) =>
      measure !== 'memory' ||
      articles === ONE_SIZE ||
      !all.some((other) => other.measure === 'memory' && other.articles === ONE_SIZE),
  );
  let y = TOP;
  const groups = shown.map((comparison) => {
    const group = drawGroup(comparison, y);
    y += HEADING + comparison.values.length * ROW + GAP;
    return group;
  });
  const height = y - GAP + BOTTOM;
  const systems = shown[0]?.values.map(({ system }) => system) ?? [];
  const title = `${list(systems.map(({ name }) => name))}: time and memory for the same site`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title desc">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="desc">${escaped(shown.map(sentence).join(' '))}</desc>`,
    STYLE,
    `<rect class="paper" width="${WIDTH}" height="${height}" rx="8"/>`,
    text(
      MARGIN,
      38,
      'h',
      'The same site, made three times'.replace('three', NUMBERS[systems.length] ?? 'several'),
    ),
    text(
      MARGIN,
      60,
      'note',
      'Shorter is better. Medians of whole processes, in turn; each group has its own scale.',
    ),
    ...groups,
    text(MARGIN, height - 18, 'note', `${systems.map(versioned).join(', ')}. ${facts}.`),
    '</svg>',
    '',
  ].join('\n');
}

const NUMBERS: Readonly<Record<number, string>> = { 2: 'two', 3: 'three' };

const STYLE = `<style>
text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; fill: #1d2433; }
.h { font-size: 18px; font-weight: 650; }
.g { font-weight: 600; }
.note { font-size: 12px; fill: #5a6478; }
.figure { font-variant-numeric: tabular-nums; }
.ours { font-weight: 650; }
.paper { fill: #ffffff; }
.bar { fill: #b3bac8; }
.bar.ours { fill: #b3261e; }
@media (prefers-color-scheme: dark) {
text { fill: #e7eaf1; }
.note { fill: #9aa4b8; }
.paper { fill: #161a22; }
.bar { fill: #4c566a; }
.bar.ours { fill: #ff8a80; }
}
</style>`;

function drawGroup(comparison: Comparison, top: number): string {
  const { values } = comparison;
  const most = Math.max(...values.map(({ value }) => value ?? 0));
  const rows = values.map(({ system, value }, index) => {
    const middle = top + HEADING + index * ROW;
    const ours = index === 0 ? ' ours' : '';
    const width = value === undefined || most === 0 ? 0 : Math.max(1, (value / most) * LONGEST);
    const bar = `<rect class="bar${ours}" x="${BARS}" y="${middle - BAR / 2}" width="${width.toFixed(1)}" height="${BAR}" rx="2"/>`;
    return [
      text(MARGIN, middle + 4.5, `name${ours}`, system.name),
      ...(width > 0 ? [bar] : []),
      text(BARS + width + 8, middle + 4.5, `figure${ours}`, amount(value, comparison.unit)),
    ].join('\n');
  });
  return [text(MARGIN, top + 4.5, 'g', headingOf(comparison)), ...rows].join('\n');
}

function headingOf({ title, articles }: Comparison): string {
  return `${title}, ${count(articles)} articles`;
}

/** For those who do not see the bars. */
function sentence(comparison: Comparison): string {
  const each = comparison.values.map(
    ({ system, value }) => `${system.name} ${amount(value, comparison.unit)}`,
  );
  return `${headingOf(comparison)}: ${each.join(', ')}.`;
}

/** `0.84 s`, `12 s`, `1,234 MB` */
function amount(value: number | undefined, unit: string): string {
  if (value === undefined) return 'gave up';
  const digits = unit !== 's' ? 0 : value < 10 ? 2 : value < 100 ? 1 : 0;
  const figure = digits === 0 ? count(Math.round(value)) : value.toFixed(digits);
  return `${figure} ${unit}`;
}

function versioned({ name, version }: System): string {
  return `${name} ${version}`;
}

/** `a, b and c` */
function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function text(x: number, y: number, classes: string, words: string): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" class="${classes}">${escaped(words)}</text>`;
}

function escaped(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
