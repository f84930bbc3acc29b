import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import type { Content } from '../../src/plan/page.ts';

type Module = Readonly<Record<string, unknown>>;
type Mutation<T> = (original: T) => Module;

const DOCUMENTS = '../../src/memo/documents.ts';
const PAGES = '../../src/memo/pages.ts';
const PRINTS = '../../src/base/prints.ts';

afterEach(() => {
  vi.doUnmock(DOCUMENTS);
  vi.doUnmock(PAGES);
  vi.doUnmock(PRINTS);
  vi.resetModules();
});

/** Whether stories tell a program with the fault from a sound one. */
async function isCaught<T extends Module>(
  module: string,
  mutation: Mutation<T>,
  runs = 300,
): Promise<boolean> {
  vi.resetModules();
  vi.doMock(module, async () => {
    const original = await vi.importActual<T>(module);
    return { ...original, ...mutation(original) };
  });
  const { anyStory, play } = await import('./play.ts');
  const { failed } = fc.check(
    fc.property(anyStory(10), (story) => play(story)),
    { numRuns: runs, endOnFailure: true },
  );
  return failed;
}

type Pages = typeof import('../../src/memo/pages.ts');
type Documents = typeof import('../../src/memo/documents.ts');
type Prints = typeof import('../../src/base/prints.ts');

/** A program that forgets to look at a part of what pages are made from. */
function blindTo(name: string): Mutation<Prints> {
  return ({ createPrints }) => ({
    createPrints() {
      const { of, share } = createPrints();
      const without = (_: string, value: unknown) =>
        typeof value === 'object' && value !== null && name in value ? { ...value, [name]: null } : value;
      return { share, of: (value: unknown) => of(JSON.parse(JSON.stringify(value, without))) };
    },
  });
}

it('the sound program passes', async () => {
  expect(await isCaught<Pages>(PAGES, () => ({}), 50)).toBe(false);
});

it('a page whose key leaves out the templates is caught', async () => {
  const caught = await isCaught<Pages>(PAGES, ({ makePage }) => ({
    makePage: (...[page, publication, maker]: Parameters<typeof makePage>) =>
      makePage(page, publication, { ...maker, fingerprintTemplates: () => '' }),
  }));
  expect(caught).toBe(true);
});

it('a page whose templates leave out those that were not there is caught', async () => {
  const caught = await isCaught<Pages>(PAGES, ({ makePage }) => ({
    makePage: (...[page, publication, maker]: Parameters<typeof makePage>) =>
      makePage(page, publication, {
        ...maker,
        render(content: Content) {
          const result = maker.render(content);
          if (!result.ok) return result;
          return { ...result, used: result.used.filter((name) => name !== 'partials/extra.njk') };
        },
      }),
  }));
  expect(caught).toBe(true);
});

it.each(['tags', 'navigation', 'older'])('a page whose key leaves out %s is caught', async (name) => {
  expect(await isCaught(PRINTS, blindTo(name))).toBe(true);
});

it('a document that is remembered after it was deleted is caught', async () => {
  const caught = await isCaught<Documents>(DOCUMENTS, ({ parseDocuments }) => {
    const seen = new Map<unknown, Map<string, unknown>>();
    return {
      parseDocuments(...args: Parameters<typeof parseDocuments>) {
        const parsed = parseDocuments(...args);
        const known = seen.get(args[2]) ?? new Map();
        seen.set(args[2], known);
        for (const [index, { path }] of args[0].entries()) known.set(path, parsed.results[index]);
        return { ...parsed, results: [...known.values()] };
      },
    };
  });
  expect(caught).toBe(true);
});

it('a document that is known by its name alone is caught', async () => {
  const caught = await isCaught<Documents>(DOCUMENTS, ({ parseDocuments }) => ({
    parseDocuments: (...[sources, options, memo, parse]: Parameters<typeof parseDocuments>) =>
      parseDocuments(
        sources,
        options,
        Object.assign(Object.create(memo), {
          get: (path: string) => {
            const known = memo.get(path);
            const now = sources.find((source) => source.path === path);
            return known && now && { ...known, fingerprint: now.fingerprint };
          },
          set: memo.set.bind(memo),
          keepOnly: memo.keepOnly.bind(memo),
        }),
        parse,
      ),
  }));
  expect(caught).toBe(true);
});
