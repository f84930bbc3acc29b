import { describe, expect, it, vi } from 'vitest';
import { isEnvironment } from '../../src/base/diagnostic.ts';
import type { BuildResult } from '../../src/build.ts';
import type { Memos } from '../../src/memo/memos.ts';
import { type Call, type Fault, faulty, intercepted, recorded } from '../write/intercepted-disk.ts';
import type { MemoryDisk } from '../write/memory-disk.ts';
import { crawler } from './crawler.ts';
import { AFTER, BEFORE, buildOnto, cleanOf, differenceOn, published, ROOT, stamped } from './ten-articles.ts';

vi.mock('../../src/picture/draw.ts', () => import('../picture/drawn-as-text.ts'));

const CODES = ['ENOSPC', 'EIO', 'EACCES', 'EMFILE'];
const FAULTS: readonly Fault[] = ['refused', 'done', 'killed'];
const RECORDS = `${ROOT}/.bantin`;

const site = stamped(AFTER);
const last = published();
const clean = cleanOf(AFTER);
const after = clean.snapshot();
const editions = [cleanOf(BEFORE), clean];

/** A build of the site as it is now, over the one that is published, in which one call of the output goes wrong. */
function buildBroken(memos: Memos, at: number, fault: Fault, code: string) {
  const disk = last.output();
  const calls: Call[] = [];
  const result = buildOnto(recorded(faulty(disk, at, fault, code), calls), site, memos);
  const done = calls.slice(0, fault === 'done' ? at + 1 : at);
  const begun = done.some(
    ({ name, path }) => (name === 'rename' || name === 'removeFile') && !path.startsWith(RECORDS),
  );
  return { disk, calls, result, begun };
}

const { calls } = buildBroken(last.kept(), -1, 'refused', '');
const numbers = [...calls.keys()];

function siteOf(disk: MemoryDisk): string {
  const files = Object.entries(disk.snapshot(RECORDS));
  return JSON.stringify(files.filter(([, text]) => text !== null));
}

/** What a reader complains of who follows all links from where readers begin. */
function complaintsAbout(disk: MemoryDisk): readonly string[] {
  const read = (from: MemoryDisk, file: string) => from.read(`${ROOT}/${file}`);
  const reader = crawler(
    (file) => read(disk, file),
    (file) => editions.some((edition) => same(read(edition, file), read(disk, file))),
  );
  reader.wholeSite();
  return reader.complaints;
}

function same(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a !== undefined && b !== undefined && Buffer.compare(a, b) === 0;
}

type Broken = ReturnType<typeof buildBroken>;

function expectToTell(
  result: BuildResult,
  {
    fault,
    code,
    begun,
    disk,
  }: Pick<Broken, 'begun' | 'disk'> & { readonly fault: Fault; readonly code: string },
  message: string,
): void {
  if (result.ok) {
    expect(siteOf(disk), message).toBe(siteOf(clean));
    return;
  }
  expect(result.published, message).toBe(false);
  // What a process would say that is dead, nobody hears.
  if (fault === 'killed') return;
  const [finding, ...others] = result.diagnostics;
  expect(others, message).toEqual([]);
  expect(finding, message).toMatchObject(
    code === 'ENOSPC'
      ? { code: 'output-full', params: { begun } }
      : { code: 'output-failed', params: { begun, reason: expect.stringContaining(code) } },
  );
  expect(finding && isEnvironment(finding), message).toBe(true);
}

describe.each(FAULTS)('any one call of the output %s', (fault) => {
  it.each(fault === 'refused' ? CODES : ['EIO'])(
    'with %s: before the first rename nothing has changed, after it all that is led to is whole, and the next build mends it',
    (code) => {
      const old = siteOf(last.output());
      const whole = last.output().snapshot();
      let untouched = 0;
      for (const at of numbers) {
        const { disk, result, begun } = buildBroken(last.stored(), at, fault, code);
        const message = `${code} for call ${at}: ${calls[at]?.name} ${calls[at]?.path}`;
        if (!begun) {
          untouched += 1;
          expect(siteOf(disk), message).toBe(old);
          // A lock that the disk made and said that it had not cannot be told from another's.
          const isLock = fault === 'done' && calls[at]?.name === 'writeNew';
          if (fault !== 'killed' && !isLock) expect(differenceOn(disk, whole), message).toBe(undefined);
        }
        expect(complaintsAbout(disk), message).toEqual([]);
        expectToTell(result, { fault, code, begun, disk }, message);
        if (code !== 'EIO') continue;
        buildOnto(disk, site, last.stored());
        expect(differenceOn(disk, after), `${message}, and the next build in another process`).toBe(
          undefined,
        );
      }
      expect(untouched).toBeGreaterThan(30);
      expect(untouched).toBeLessThan(numbers.length - 30);
    },
  );

  it('the next build equals a clean one, with what the process remembers', () => {
    for (const at of numbers) {
      const memos = last.kept();
      const { disk } = buildBroken(memos, at, fault, 'EIO');
      buildOnto(disk, site, memos);
      expect(differenceOn(disk, after), `call ${at}: ${calls[at]?.name} ${calls[at]?.path}`).toBe(undefined);
    }
  });

  it('the next build equals a clean one, of the site as it was', () => {
    const before = last.output().snapshot();
    for (const at of numbers) {
      const memos = last.kept();
      const { disk } = buildBroken(memos, at, fault, 'EIO');
      buildOnto(disk, stamped(BEFORE), memos);
      expect(differenceOn(disk, before), `call ${at}: ${calls[at]?.name} ${calls[at]?.path}`).toBe(undefined);
    }
  });
});

it('the reader meets every file but the records, the list of old addresses and a style that no page asks for', () => {
  const met = new Set<string>();
  crawler(
    (file) => clean.read(`${ROOT}/${file}`),
    (file) => Boolean(met.add(`${ROOT}/${file}`)),
  ).wholeSite();
  const missed = Object.entries(after).filter(([file, text]) => text !== null && !met.has(file));
  expect(missed.map(([file]) => file.replace(/\.\w{10}\./, '.')).sort()).toEqual([
    `${RECORDS}/manifest.json`,
    `${ROOT}/assets/print.css`,
    `${ROOT}/redirects.txt`,
  ]);
});

it('after every single call of a build, all that is led to is whole', () => {
  const disk = last.output();
  let looks = 0;
  const watched = intercepted(disk, (call, run) => {
    const value = run();
    looks += 1;
    expect(complaintsAbout(disk), `after ${call.name} ${call.path}`).toEqual([]);
    return value;
  });
  expect(buildOnto(watched, site, last.stored()).ok).toBe(true);
  expect(looks).toBe(calls.length);
});
