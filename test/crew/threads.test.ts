import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ALONE, type Crew, ThreadLost, type Work } from '../../src/base/crew.ts';
import { type BuildResult, build } from '../../src/build.ts';
import { type CrewOptions, threadCrew } from '../../src/crew/threads.ts';
import { memoryFileSystem } from '../../src/read/memory-file-system.ts';
import { nodeDisk } from '../../src/write/node-disk.ts';
import { createPacker, type PackedFiles } from '../../src/write/packed-files.ts';
import { openPublication } from '../../src/write/publish.ts';
import type { Staged } from '../../src/write/stage.ts';
import { HAND } from '../crew-of-tests.ts';
import { article, buildInput, SITE_YAML, section } from '../support.ts';

let folder = '';
const crews: Crew[] = [];
const crewOf = (options: Partial<CrewOptions> = {}): Crew => {
  const crew = threadCrew({ entry: HAND, threads: 1, least: 0, patience: 20_000, ...options });
  crews.push(crew);
  return crew;
};

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bantin-crew-'));
});
afterEach(() => {
  for (const crew of crews.splice(0)) crew.dismiss();
  rmSync(folder, { recursive: true, force: true });
});

/** A thread that does what `script` says instead of its work. */
function handThat(script: string): URL {
  const file = path.join(folder, 'hand.mjs');
  writeFileSync(file, `import { workerData } from 'node:worker_threads';\n${script}\n`);
  return pathToFileURL(file);
}

/** Sixty articles in two sections; every tenth has a finding. */
function site() {
  const files: Record<string, string> = {
    'content/site.yaml': SITE_YAML,
    'content/tin/_index.md': section('Tin tức'),
    'content/hoi/_index.md': section('Hội'),
  };
  for (let i = 0; i < 60; i++) {
    const fields = `title: Bài ${i}\ndate: ${1 + (i % 28)}/02/2020 15:47\nviews: ${i}\ntags: [t${i % 3}]`;
    const body = `## Đầu đề ${i}\n\nNội dung với [liên kết](${i % 10 === 3 ? 'khong-co.md' : 'bai-1.md'}).\n`;
    files[`content/${i % 2 ? 'tin' : 'hoi'}/bai-${i}.md`] = article(fields, body);
  }
  return memoryFileSystem(files);
}

function buildInto(out: string, crew: Crew): BuildResult {
  const owner = { pid: process.pid, startedAt: '' };
  return build(
    buildInput({
      site: site(),
      crew,
      publication: () => openPublication(nodeDisk(), out, owner, () => false, undefined, crew),
    }),
  );
}

function filesIn(root: string): ReadonlyMap<string, string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [path.relative(root, file), readFileSync(file, 'base64')]),
  );
}

/** Work of jobs that stage one file each. */
function staging(done: string[], here: (job: string) => readonly Staged[]): Work<string, readonly Staged[]> {
  return {
    task: 'stage',
    setup: { folder },
    amount: 1,
    order: (job): PackedFiles => createPacker().pack([{ path: job, content: job, standing: undefined }]),
    here,
    learn: (_, job) => void done.push(job),
  };
}
const NOT_HERE = (): never => {
  throw new Error('This thread was not to work.');
};

describe('a build', () => {
  it('is the same to the byte whoever does the work, its findings included', () => {
    const alone = buildInto(path.join(folder, 'alone'), ALONE);
    expect(alone.diagnostics.length).toBeGreaterThan(5);
    const files = filesIn(path.join(folder, 'alone'));
    expect(files.size).toBeGreaterThan(80);
    for (const threads of [1, 2, 4]) {
      const out = path.join(folder, `${threads}`);
      const { output, ...result } = buildInto(out, crewOf({ threads }));
      const { output: _, ...expected } = alone;
      expect(result).toEqual(expected);
      expect(output?.summary).toEqual(alone.output?.summary);
      expect(filesIn(out)).toEqual(files);
    }
  });

  it.each([
    ['ends', 'process.exit()'],
    ['breaks down', 'throw new Error("broken")'],
    [
      'ends in the middle of its work',
      'workerData.port.on("message", (m) => m.is === "job" && process.exit());',
    ],
    ['does not answer', 'setInterval(() => {}, 1000);'],
  ])('fails with a finding when a thread %s, and leaves nothing behind', (_, script) => {
    const out = path.join(folder, 'out');
    const { ok, published, diagnostics } = buildInto(out, crewOf({ entry: handThat(script), patience: 500 }));
    expect([ok, published, diagnostics.map(({ code }) => code)]).toEqual([false, false, ['thread-lost']]);
    expect([...filesIn(folder).keys()].filter((name) => name.startsWith('out/'))).toEqual([]);
  });
});

describe('a crew', () => {
  it('sees at once that a thread has ended', () => {
    const hand = `await import(${JSON.stringify(HAND)});\nworkerData.port.on('message', () => process.exit());`;
    const shift = crewOf({ entry: handThat(hand) }).begin(staging([], () => []));
    shift.do('a');
    const start = performance.now();
    expect(() => shift.finish()).toThrow(ThreadLost);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it('starts no thread for little work', () => {
    const done: string[] = [];
    const shift = crewOf({ least: 2, entry: handThat('process.exit()') }).begin(staging(done, () => []));
    shift.do('a');
    shift.finish();
    expect(done).toEqual(['a']);
  });

  it('has its threads started when it is told of much work, and not again when that begins', () => {
    const started = path.join(folder, 'started');
    const hand = handThat(`import { appendFileSync } from 'node:fs';
      appendFileSync(${JSON.stringify(started)}, '.');
      await import(${JSON.stringify(HAND)});`);
    const crew = crewOf({ least: 2, entry: hand });
    crew.expect(1);
    const early = crew.begin(staging([], () => []));
    early.do('a');
    early.finish();
    expect(existsSync(started)).toBe(false);
    crew.expect(2);
    crew.expect(2);
    const done: string[] = [];
    const shift = crew.begin({ ...staging(done, NOT_HERE), amount: 1 });
    shift.do('b');
    shift.finish();
    expect([done, readFileSync(started, 'utf8')]).toEqual([['b'], '.']);
  });

  it('starts none for a build that has nothing to read, whatever was wished for', () => {
    const started = path.join(folder, 'started');
    crewOf({
      entry: handThat(
        `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(started)}, '');`,
      ),
    }).expect(0);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    expect(existsSync(started)).toBe(false);
  });

  it('works itself when no thread has a hand free', () => {
    const [done, here]: [string[], string[]] = [[], []];
    const slow = handThat(`workerData.port.on('message', (order) => {
      if (order.is !== 'job') return;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
      workerData.port.postMessage({ is: 'done', done: [] });
      Atomics.add(workerData.signal, 0, 1);
      Atomics.notify(workerData.signal, 0);
    });`);
    const shift = crewOf({ entry: slow }).begin(
      staging(done, (job) => {
        here.push(job);
        return [];
      }),
    );
    for (const job of ['a', 'b', 'c', 'd']) shift.do(job);
    shift.finish();
    expect(here).toEqual(['c', 'd']);
    expect(done.sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('throws what a thread threw, with its code', () => {
    const crew = crewOf();
    writeFileSync(path.join(folder, 'site'), 'in the way');
    const shift = crew.begin(staging([], NOT_HERE));
    shift.do('tin/a');
    expect(() => shift.finish()).toThrow(expect.objectContaining({ code: 'ENOTDIR', syscall: 'mkdir' }));
  });

  it('learns nothing more of a shift that was abandoned, and the next one is not disturbed by it', () => {
    const crew = crewOf();
    const [first, second]: [string[], string[]] = [[], []];
    const shift = crew.begin(staging(first, NOT_HERE));
    shift.do('a');
    shift.abandon();
    expect(filesIn(folder)).toEqual(new Map([['site/a', Buffer.from('a').toString('base64')]]));
    crew.begin(staging(first, NOT_HERE)).do('b');
    const next = crew.begin(staging(second, NOT_HERE));
    next.do('c');
    next.finish();
    expect([first, second]).toEqual([[], ['c']]);
  });

  it('lets a shift do no more when another has begun', () => {
    const crew = crewOf();
    const [first, second] = [crew.begin(staging([], () => [])), crew.begin(staging([], () => []))];
    expect(() => first.do('a')).toThrow('Another shift');
    second.do('b');
    second.finish();
  });

  it('is as new after it was dismissed, even if a thread of it had died', () => {
    const hand = handThat(`import { existsSync, writeFileSync } from 'node:fs';
      const isFirst = !existsSync(${JSON.stringify(path.join(folder, 'dead'))});
      if (isFirst) writeFileSync(${JSON.stringify(path.join(folder, 'dead'))}, '');
      await import(${JSON.stringify(HAND)});
      if (isFirst) workerData.port.on('message', () => process.exit());`);
    const crew = crewOf({ entry: hand });
    const done: string[] = [];
    const shiftOf = (job: string) => {
      const shift = crew.begin(staging(done, NOT_HERE));
      shift.do(job);
      return shift;
    };
    const dying = shiftOf('a');
    expect(() => dying.finish()).toThrow(ThreadLost);
    for (const job of ['b', 'c']) {
      shiftOf(job).finish();
      crew.dismiss();
    }
    expect(done.slice(-2)).toEqual(['b', 'c']);
  });

  it('has no job in hand whose order could not be given', () => {
    const crew = crewOf({ patience: 2000 });
    const shift = crew.begin({ ...staging([], NOT_HERE), order: NOT_HERE });
    expect(() => shift.do('a')).toThrow('not to work');
    expect(() => shift.finish()).not.toThrow(ThreadLost);
  });
});
