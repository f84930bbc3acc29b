import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Allowance,
  exportNothingByDefault,
  giveLibrariesOneUser,
  haveNoRoomForEverything,
  isPlanner,
  keepPlannersApart,
  keepPure,
  keepTable,
  keepToPartsOfNode,
  leaveLanguagesToUs,
  type Rule,
  recallFunctionsOfModules,
  stayShort,
} from './house-rules.ts';
import { parseSource, readSourceTree } from './source-tree.ts';
import { REPOSITORY } from './support.ts';

/** Who may import whom. A new folder of `src/` needs a line here. */
const TABLE: Readonly<Record<string, Allowance>> = {
  base: { code: [], types: [] },
  read: { code: ['base'], types: [] },
  parse: { code: ['base', 'model'], types: [] },
  model: { code: ['base'], types: [] },
  plan: { code: ['base', 'model'], types: [] },
  picture: { code: ['base'], types: [] },
  render: { code: ['base', 'picture'], types: ['plan', 'model'] },
  write: { code: ['base'], types: ['*'] },
  memo: { code: ['base'], types: ['*'] },
  crew: { code: ['base', 'parse', 'write', 'memo'], types: [] },
  client: { code: ['base'], types: [] },
  import: { code: ['base', 'build.ts'], types: ['*'] },
  serve: { code: ['base', 'build.ts'], types: ['*'] },
  views: { code: ['base', 'build.ts'], types: ['*'] },
  cli: { code: ['*'], types: [] },
  start: { code: [], types: ['cli', 'crew'] },
  'build.ts': {
    code: [
      'base',
      'read',
      'parse',
      'model',
      'plan',
      'render',
      'write',
      'memo',
      'publish-pages.ts',
      'sound-part.ts',
      'refused-build.ts',
    ],
    types: [],
  },
  'publish-pages.ts': { code: ['base', 'read', 'write', 'memo'], types: ['plan', 'build.ts'] },
  'refused-build.ts': { code: ['base', 'read', 'parse'], types: ['build.ts'] },
  'sound-part.ts': { code: ['base', 'plan', 'publish-pages.ts'], types: ['model'] },
  'index.ts': { code: ['*'], types: [] },
};

const PARTS_OF_NODE = { base: ['node:crypto', 'node:buffer'], parse: [], model: [], plan: [], client: [] };
const MAY_TOUCH_DISK = ['read', 'write', 'start'];
const PURE = ['base', 'parse', 'model', 'plan', 'import'];

/** Lists, not code: one entry a finding, or a letter. */
const MAY_BE_LONG = ['base/messages/vi.ts', 'base/messages/en.ts', 'picture/letters.ts'];

const manifest = JSON.parse(readFileSync(path.join(REPOSITORY, 'package.json'), 'utf8'));

const RULES = {
  'the import table is kept': keepTable(TABLE),
  'each folder keeps to its part of Node': keepToPartsOfNode(PARTS_OF_NODE, MAY_TOUCH_DISK),
  'planners are kept apart': keepPlannersApart('plan/plan-site.ts'),
  'every library has one user': giveLibrariesOneUser(Object.keys(manifest.dependencies)),
  'what is pure reads no clock and keeps no log': keepPure(PURE),
  'only functions of modules are recalled': recallFunctionsOfModules,
  'nothing comes from the languages of the machine': leaveLanguagesToUs,
  'nothing is exported by default': exportNothingByDefault,
  'no file is so long that it wants to be two': stayShort(250, MAY_BE_LONG),
  'there is no room for everything': haveNoRoomForEverything,
} satisfies Readonly<Record<string, Rule>>;

const files = readSourceTree();

describe('the house', () => {
  it.each(Object.entries(RULES))('%s', (_, rule) => {
    expect(rule(files)).toEqual([]);
  });

  it('is seen whole', () => {
    expect(files.length).toBeGreaterThan(80);
    expect(files.map(({ name }) => name.split('/')[0]).filter((folder) => !(`${folder}` in TABLE))).toEqual(
      [],
    );
    expect(files.flatMap(({ imports }) => imports).length).toBeGreaterThan(300);
    expect(files.filter(isPlanner).length).toBeGreaterThan(8);
  });
});

/** What a rule says of a file that is not there, put among those that are; their own faults are told above. */
function planted(rule: keyof typeof RULES, name: string, text: string): string[] {
  const others = files.filter((file) => file.name !== name);
  const known = new Set(RULES[rule](others));
  return RULES[rule]([...others, parseSource(name, text)]).filter((fault) => !known.has(fault));
}

describe('a fault that is planted', () => {
  it.each([
    [
      'render/new.ts',
      "import { planFront } from '../plan/front.ts';",
      'plan/front.ts: render may use only types',
    ],
    [
      'render/new.ts',
      "import { type Page } from '../plan/page.ts';",
      'plan/page.ts: render may use only types',
    ],
    ['render/new.ts', "export * from '../plan/page.ts';", 'plan/page.ts: render may use only types'],
    [
      'render/new.ts',
      "const a = await import('../model/site.ts');",
      'model/site.ts: render may use only types',
    ],
    [
      'render/new.ts',
      "import type { Output } from '../write/output.ts';",
      'write/output.ts: render may not know',
    ],
    [
      'base/new.ts',
      "import type { Site } from '../model/site.ts';",
      'model/site.ts: base may not know model',
    ],
    [
      'model/new.ts',
      "let a: import('../parse/document.ts').X;",
      'parse/document.ts: model may not know parse',
    ],
    ['read/new.ts', "import '../parse/decode.ts';", 'parse/decode.ts: read may not know parse'],
    ['write/new.ts', "import { renderPage } from '../render/page.ts';", 'write may use only types of render'],
    ['plan/new.ts', "import { decode } from '../parse/decode.ts';", 'plan may not know parse'],
    ['import/new.ts', "import { decode } from '../parse/decode.ts';", 'import may use only types of parse'],
    ['build.ts', "import { main } from './cli/main.ts';", 'build.ts may not know cli'],
    ['base/new.ts', "import { build } from '../build.ts';", 'base may not know build.ts'],
    ['junk/new.ts', "import { fold } from '../base/vietnamese.ts';", 'junk is not in the table'],
  ])('in the table is seen: %s: %s', (name, text, fault) => {
    const faults = planted('the import table is kept', name, text);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`${name}:1 imports `);
    expect(faults[0]).toContain(fault);
  });

  it.each([
    ['render/new.ts', "import type { Page } from '../plan/page.ts';"],
    ['write/new.ts', "export type { Page } from '../plan/page.ts';"],
    ['parse/new.ts', "import { composeBody } from '../model/body.ts';"],
    ['cli/new.ts', "import { build } from '../build.ts';"],
  ])('is told from what is allowed: %s: %s', (name, text) => {
    expect(planted('the import table is kept', name, text)).toEqual([]);
  });

  it.each([
    ['cli/new.ts', "import { readFileSync } from 'node:fs';", 'node:fs: only for read and write'],
    ['cli/new.ts', "import { readFile } from 'node:fs/promises';", 'only for read and write'],
    ['cli/new.ts', "const fs = require('node:fs');", 'only for read and write'],
    ['plan/new.ts', "import path from 'node:path';", 'node:path: not for plan'],
    ['parse/new.ts', "import type { Stats } from 'node:fs';", 'node:fs: not for parse'],
    ['base/new.ts', "import { tmpdir } from 'node:os';", 'node:os: not for base'],
  ])('with Node is seen: %s: %s', (name, text, fault) => {
    const faults = planted('each folder keeps to its part of Node', name, text);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(fault);
  });

  it('among planners is seen', () => {
    const planner = 'export function planNew(): Page[] { return []; }';
    const plant = (name: string, text: string) => planted('planners are kept apart', name, text);
    expect(plant('plan/new.ts', `import type { X } from './front.ts';\n${planner}`)).toEqual([
      'plan/new.ts:1 imports plan/front.ts: a planner may not know another',
    ]);
    expect(plant('plan/shared.ts', "import { planFront } from './front.ts';")).toEqual([
      'plan/shared.ts:1 imports plan/front.ts: only plan/plan-site.ts calls planners',
    ]);
    expect(plant('plan/new.ts', `import { listPart } from './lists.ts';\n${planner}`)).toEqual([]);
  });

  it('with libraries is seen', () => {
    const plant = (text: string) => planted('every library has one user', 'cli/new.ts', text);
    expect(plant("import nunjucks from 'nunjucks';")[0]).toMatch(/^nunjucks has 2 users: .*cli\/new\.ts/);
    expect(plant("import plain from 'markdown-it/lib/x';")[0]).toMatch(/^markdown-it has 2 users/);
    expect(plant("import 'typescript';")).toEqual(['typescript is no dependency of the package: cli/new.ts']);
    expect(plant('const a = await import(name);')[0]).toMatch(/^\(computed\) is no dependency/);
    expect(giveLibrariesOneUser(['left-pad'])([])).toEqual(['left-pad has 0 users: ']);
  });

  it.each([
    'const a = Date.now();',
    'const a = new Date();',
    'const a = Date();',
    'console.log(1);',
    'const a = process.env;',
    'const a = Math.random();',
    'setTimeout(f, 1);',
    "fetch('https://a.vn');",
  ])('in what is pure is seen: %s', (text) => {
    const rule = 'what is pure reads no clock and keeps no log';
    expect(planted(rule, 'model/new.ts', text)).toHaveLength(1);
    expect(planted(rule, 'cli/new.ts', text)).toEqual([]);
    expect(planted(rule, 'model/new.ts', `// ${text}`)).toEqual([]);
  });

  it.each([
    'recall.for((a) => f(a, b))(key);',
    'const made = () => b; recall.for(made)(key);',
    'function outer() { function inner() {} return recall.for(inner); }',
    'this.recall.for(this.make)(key);',
    'recall.later((a) => f(a, b))(key);',
  ])('in what is recalled is seen: %s', (text) => {
    const rule = 'only functions of modules are recalled';
    expect(planted(rule, 'model/new.ts', text)).toHaveLength(1);
    expect(planted(rule, 'model/new.ts', 'function made() {} recall.for(made)(key);')).toEqual([]);
    expect(planted(rule, 'model/new.ts', "import { made } from './a.ts'; recall.for(made<T>)(key);")).toEqual(
      [],
    );
  });

  it.each(["a.localeCompare(b, 'vi')", 'new Intl.Collator()', 'a.toLocaleString()'])(
    'of language is seen: %s',
    (text) => {
      expect(planted('nothing comes from the languages of the machine', 'cli/new.ts', text)).toHaveLength(1);
    },
  );

  it.each(['export default 1;', 'export default function a() {}', 'const a = 1; export { a as default };'])(
    'is a default export: %s',
    (text) => {
      expect(planted('nothing is exported by default', 'cli/new.ts', text)).toHaveLength(1);
    },
  );

  it('of size or name is seen', () => {
    const short = 'no file is so long that it wants to be two';
    expect(planted(short, 'cli/new.ts', 'f();\n'.repeat(250))).toEqual([]);
    expect(planted(short, 'cli/new.ts', 'f();\n'.repeat(251))).toEqual([
      'cli/new.ts has 251 lines; over 250 it wants to be two',
    ]);
    expect(planted('there is no room for everything', 'base/string-utils.ts', '')).toHaveLength(1);
  });
});
