import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Disk } from '../../src/write/disk.ts';
import { OutputError } from '../../src/write/output.ts';
import { type Fault, faulty, intercepted } from './intercepted-disk.ts';
import { common, complaints, type LittleSite, publish, render } from './little-site.ts';
import { type MemoryDisk, memoryDisk } from './memory-disk.ts';

const ROOT = '/out';
const PAGES = [
  'index.html',
  'a/index.html',
  'a/b/index.html',
  'c/index.html',
  'd.html',
  'e.html',
  'f/g.html',
];
const ASSETS = ['a/anh.jpg', 'style.css', 'f/tep.pdf'];
const PATHS = [...PAGES, ...ASSETS];

/** Any site: the front page, any of the other files, any links between them. */
const anySite: fc.Arbitrary<LittleSite> = fc
  .tuple(
    fc.subarray(PATHS),
    fc.array(fc.subarray(PATHS), { minLength: PAGES.length, maxLength: PAGES.length }),
  )
  .map(([chosen, links]) => {
    const paths = new Set(['index.html', ...chosen]);
    return Object.fromEntries(
      [...paths].map((path) => {
        const page = PAGES.indexOf(path);
        return [
          path,
          page < 0 ? ('asset' as const) : (links[page] ?? []).filter((target) => paths.has(target)),
        ];
      }),
    );
  });

interface Step {
  readonly site: LittleSite;
  /** The call that goes wrong; a build has some fifty. */
  readonly at: number;
  readonly fault: Fault;
}

function anyStep(site: fc.Arbitrary<LittleSite>): fc.Arbitrary<Step> {
  return fc.record({
    site,
    at: fc.nat({ max: 70 }),
    fault: fc.constantFrom<Fault>('refused', 'done', 'killed', 'killed'),
  });
}

/** Whether the build came to its end. Any error but one with findings is thrown. */
function publishes(disk: Disk, files: ReadonlyMap<string, string>): boolean {
  try {
    publish(disk, ROOT, files);
    return true;
  } catch (cause) {
    if (cause instanceof OutputError) return false;
    throw cause;
  }
}

function clean(
  files: ReadonlyMap<string, string>,
  theirs: Readonly<Record<string, string>> = {},
): MemoryDisk {
  const disk = memoryDisk();
  for (const [path, text] of Object.entries(theirs)) {
    const file = `${ROOT}/${path}`;
    disk.makeFolder(file.slice(0, file.lastIndexOf('/')));
    disk.write(file, Buffer.from(text));
  }
  publish(disk, ROOT, files);
  return disk;
}

function textAt(disk: Disk, path: string): string | undefined {
  const bytes = disk.read(`${ROOT}/${path}`);
  return bytes && Buffer.from(bytes).toString();
}

test('through any chain of builds that go wrong anywhere, readers meet whole pages and no dead link', () => {
  fc.assert(
    fc.property(anySite, fc.array(anyStep(anySite), { minLength: 1, maxLength: 4 }), (first, steps) => {
      const editions = [render(first, 'first')];
      const disk = clean(render(first, 'first'));
      // The pages that readers may rely on are in all sites since the last that was published to its end.
      let since = [...editions];
      steps.forEach(({ site, at, fault }, number) => {
        const files = render(site, `edition ${number}`);
        editions.push(files);
        since.push(files);
        const entrances = common(since);
        const broken = faulty(disk, at, fault);
        const watched = intercepted(broken, (call, run) => {
          try {
            return run();
          } finally {
            const found = complaints((path) => textAt(disk, path), entrances, editions);
            expect(found, `build ${number}, after ${call.name} ${call.path}`).toEqual([]);
          }
        });
        if (publishes(watched, files)) since = [files];
      });
    }),
    { numRuns: 100 },
  );
});

/** Sites in which a path may be a file in one and a folder in another. */
const anyTangledSite: fc.Arbitrary<LittleSite> = fc
  .subarray(['a', 'a/b', 'a/b/c', 'a/b/d', 'e/f', 'e/g/h', 'index.html'])
  .map((paths) => {
    const kept = paths.filter((path) => !paths.some((other) => path.startsWith(`${other}/`)));
    return Object.fromEntries(kept.map((path) => [path, path.endsWith('d') ? [] : 'asset']));
  });

test('after any chain of builds that go wrong anywhere, the next one equals a clean one', () => {
  const theirs = { 'theirs.txt': 'theirs', 'e/theirs.txt': 'theirs' };
  const site = fc.oneof(anySite, anyTangledSite);
  fc.assert(
    fc.property(fc.array(anyStep(site), { minLength: 1, maxLength: 4 }), site, (steps, last) => {
      const disk = clean(new Map(), theirs);
      steps.forEach(({ site: next, at, fault }, number) => {
        publishes(faulty(disk, at, fault), render(next, `edition ${number}`));
      });
      publish(disk, ROOT, render(last, 'last'));
      expect(disk.snapshot()).toEqual(clean(render(last, 'last'), theirs).snapshot());
    }),
    { numRuns: 200 },
  );
});

test('whatever happens to the records, no file of theirs is touched and nothing but a finding is thrown', () => {
  const theirs = { 'c/index.html': 'theirs', 'f/theirs.txt': 'theirs', 'style.css': 'theirs' };
  const spoil = fc.record({
    record: fc.constantFrom('manifest', 'journal'),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(fc.oneof(anyStep(anySite), spoil), { maxLength: 6 }), (steps) => {
      const disk = clean(new Map(), theirs);
      steps.forEach((step, number) => {
        if ('site' in step) {
          publishes(faulty(disk, step.at, step.fault), render(step.site, `edition ${number}`));
        } else {
          const path = `${ROOT}/.bantin/${step.record}.json`;
          const bytes = disk.read(path);
          if (bytes) disk.write(path, bytes.subarray(0, Math.floor(bytes.length * step.share)));
        }
        for (const [path, text] of Object.entries(theirs)) expect(textAt(disk, path)).toBe(text);
      });
    }),
    { numRuns: 200 },
  );
});

test('2,000 files after any edits are what a clean build would have made', () => {
  const disk = memoryDisk();
  const start = new Map(
    Array.from({ length: 2000 }, (_, i) => [`tin/${i % 40}/bai-${i}/index.html`, `page ${i}\nend`] as const),
  );
  const edit = fc.record({
    number: fc.nat({ max: 2100 }),
    text: fc.option(fc.string({ unit: 'grapheme', maxLength: 9 })),
  });
  let published = new Map<string, string>(start);
  publish(disk, ROOT, published);
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 50 }), (edits) => {
      const next = new Map(published);
      for (const { number, text } of edits) {
        const path = `tin/${number % 40}/bai-${number}/index.html`;
        if (text === null) next.delete(path);
        else next.set(path, text);
      }
      const summary = publish(disk, ROOT, next);
      const changed = [...next].filter(([path, text]) => published.get(path) !== text).length;
      expect(summary).toEqual({
        written: changed,
        unchanged: next.size - changed,
        deleted: [...published.keys()].filter((path) => !next.has(path)).length,
      });
      published = next;
    }),
    { numRuns: 5 },
  );
  expect(disk.snapshot()).toEqual(clean(published).snapshot());
});
