import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeSite } from './corpus.ts';
import { writeHugoSite } from './hugo-site.ts';
import { measurePublishing } from './publish.ts';

/** 20/11/2026 09:00 in Vietnam: corpora end here, whatever the day is. */
const END = Date.UTC(2026, 10, 20, 2) / 1000;
const COMMAND = path.resolve('build/bantin.js');

const BENCHES: Readonly<Record<string, (sizes: readonly number[]) => void>> = {
  publish: benchPublishing,
  cold: benchCold,
};

function benchPublishing(sizes: readonly number[]): void {
  console.log('articles | files changed by one more: median | most | all');
  for (const size of sizes.length > 0 ? sizes : [200, 2000, 20_000]) {
    const { median, most, changes } = measurePublishing({ size, count: 25, now: END });
    console.log(`${size} | ${median} | ${most} | ${changes.join(' ')}`);
  }
}

/** Whole processes, one after the other in turn, so that a drift of the machine's speed meets both. */
function benchCold(sizes: readonly number[]): void {
  console.log('articles | bantin s | hugo s | ratio (medians of 9)');
  for (const size of sizes.length > 0 ? sizes : [1000]) {
    const root = mkdtempSync(path.join(tmpdir(), 'bantin-cold-'));
    writeSite(path.join(root, 'ours'), { articles: size, end: END });
    writeHugoSite(path.join(root, 'hugo'), { articles: size, end: END });
    const ours: number[] = [];
    const hugos: number[] = [];
    for (let round = 0; round < 10; round++) {
      ours.push(time(root, process.execPath, [COMMAND, 'build', '--root', 'ours', '--out', 'out']));
      hugos.push(time(root, 'hugo', ['--quiet', '-s', 'hugo', '-d', '../out']));
    }
    rmSync(root, { recursive: true, force: true });
    const [a, b] = [median(ours.slice(1)), median(hugos.slice(1))];
    console.log(`${size} | ${a.toFixed(2)} | ${b.toFixed(2)} | ${(a / b).toFixed(2)}`);
  }
}

/** Seconds of one run into an empty folder. */
function time(root: string, command: string, args: readonly string[]): number {
  rmSync(path.join(root, 'out'), { recursive: true, force: true });
  const started = performance.now();
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'ignore' });
  if (status !== 0) throw error ?? new Error(`${command}: ${status}`);
  return (performance.now() - started) / 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const [name = '', ...sizes] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench === undefined) {
  console.error(`npm run bench -- ${Object.keys(BENCHES).join('|')} [articles …]`);
  process.exitCode = 2;
} else {
  bench(sizes.map(Number));
}
