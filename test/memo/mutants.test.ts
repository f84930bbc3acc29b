import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import type { Document } from '../../src/model/document.ts';
import type { Content } from '../../src/plan/page.ts';
import type { Edit } from './edits.ts';
import type { Story } from './play.ts';

vi.mock('../../src/picture/draw.ts', () => import('../picture/drawn-as-text.ts'));

type Module = Readonly<Record<string, unknown>>;
type Mutation<T> = (original: T) => Module;

const DOCUMENTS = '../../src/memo/documents.ts';
const PAGES = '../../src/memo/pages.ts';
const PRINTS = '../../src/base/prints.ts';
const RECENT = '../../src/memo/recent-bodies.ts';
const RECALL = '../../src/base/recall.ts';
const SEALED = '../../src/memo/sealed-documents.ts';
const CHANGES = '../../src/memo/changes.ts';
const FORMER = '../../src/memo/former.ts';
const MODEL = '../../src/memo/model.ts';
const SHOWN = '../../src/memo/shown-texts.ts';
const TEMPLATES = '../../src/memo/templates.ts';

afterEach(() => {
  vi.doUnmock(DOCUMENTS);
  vi.doUnmock(PAGES);
  vi.doUnmock(PRINTS);
  vi.doUnmock(RECENT);
  vi.doUnmock(RECALL);
  vi.doUnmock(SEALED);
  vi.doUnmock(CHANGES);
  vi.doUnmock(FORMER);
  vi.doUnmock(MODEL);
  vi.doUnmock(SHOWN);
  vi.doUnmock(TEMPLATES);
  vi.resetModules();
});

/** Whether stories tell a program with the fault from a sound one: so many, those with some edits among others, or the very one. */
async function isCaught<T extends Module>(
  module: string,
  mutation: Mutation<T>,
  told: number | Story | readonly Edit[] = 300,
): Promise<boolean> {
  vi.resetModules();
  vi.doMock(module, async () => {
    const original = await vi.importActual<T>(module);
    return { ...original, ...mutation(original) };
  });
  const { anyStory, play } = await import('./play.ts');
  const isOne = typeof told === 'object' && 'steps' in told;
  const edits = typeof told === 'number' || isOne ? [] : told;
  const stories = isOne ? fc.constant(told) : anyStory(10).map((story) => withEdits(story, edits));
  const { failed, errorInstance } = fc.check(
    fc.property(stories, (story) => play(story)),
    { numRuns: isOne ? 1 : typeof told === 'number' ? told : 300, endOnFailure: true },
  );
  // A mutant that cannot even run tells nothing of the stories; the program's own doubts do.
  if (failed && !/\n {2}is not\n|Has no body|There is no section/.test(String(errorInstance))) {
    throw errorInstance;
  }
  return failed;
}

/** What happens in the story, and between its steps one edit after the other: for what stories by themselves rarely do. */
function withEdits({ steps, restarts }: Story, edits: readonly Edit[]): Story {
  return {
    steps: steps.flatMap((step, index) => [step, ...edits.slice(index, index + 1).map((edit) => [edit])]),
    restarts,
  };
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

function templateEdit(name: string): Edit {
  return { does: 'write', path: `templates/${name}`, text: 'B' };
}

it('the sound program passes', async () => {
  expect(await isCaught<Pages>(PAGES, () => ({}), 10)).toBe(false);
});

it('templates that stay whatever has become of their texts are caught', async () => {
  type Templates = typeof import('../../src/memo/templates.ts');
  const mutation: Mutation<Templates> = ({ compileTemplates }) => ({
    compileTemplates: (...[files, memo, create]: Parameters<typeof compileTemplates>) =>
      memo.last?.compiled ?? compileTemplates(files, memo, create),
  });
  expect(await isCaught(TEMPLATES, mutation, [templateEdit('partials/card.njk')])).toBe(true);
});

it('bodies that are the same whatever has become of their texts are caught', async () => {
  type Recent = typeof import('../../src/memo/recent-bodies.ts');
  const caught = await isCaught<Recent>(RECENT, ({ recentBodies }) => ({
    recentBodies() {
      const { get, set } = recentBodies();
      return {
        get: (path: string) => get(path, ''),
        set: (path: string, _: string, body: Parameters<typeof set>[2]) => set(path, '', body),
      };
    },
  }));
  expect(caught).toBe(true);
});

it('a page whose key leaves out the templates is caught', async () => {
  const caught = await isCaught<Pages>(PAGES, ({ makePage }) => ({
    makePage: (...[page, publication, maker]: Parameters<typeof makePage>) =>
      makePage(page, publication, { ...maker, templates: { ...maker.templates, fingerprint: () => '' } }),
  }));
  expect(caught).toBe(true);
});

it('a plan that is held against the last one whatever has become of the templates is caught', async () => {
  const caught = await isCaught<Pages>(
    PAGES,
    ({ workOf }) => ({
      workOf: (...[pages, publication, maker]: Parameters<typeof workOf>) => {
        const { last } = maker.published;
        const published = { last: last && { ...last, templates: maker.templates } };
        return workOf(pages, publication, { ...maker, published });
      },
    }),
    [templateEdit('partials/card.njk')],
  );
  expect(caught).toBe(true);
});

it('a published file that is gone from the plan and is not dropped is caught', async () => {
  const caught = await isCaught<Pages>(PAGES, ({ workOf }) => ({
    workOf: (...[pages, publication, maker]: Parameters<typeof workOf>) =>
      workOf(pages, publication && { ...publication, drop: () => {} }, maker),
  }));
  expect(caught).toBe(true);
});

it('a page whose templates leave out those that were not there is caught', async () => {
  const caught = await isCaught<Pages>(
    PAGES,
    ({ makePage }) => ({
      makePage: (...[page, publication, maker]: Parameters<typeof makePage>) =>
        makePage(page, publication, {
          ...maker,
          render(content: Content) {
            const result = maker.render(content);
            if (!result.ok) return result;
            return { ...result, used: result.used.filter((name) => name !== 'partials/extra.njk') };
          },
        }),
    }),
    [templateEdit('partials/extra.njk')],
  );
  expect(caught).toBe(true);
});

it('a page whose key leaves out the section that an article lies in is caught', async () => {
  const caught = await isCaught<Prints>(PRINTS, ({ createPrints }) => ({
    createPrints() {
      const { of, share } = createPrints();
      const isFacts = (part: object): boolean => 'fields' in part && 'section' in part;
      return {
        of,
        share: <T extends object>(part: T) => share(isFacts(part) ? { ...part, section: '' } : part),
      };
    },
  }));
  expect(caught).toBe(true);
});

it.each(['tags', 'navigation'])('a page whose key leaves out %s is caught', async (name) => {
  expect(await isCaught(PRINTS, blindTo(name))).toBe(true);
});

/** An article names a translation, which then goes. */
const TRANSLATION: readonly Edit[] = [
  {
    does: 'write',
    path: 'content/dang/a/mot.md',
    text: '---\ntitle: Một\ndate: 17/02/2020\ntranslation: [/doan/nam/]\n---\n\nChữ.\n',
  },
  { does: 'delete', path: 'content/doan/nam.md' },
];

/** What `Page.from` of an article holds, by its place. */
it.each<[string, number, ...Edit[]]>([
  ['the chrome', 1],
  ['the facts', 2],
  ['the text', 3],
  ['the neighbours', 7],
  ['the translations', 8, ...TRANSLATION],
])('a page whose key leaves out %s is caught', async (_, place, ...edits) => {
  const caught = await isCaught<Prints>(
    PRINTS,
    ({ createPrints }) => ({
      createPrints() {
        const { of, share } = createPrints();
        const isArticle = (value: unknown): value is unknown[] =>
          Array.isArray(value) && value[0] === 'article';
        return {
          share,
          of: (value: unknown) => of(isArticle(value) ? value.with(place, '') : value),
        };
      },
    }),
    edits,
  );
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

type Changes = typeof import('../../src/memo/changes.ts');
const NO_CHANGES = { edited: [], come: [], gone: [] };

function overlooking(kind: keyof typeof NO_CHANGES): Mutation<Changes> {
  return ({ changesSince }) => ({
    changesSince(...args: Parameters<typeof changesSince>) {
      const found = changesSince(...args);
      return found && { ...found, [kind]: found[kind].slice(1) };
    },
  });
}

it.each<[string, Mutation<Changes>]>([
  ['that asks for no document what it says now', () => ({ changesSince: () => NO_CHANGES })],
  ['that overlooks one document that was edited', overlooking('edited')],
  ['that overlooks one document that came', overlooking('come')],
  ['that overlooks one document that went', overlooking('gone')],
  [
    'that takes all else for unchanged',
    ({ changesSince }) => ({
      changesSince: (...args: Parameters<typeof changesSince>) => changesSince(...args) ?? NO_CHANGES,
    }),
  ],
])('a remembered build %s is caught', async (_, mutation) => {
  expect(await isCaught<Changes>(CHANGES, mutation)).toBe(true);
});

type Former = typeof import('../../src/memo/former.ts');

it('a former site that has the documents of now is caught', async () => {
  const caught = await isCaught<Former>(FORMER, () => ({
    formerDocuments: (...[, , parsed]: Parameters<Former['formerDocuments']>) => parsed,
  }));
  expect(caught).toBe(true);
});

const MOT = 'content/dang/a/mot.md';

/** Two texts one after the other at the end of a file, each built by a process of its own. */
function appended(file: string, ...texts: readonly string[]): Story {
  return { steps: texts.map((text) => [{ does: 'append', path: file, text }]), restarts: true };
}

it('a page that does not remember whose texts it shows is caught', async () => {
  const story = appended(MOT, '\nThêm một.\n', '\nThêm hai.\n');
  const mutation: Mutation<Pages> = ({ rememberPlan }) => ({
    rememberPlan(...[pages, work, version, maker]: Parameters<typeof rememberPlan>) {
      rememberPlan(pages, work, version, maker);
      for (const [path, known] of [...maker.memo.entries()]) maker.memo.set(path, { ...known, texts: [] });
    },
  });
  expect(await isCaught<Pages>(PAGES, () => ({}), story)).toBe(false);
  expect(await isCaught<Pages>(PAGES, mutation, story)).toBe(true);
});

const WRITES_ON: Story = { ...appended(MOT, '\nThêm một.\n', '\nThêm hai.\n'), restarts: false };

it('a page that stays though a text on it has changed is caught', async () => {
  type Shown = typeof import('../../src/memo/shown-texts.ts');
  const mutation: Mutation<Shown> = ({ shownTexts }) => ({
    shownTexts: (...[pages, memo]: Parameters<typeof shownTexts>) => ({
      ...shownTexts(pages, memo),
      pagesShowing: () => [],
    }),
  });
  expect(await isCaught<Shown>(SHOWN, () => ({}), WRITES_ON)).toBe(false);
  expect(await isCaught<Shown>(SHOWN, mutation, WRITES_ON)).toBe(true);
});

it('a page that is known by its plan alone, whatever has become of its texts, is caught', async () => {
  const mutation: Mutation<Pages> = ({ makePage }) => ({
    makePage: (...[page, publication, maker]: Parameters<typeof makePage>) =>
      makePage(page, publication, { ...maker, rewritten: new Set() }),
  });
  expect(await isCaught<Pages>(PAGES, mutation, WRITES_ON)).toBe(true);
});

it('a site that is believed whatever it is made from is caught', async () => {
  type Model = typeof import('../../src/memo/model.ts');
  const mutation: Mutation<Model> = ({ recallSite }) => ({
    recallSite: (...[input, memo, make]: Parameters<typeof recallSite>) =>
      memo.last?.result ?? recallSite(input, memo, make),
  });
  expect(await isCaught<Model>(MODEL, mutation)).toBe(true);
});

it('a page of a site of few documents that is taken on trust is caught', async () => {
  const story = appended('content/dang/_index.md', '\nLời giới thiệu.\n', '\nThêm một.\n');
  const mutation: Mutation<Pages> = () => ({
    keyOfPage: (...[page, { memo }]: Parameters<Pages['keyOfPage']>) => memo.get(page.path)?.key ?? '',
  });
  expect(await isCaught<Pages>(PAGES, () => ({}), story)).toBe(false);
  expect(await isCaught<Pages>(PAGES, mutation, story)).toBe(true);
});

type Sealed = typeof import('../../src/memo/sealed-documents.ts');

const withField = (field: string): string =>
  `---\ntitle: Một\ndate: 17/02/2020 15:47\ntags: [Đại hội]\n${field}\n---\n\nChữ.\n`;
const OTHER_WORDS = '---\ntitle: Một\ndate: 17/02/2020 15:47\ntags: [Đại hội]\n---\n\nChữ khác.\n';

it.each<[string, Story, { readonly document: Partial<Document>; readonly diagnostics?: [] }]>([
  [
    'first words',
    { steps: [[{ does: 'write', path: MOT, text: OTHER_WORDS }]], restarts: true },
    { document: { excerpt: '', fieldsPrint: '' } },
  ],
  ['findings', appended(MOT, '\n<script>x</script>\n'), { document: {}, diagnostics: [] }],
  [
    'language',
    { steps: [[{ does: 'write', path: MOT, text: withField('language: en') }]], restarts: true },
    { document: { language: null, fieldsPrint: '' } },
  ],
  [
    'translations',
    { steps: [[{ does: 'write', path: MOT, text: withField('translation: /doan/nam/') }]], restarts: true },
    { document: { translations: [], fieldsPrint: '' } },
  ],
  [
    'references',
    appended(MOT, '\n[mất](khong-co.md)\n'),
    { document: { outline: { references: [], ids: [], isEmpty: false } } },
  ],
])('a document that is known without its %s is caught', async (_, story, without) => {
  const mutation: Mutation<Sealed> = ({ sealWithoutText }) => ({
    sealWithoutText(...[memo, found]: Parameters<typeof sealWithoutText>) {
      const { result } = memo;
      const document = result.document && { ...result.document, ...without.document };
      const diagnostics = without.diagnostics ?? result.diagnostics;
      return sealWithoutText({ ...memo, result: { ...result, document, diagnostics } }, found);
    },
  });
  expect(await isCaught<Sealed>(SEALED, () => ({}), story)).toBe(false);
  expect(await isCaught<Sealed>(SEALED, mutation, story)).toBe(true);
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
          ...memos,
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
