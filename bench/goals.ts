import type { ColdFigures } from './cold.ts';
import type { WatchFigures } from './dev.ts';
import type { System } from './system.ts';
import { count, figure, median, printTable, type Row } from './table.ts';
import type { WarmFigures } from './warm.ts';

/** What is compared with others; the words begin a line of a table or of a picture. */
const MEASURES = {
  cold: ['Build from nothing', 's'],
  cpu: ['Processor time of a build from nothing', 's'],
  memory: ['Peak memory of a build from nothing', 'MB'],
  same: ['Build with nothing changed', 's'],
  watch: ['Watching: from a changed text to its page', 'ms'],
} as const satisfies Record<string, readonly [title: string, unit: string]>;

export type Measure = keyof typeof MEASURES;

/** Our figure divided by Hugo's, in a site of so many articles. */
export interface Goal {
  readonly measure: Measure;
  readonly articles: number;
  readonly most: number;
  /** What we would like better still. */
  readonly aim: number;
}

export const GOALS: readonly Goal[] = [
  { measure: 'cold', articles: 1000, most: 0.75, aim: 0.6 },
  { measure: 'cold', articles: 10_000, most: 0.33, aim: 0.25 },
  { measure: 'cold', articles: 50_000, most: 0.25, aim: 0.18 },
  { measure: 'cpu', articles: 10_000, most: 0.35, aim: 0.25 },
  { measure: 'memory', articles: 10_000, most: 0.35, aim: 0.25 },
  { measure: 'same', articles: 10_000, most: 0.06, aim: 0.03 },
  { measure: 'watch', articles: 10_000, most: 0.05, aim: 0.03 },
];

/** One measure of all systems, ours first. */
export interface Comparison {
  readonly measure: Measure;
  readonly title: string;
  readonly unit: string;
  readonly articles: number;
  /** undefined where a system has given up, or the machine does not tell. */
  readonly values: readonly { readonly system: System; readonly value: number | undefined }[];
}

/** All that was measured of one site or several. */
export interface Results {
  readonly cold: readonly ColdFigures[];
  readonly warm: WarmFigures;
  readonly watch: WatchFigures;
}

export function comparisonsOf({ cold, warm, watch }: Results, ours: System): Comparison[] {
  const compare = (measure: Measure, articles: number, values: Comparison['values']): Comparison => {
    const [title, unit] = MEASURES[measure];
    return { measure, title, unit, articles, values };
  };
  const others = (
    all: readonly { readonly system: System }[],
    of: (index: number) => readonly number[],
  ): Comparison['values'] => all.map(({ system }, index) => ({ system, value: finite(median(of(index))) }));
  return [
    ...cold.flatMap(({ articles, systems }) => [
      compare(
        'cold',
        articles,
        systems.map(({ system, seconds }) => ({ system, value: seconds })),
      ),
      compare(
        'cpu',
        articles,
        systems.map(({ system, cpuSeconds }) => ({ system, value: cpuSeconds })),
      ),
      compare(
        'memory',
        articles,
        systems.map(({ system, peakMegabytes }) => ({ system, value: peakMegabytes })),
      ),
    ]),
    compare('same', warm.articles, [
      { system: ours, value: median(warm.same) },
      ...others(warm.others, (index) => warm.others[index]?.seconds ?? []),
    ]),
    compare('watch', watch.articles, [
      { system: ours, value: median(watch.edits.body.map(({ page }) => page)) },
      ...others(watch.others, (index) => watch.others[index]?.pages ?? []),
    ]),
  ];
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

export type Verdict = 'met' | 'met, and the aim' | 'NOT MET' | 'not measured';

/** Our figure divided by Hugo's, and whether that is what it shall be. */
export function judge(
  goal: Goal,
  comparisons: readonly Comparison[],
): { readonly ratio: number | undefined; readonly verdict: Verdict } {
  const found = comparisons.find(
    ({ measure, articles }) => measure === goal.measure && articles === goal.articles,
  );
  const ours = found?.values[0]?.value;
  const hugo = found?.values.find(({ system }) => system.name === 'Hugo')?.value;
  if (ours === undefined || hugo === undefined) return { ratio: undefined, verdict: 'not measured' };
  const ratio = ours / hugo;
  if (ratio > goal.most) return { ratio, verdict: 'NOT MET' };
  return { ratio, verdict: ratio <= goal.aim ? 'met, and the aim' : 'met' };
}

/** The table of the goals; gives whether none of those that were measured is missed. */
export function printGoals(comparisons: readonly Comparison[], facts: string): boolean {
  const judged = GOALS.map((goal) => ({ goal, ...judge(goal, comparisons) }));
  const rows = judged.map(
    ({ goal, ratio, verdict }): Row => [
      `${MEASURES[goal.measure][0]}, ${count(goal.articles)}`,
      `≤ ${goal.most.toFixed(2)}`,
      `≤ ${goal.aim.toFixed(2)}`,
      figure(ratio, 2),
      verdict,
    ],
  );
  printTable('bantin divided by Hugo', facts, ['', 'goal', 'aim', 'is', ''], rows);
  return judged.every(({ verdict }) => verdict !== 'NOT MET');
}
