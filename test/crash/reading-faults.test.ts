import { describe, expect, it, vi } from 'vitest';
import { isEnvironment, isError } from '../../src/base/diagnostic.ts';
import { describe as inWords } from '../../src/base/messages/describe.ts';
import type { Memos } from '../../src/memo/memos.ts';
import { type ReadingFault, refusing } from './faulty-files.ts';
import {
  AFTER,
  buildOnto,
  cleanOf,
  differenceOn,
  forgetful,
  published,
  stamped,
  theme,
} from './ten-articles.ts';

vi.mock('../../src/picture/draw.ts', () => import('../picture/drawn-as-text.ts'));

const CODES = ['ENOSPC', 'EIO', 'EACCES', 'EMFILE'];
const site = stamped(AFTER);
const last = published();
const before = last.output().snapshot();
const after = cleanOf(AFTER).snapshot();

/** A build of the site as it is now, over the one that is published, in which one reading goes wrong. */
function buildBroken(memos: Memos, at: number, fault: ReadingFault, code = 'EIO') {
  const disk = last.output();
  const { readings, files } = refusing(at, fault, code);
  const result = buildOnto(disk, files(site), memos, { theme: files(theme) });
  return { disk, readings, result };
}

const MEMORIES: Readonly<Record<string, () => Memos>> = {
  'with nothing remembered': forgetful,
  'with what the process remembers': last.kept,
  'with what the disk remembers': last.stored,
};

describe.each(Object.entries(MEMORIES))('any one reading of a build refused, %s', (_, memories) => {
  const { readings } = buildBroken(memories(), -1, 'once');
  const cases = (['once', 'lasting'] as const).flatMap((fault) =>
    [...readings.keys()].map((at) => ({ fault, at, call: `${readings[at]?.name} ${readings[at]?.path}` })),
  );

  it('is told as a finding, and nothing is published that lacks something', () => {
    const told = new Set<string>();
    for (const { fault, at, call } of cases) {
      for (const code of CODES) {
        const message = `${code} for ${call} (${at}, ${fault})`;
        const { disk, result } = buildBroken(memories(), at, fault, code);
        if (result.ok) {
          // What is asked for twice may be had the second time.
          expect(fault, message).toBe('once');
          expect(result.published, message).toBe(true);
          expect(differenceOn(disk, after), message).toBe(undefined);
          continue;
        }
        told.add(call);
        expect(result.published, message).toBe(false);
        expect(differenceOn(disk, before), message).toBe(undefined);
        const errors = result.diagnostics.filter(isError);
        expect(errors.some(isEnvironment), message).toBe(true);
        const words = errors.map((finding) => inWords(finding, 'vi').message).join('\n');
        expect(words, message).toContain(code);
      }
    }
    expect(told.size).toBeGreaterThan(50);
  });

  it('leaves nothing that the next build believes', () => {
    for (const { fault, at, call } of cases) {
      const memos = memories();
      const { disk } = buildBroken(memos, at, fault);
      const again = disk.copy();
      buildOnto(disk, site, memos);
      expect(differenceOn(disk, after), `${call} (${at}, ${fault}), and the same memory`).toBe(undefined);
      buildOnto(again, site, last.stored());
      expect(differenceOn(again, after), `${call} (${at}, ${fault}), and another process`).toBe(undefined);
    }
  });
});

it('the build reads in every way that there is', () => {
  const { readings } = buildBroken(forgetful(), -1, 'once');
  expect([...new Set(readings.map(({ name }) => name))].sort()).toEqual(['follow', 'list', 'read', 'stat']);
});
