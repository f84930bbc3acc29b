import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeSite } from '../../bench/corpus.ts';
import { listFiles } from '../site/sample-site.ts';
import { REPOSITORY } from '../support.ts';

const COMMAND = path.join(REPOSITORY, 'build/bantin.js');
const folder = mkdtempSync(path.join(tmpdir(), 'bantin-timed-'));
const root = path.join(folder, 'site');
beforeAll(() => writeSite(root, { articles: 60, end: Date.UTC(2026, 10, 20, 2) / 1000 }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function build(...args: readonly string[]) {
  const env = { PATH: process.env['PATH'] ?? '', SOURCE_DATE_EPOCH: '1795500000', BANTIN_WORKERS: '1' };
  return spawnSync(process.execPath, [COMMAND, 'build', '--clean', ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur: number;
  readonly tid: number;
}

function spansOf(file: string): TraceEvent[] {
  const { traceEvents } = JSON.parse(readFileSync(file, 'utf8')) as { traceEvents: readonly TraceEvent[] };
  return traceEvents.filter(({ ph }) => ph === 'X');
}

describe('a build that is timed', () => {
  it('publishes the same bytes, records included, and traces what every thread did', () => {
    const plain = path.join(folder, 'plain');
    const timed = path.join(folder, 'timed');
    const trace = path.join(folder, 'trace.json');
    expect(build('--out', plain)).toMatchObject({ status: 0, stdout: '' });
    const { status, stdout, stderr } = build('--out', timed, '--timings', '--trace', trace);
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(
      /\n {2}khởi động +\d+\.\d{3} s[\s\S]*\n {2}tất cả +[\d.]+ s +100 %\n {2}luồng giúp 1 /,
    );
    expect(listFiles(timed)).toEqual(listFiles(plain));
    for (const file of listFiles(plain)) {
      const [a, b] = [plain, timed].map((out) => readFileSync(path.join(out, file)));
      expect(a && b?.equals(a), file).toBe(true);
    }

    const spans = spansOf(trace);
    const own = spans.filter(({ tid }) => tid === 0);
    const stages = [
      'start',
      'read',
      'compare',
      'parse',
      'model',
      'plan',
      'templates',
      'render',
      'write',
      'save',
    ];
    expect(own.map(({ name }) => name).filter((name) => !name.includes('/'))).toEqual(
      expect.arrayContaining(stages),
    );
    expect(new Set(spans.filter(({ tid }) => tid === 1).map(({ name }) => name))).toEqual(
      new Set(['parse', 'stage']),
    );
    // Of two spans of one thread, one ends before the other begins, or lies in it.
    const crossed = own.filter((a) =>
      own.some((b) => b.ts < a.ts && a.ts < b.ts + b.dur && b.ts + b.dur < a.ts + a.dur),
    );
    expect(crossed).toEqual([]);
    // By the same clock as what waits for it.
    const parse = own.find(({ name }) => name === 'parse');
    const helped = spans.find(({ name, tid }) => name === 'parse' && tid === 1);
    expect(helped?.ts).toBeGreaterThan((parse?.ts ?? 0) - 1000);
    expect((helped?.ts ?? 0) + (helped?.dur ?? 0)).toBeLessThan((parse?.ts ?? 0) + (parse?.dur ?? 0) + 1000);
  });

  it('tells it in the JSON, and only if it was asked', () => {
    const { timings } = JSON.parse(build('--json', '--timings').stdout);
    expect(timings.stages.map(({ stage }: { stage: string }) => stage)).toContain('render');
    expect(timings.total).toBeGreaterThan(0);
    expect(JSON.parse(build('--json').stdout)).not.toHaveProperty('timings');
  });

  it('says so if the trace cannot be written, when the site has been published', () => {
    const { status, stderr } = build('--trace', path.join(folder, 'nowhere/trace.json'));
    expect(status).toBe(2);
    expect(stderr).toMatch(/Đã dựng 60 bài.*\nkhông ghi được .*nowhere.trace\.json \(ENOENT\)\n$/);
  });
});
