import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import type { Content } from '../../src/plan/page.ts';

type Module = Readonly<Record<string, unknown>>;
type Mutation<T> = (original: T) => Module;

const DOCUMENTS = '../../src/memo/documents.ts';
const PAGES = '../../src/memo/pages.ts';
const PRINTS = '../../src/base/prints.ts';
const RECALL = '../../src/base/recall.ts';
const WHOLE = '../../src/memo/whole.ts';

afterEach(() => {
  vi.doUnmock(DOCUMENTS);
  vi.doUnmock(PAGES);
  vi.doUnmock(PRINTS);
  vi.doUnmock(RECALL);
  vi.doUnmock(WHOLE);
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
  const { failed, errorInstance } = fc.check(
    fc.property(anyStory(10), (story) => play(story)),
    { numRuns: runs, endOnFailure: true },
  );
  // A mutant that cannot even run tells nothing of the stories; the program's own doubts do.
  if (failed && !/\n {2}is not\n|Has no body|There is no section/.test(String(errorInstance))) {
    throw errorInstance;
  }
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
      makePage(page, publication, { ...maker, templates: { ...maker.templates, fingerprint: () => '' } }),
  }));
  expect(caught).toBe(true);
});

it('a plan that is held against the last one whatever has become of the templates is caught', async () => {
  const caught = await isCaught<Pages>(PAGES, ({ pagesToMake }) => ({
    pagesToMake: (...[pages, publication, maker]: Parameters<typeof pagesToMake>) => {
      const { last } = maker.published;
      const published = { last: last && { ...last, templates: maker.templates } };
      return pagesToMake(pages, publication, { ...maker, published });
    },
  }));
  expect(caught).toBe(true);
});

it('a published file that is gone from the plan and is not dropped is caught', async () => {
  const caught = await isCaught<Pages>(PAGES, ({ pagesToMake }) => ({
    pagesToMake: (...[pages, publication, maker]: Parameters<typeof pagesToMake>) =>
      pagesToMake(pages, publication && { ...publication, drop: () => {} }, maker),
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

it.each(['tags', 'navigation'])('a page whose key leaves out %s is caught', async (name) => {
  expect(await isCaught(PRINTS, blindTo(name))).toBe(true);
});

/** What `Page.from` of an article holds, by its place. */
it.each([
  ['the chrome', 1],
  ['the facts', 2],
  ['the text', 3],
  ['the neighbours', 6],
])('a page whose key leaves out %s is caught', async (_, place) => {
  const caught = await isCaught<Prints>(PRINTS, ({ createPrints }) => ({
    createPrints() {
      const { of, share } = createPrints();
      const isArticle = (value: unknown): value is unknown[] =>
        Array.isArray(value) && value[0] === 'article';
      return {
        share,
        of: (value: unknown) => of(isArticle(value) ? value.with(place, '') : value),
      };
    },
  }));
  expect(caught).toBe(true);
});

type Recall = typeof import('../../src/base/recall.ts');

it.each(['number of items', 'first item'])('lists that are known by their %s are caught', async (look) => {
  const caught = await isCaught<Recall>(RECALL, ({ createRecall }) => ({
    createRecall() {
      const recall = createRecall();
      const kept = new WeakMap<object, Map<unknown, object>>();
      const looksSame = (a: unknown, b: unknown) =>
        Array.isArray(a) &&
        Array.isArray(b) &&
        (look === 'first item' ? a[0] === b[0] && a.length > 0 : a.length === b.length);
      const keep: typeof recall.keep = (owner, name, value) => {
        const own = kept.get(owner) ?? new Map();
        kept.set(owner, own);
        const last = own.get(name);
        const now = looksSame(last, value) ? last : recall.keep(owner, name, value);
        own.set(name, now);
        return now;
      };
      return { ...recall, keep };
    },
  }));
  expect(caught).toBe(true);
});

it('what is recalled by its first argument alone is caught', async () => {
  const caught = await isCaught<Recall>(RECALL, ({ createRecall }) => ({
    createRecall() {
      const { for: recalled, ...others } = createRecall();
      const known = new Map<unknown, WeakMap<object, unknown>>();
      return {
        ...others,
        for(make: (key: object, ...from: unknown[]) => unknown) {
          const values = known.get(make) ?? new WeakMap<object, unknown>();
          known.set(make, values);
          return (key: object, ...from: unknown[]) => {
            if (!values.has(key)) values.set(key, recalled(make)(key, ...from));
            return values.get(key);
          };
        },
      };
    },
  }));
  expect(caught).toBe(true);
});

it('a whole build that is remembered whatever has been written is caught', async () => {
  const caught = await isCaught<typeof import('../../src/memo/whole.ts')>(WHOLE, ({ rememberWhole }) => {
    let last: ReturnType<typeof rememberWhole>;
    return {
      rememberWhole(...args: Parameters<typeof rememberWhole>) {
        last = rememberWhole(...args);
        return last;
      },
      recallWhole: () =>
        last && {
          ...last,
          ok: true,
          published: true,
          output: undefined,
          rendered: [],
          summary: last.summary,
        },
    };
  });
  expect(caught).toBe(true);
});

it('a document that is remembered after it was deleted is caught', async () => {
  const caught = await isCaught<Documents>(DOCUMENTS, ({ parseDocuments }) => {
    const seen = new Map<unknown, Map<string, unknown>>();
    return {
      parseDocuments(...args: Parameters<typeof parseDocuments>) {
        const parsed = parseDocuments(...args);
        const known = seen.get(args[2]) ?? new Map();
        seen.set(args[2], known);
        for (const document of parsed.documents.flat()) known.set(document.path, document);
        return { ...parsed, documents: [[...known.values()]] };
      },
    };
  });
  expect(caught).toBe(true);
});

it('a document that is known by its name alone is caught', async () => {
  const caught = await isCaught<Documents>(DOCUMENTS, ({ parseDocuments }) => ({
    parseDocuments: (...[sources, options, memos, crew, parse]: Parameters<typeof parseDocuments>) =>
      parseDocuments(
        sources,
        options,
        {
          parsed: new WeakMap(),
          documents: new Proxy(memos.documents, {
            get(target, name) {
              const value = Reflect.get(target, name, target);
              if (name !== 'get') return typeof value === 'function' ? value.bind(target) : value;
              return (path: string) => {
                const known = memos.documents.get(path);
                const now = sources.flat().find((source) => source.path === path);
                return known && now && { ...known, fingerprint: now.fingerprint };
              };
            },
          }),
        },
        crew,
        parse,
      ),
  }));
  expect(caught).toBe(true);
});
