import { describe, expect, it } from 'vitest';
import { STAGES } from '../../src/base/stopwatch.ts';
import { startStopwatch } from '../../src/cli/stopwatch.ts';
import { formatTimings, jsonTimings } from '../../src/cli/timings.ts';
import { traceOf } from '../../src/cli/trace.ts';
import { cliWords } from '../../src/cli/words.ts';

/** A stopwatch of a program that started at 1,000,000, and how to let time go by. */
function stopped() {
  let now = 0;
  const stopwatch = startStopwatch(() => now, 1_000_000);
  const wait = (milliseconds: number): void => {
    now += milliseconds;
  };
  return { stopwatch, wait };
}

describe('a stopwatch', () => {
  it('tells what each stage took, in order, those that came twice together', () => {
    const { stopwatch, wait } = stopped();
    stopwatch.note('start', 0, 5);
    stopwatch.time('plan', () => wait(3));
    stopwatch.time('read', () => wait(20));
    stopwatch.time('read', () => wait(1.5));
    expect(jsonTimings(stopwatch.timings(), 40)).toEqual({
      stages: [
        { stage: 'start', ms: 5 },
        { stage: 'read', ms: 21.5 },
        { stage: 'plan', ms: 3 },
      ],
      threads: [],
      total: 40,
    });
  });

  it('gives what the work gives, and throws what it throws', () => {
    const { stopwatch, wait } = stopped();
    expect(stopwatch.time('model', () => 7)).toBe(7);
    expect(stopwatch.page('a.html', () => 8)).toBe(8);
    const fail = (): never => {
      wait(2);
      throw new Error('kaputt');
    };
    expect(() => stopwatch.time('render', fail)).toThrow('kaputt');
    expect(() => stopwatch.page('b.html', fail)).toThrow('kaputt');
    expect(stopwatch.timings().spans.map(({ name }) => name)).toEqual(['model', 'render', 'page']);
  });

  it('counts all pages, and names those that took a millisecond', () => {
    const { stopwatch, wait } = stopped();
    for (const milliseconds of [0.1, 1, 0.9])
      stopwatch.page(`${milliseconds}.html`, () => wait(milliseconds));
    const { pages, spans } = stopwatch.timings();
    expect([pages, spans.map(({ path }) => path)]).toEqual([3, ['1.html']]);
  });
});

describe('the table', () => {
  it('adds up, in the words of the language', () => {
    const { stopwatch, wait } = stopped();
    stopwatch.time('read', () => wait(250));
    stopwatch.time('render', () => wait(500));
    stopwatch.elsewhere(1, 'parse', 1_000_100, 1_000_350);
    const text = formatTimings(stopwatch.timings(), 1000, 'vi');
    expect(text).toBe(
      [
        '  đọc tệp         0.250 s   25 %  █████',
        '  dựng trang      0.500 s   50 %  ██████████',
        '  việc khác       0.250 s   25 %  █████',
        '  tất cả          1.000 s  100 %',
        '  luồng giúp 1    0.250 s   25 %',
        '',
      ].join('\n'),
    );
    expect(formatTimings(stopwatch.timings(), 1000, 'en')).toContain('  everything else ');
  });

  it.each(['vi', 'en'] as const)('has a word of its own for every stage: %s', (language) => {
    const { stages } = cliWords(language);
    expect(Object.keys(stages)).toEqual([...STAGES]);
    expect(new Set(Object.values(stages)).size).toBe(STAGES.length);
  });
});

describe('a trace', () => {
  it('has threads by number, and pages within their stage', () => {
    const { stopwatch, wait } = stopped();
    wait(10);
    stopwatch.time('render', () => {
      stopwatch.page('a.html', () => wait(2));
      wait(1);
    });
    stopwatch.elsewhere(2, 'stage', 1_000_004, 1_000_006);
    const { traceEvents } = JSON.parse(traceOf(stopwatch.timings()));
    const common = { ph: 'X', pid: 1 };
    expect(traceEvents).toEqual([
      { name: 'thread_name', ph: 'M', pid: 1, tid: 0, args: { name: 'build' } },
      { name: 'thread_name', ph: 'M', pid: 1, tid: 2, args: { name: 'thread 2' } },
      { ...common, name: 'stage', cat: 'stage', ts: 4000, dur: 2000, tid: 2, args: {} },
      { ...common, name: 'render', cat: 'stage', ts: 10_000, dur: 3000, tid: 0, args: { pages: 1 } },
      { ...common, name: 'a.html', cat: 'page', ts: 10_000, dur: 2000, tid: 0, args: {} },
    ]);
  });
});
