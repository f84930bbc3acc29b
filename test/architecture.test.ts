import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const SRC = path.resolve(import.meta.dirname, '../src');

interface Import {
  readonly file: string;
  /** A file of ours relative to `src/`, or the name of a library or of a part of Node. */
  readonly target: string;
  readonly typeOnly: boolean;
}

function sourceFiles(): string[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.split(path.sep).join('/'))
    .sort();
}

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(SRC, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
    const { moduleSpecifier } = statement;
    if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) continue;
    const { text: name } = moduleSpecifier;
    const target = name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name;
    found.push({ file, target, typeOnly: isTypeOnly(statement) });
  }
  return found;
}

function isTypeOnly(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  const clause = statement.importClause;
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { namedBindings, name } = clause;
  if (name !== undefined || namedBindings === undefined || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.every((element) => element.isTypeOnly);
}

/** What each folder may import, besides itself. `types` are folders of which it may use the types only. */
const TABLE: Readonly<
  Record<string, { readonly code: readonly string[]; readonly types: readonly string[] }>
> = {
  base: { code: [], types: [] },
  read: { code: ['base'], types: [] },
  parse: { code: ['base', 'model'], types: [] },
  model: { code: ['base'], types: [] },
  plan: { code: ['base', 'model'], types: [] },
  render: { code: ['base'], types: ['plan', 'model'] },
  write: { code: ['base'], types: ['plan', 'model', 'render'] },
  memo: { code: ['base'], types: ['model', 'plan', 'render'] },
  client: { code: ['base'], types: [] },
  import: { code: ['base', 'build.ts'], types: ['model', 'parse'] },
  cli: { code: ['*'], types: [] },
  'build.ts': { code: ['base', 'read', 'parse', 'model', 'plan', 'render', 'write', 'memo'], types: [] },
  'index.ts': { code: ['*'], types: [] },
};

const PURE = ['parse', 'model', 'plan'];
const MAY_TOUCH_DISK = ['read', 'write'];
const PLANNERS_SHARE = [
  'feed-links.ts',
  'lists.ts',
  'page.ts',
  'parts.ts',
  'ranking.ts',
  'views.ts',
  'words.ts',
];
const LIBRARIES = [
  'gray-matter',
  'js-yaml',
  'markdown-it',
  'markdown-it-footnote',
  'htmlparser2',
  'image-size',
  'nunjucks',
  'chokidar',
];

const folderOf = (file: string): string => file.split('/')[0] ?? '';
const isOurs = (target: string): boolean => target.endsWith('.ts');

const files = sourceFiles();
const imports = files.flatMap(importsOf);

describe('the import table', () => {
  it('covers every folder of src/', () => {
    const unknown = [...new Set(files.map(folderOf))].filter((folder) => !(folder in TABLE));
    expect(unknown).toEqual([]);
  });

  it('is kept by every file', () => {
    const offences = imports.filter(({ file, target, typeOnly }) => {
      if (!isOurs(target)) return false;
      const from = folderOf(file);
      const to = folderOf(target);
      const allowed = TABLE[from];
      if (from === to || allowed?.code.includes('*') || allowed?.code.includes(to)) return false;
      return !(typeOnly && allowed?.types.includes(to));
    });
    expect(offences).toEqual([]);
  });

  it('keeps planners apart: only plan-site.ts knows them all', () => {
    const offences = imports.filter(
      ({ file, target }) =>
        file.startsWith('plan/') &&
        file !== 'plan/plan-site.ts' &&
        target.startsWith('plan/') &&
        !PLANNERS_SHARE.includes(target.slice('plan/'.length)) &&
        !(file === 'plan/parts.ts' && target === 'plan/assets.ts'),
    );
    expect(offences).toEqual([]);
  });

  it('gives every library one user', () => {
    const users = LIBRARIES.map((library) => [
      library,
      [...new Set(imports.filter(({ target }) => target === library).map(({ file }) => file))].length,
    ]);
    expect(users.filter(([, count]) => Number(count) > 1)).toEqual([]);
  });

  it('lets only read and write touch the disk', () => {
    const offences = imports.filter(
      ({ file, target }) => /^node:fs/.test(target) && !MAY_TOUCH_DISK.includes(folderOf(file)),
    );
    expect(offences).toEqual([]);
  });

  it('keeps parse, model and plan pure: nothing of Node, no clock, no log', () => {
    const impure = files
      .filter((file) => PURE.includes(folderOf(file)))
      .filter((file) => {
        const text = readFileSync(path.join(SRC, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
        return /\bDate\.now\b|\bnew Date\(\)|\bconsole\.|\bprocess\.|\bMath\.random\b|from 'node:/.test(text);
      });
    expect(impure).toEqual([]);
  });

  it('publishes nothing that comes from Intl', () => {
    const users = files.filter((file) => {
      const text = readFileSync(path.join(SRC, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      return /\bIntl\.|localeCompare|toLocale/.test(text);
    });
    expect(users).toEqual([]);
  });
});

describe('the house', () => {
  it('has no file so long that it wants to be two', () => {
    // Catalogues of words are lists, not code.
    const long = files
      .filter((file) => !file.startsWith('base/messages/'))
      .filter((file) => readFileSync(path.join(SRC, file), 'utf8').split('\n').length > 251);
    expect(long).toEqual([]);
  });

  it('has no room for everything', () => {
    expect(files.filter((file) => /(?:util|helper|manager|misc|common)s?\b/.test(file))).toEqual([]);
  });
});
