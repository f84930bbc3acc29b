import ts from 'typescript';
import { type Import, type SourceFile, walk } from './source-tree.ts';

/** Looks at all files of `src/` and says what is wrong, one line a fault, each with its file. */
export type Rule = (files: readonly SourceFile[]) => string[];

/** What a folder may import of ours besides itself; `*` is everything. Of `types` it may use types only. */
export interface Allowance {
  readonly code: readonly string[];
  readonly types: readonly string[];
}

/** `plan` of `plan/page.ts`; the file's own name for one that is in no folder. */
const folderOf = (name: string): string => name.split('/')[0] ?? '';
const isOurs = (target: string): boolean => target.endsWith('.ts');
const isNode = (target: string): boolean => target.startsWith('node:');

export function keepTable(table: Readonly<Record<string, Allowance>>): Rule {
  return forImports(({ name }, { target, typeOnly }) => {
    const from = folderOf(name);
    const to = folderOf(target);
    const allowed = table[from];
    if (allowed === undefined) return `${from} is not in the table`;
    if (!isOurs(target) || from === to) return undefined;
    if (allowed.code.includes('*') || allowed.code.includes(to)) return undefined;
    if (!allowed.types.includes('*') && !allowed.types.includes(to)) return `${from} may not know ${to}`;
    return typeOnly ? undefined : `${from} may use only types of ${to}, by "import type"`;
  });
}

/** `parts` says which parts of Node a folder may use; a folder that is not in it may use all but the disk. */
export function keepToPartsOfNode(
  parts: Readonly<Record<string, readonly string[]>>,
  mayTouchDisk: readonly string[],
): Rule {
  return forImports(({ name }, { target }) => {
    const folder = folderOf(name);
    if (isNode(target) && parts[folder]?.includes(target) === false) return `not for ${folder}`;
    const isDisk = /^node:fs(?:\/|$)/.test(target);
    return isDisk && !mayTouchDisk.includes(folder) ? `only for ${mayTouchDisk.join(' and ')}` : undefined;
  });
}

/** A planner is a file of `plan/` that exports a function giving pages. */
export function isPlanner({ name, tree }: SourceFile): boolean {
  const givesPages = (statement: ts.Statement): boolean =>
    ts.isFunctionDeclaration(statement) &&
    statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true &&
    /^(?:readonly )?Page(?:Tree)?\[\]$/.test(statement.type?.getText() ?? '');
  return folderOf(name) === 'plan' && tree.statements.some(givesPages);
}

/** Planners never import each other, nor by way of what they share: only `caller` calls them. */
export function keepPlannersApart(caller: string): Rule {
  return (files) => {
    const planners = new Set(files.filter(isPlanner).map(({ name }) => name));
    return forImports(({ name }, { target, typeOnly }) => {
      if (!planners.has(target) || folderOf(name) !== 'plan') return undefined;
      if (planners.has(name)) return 'a planner may not know another';
      return typeOnly || name === caller ? undefined : `only ${caller} calls planners`;
    })(files);
  };
}

/** Every dependency of the package is used, by one file; nothing else is. */
export function giveLibrariesOneUser(dependencies: readonly string[]): Rule {
  return (files) => {
    const users = new Map(dependencies.map((library) => [library, new Set<string>()]));
    for (const { name, imports } of files) {
      for (const { target } of imports) {
        if (isOurs(target) || isNode(target)) continue;
        const library = /^(?:@[^/]+\/)?[^/]+/.exec(target)?.[0] ?? target;
        users.set(library, (users.get(library) ?? new Set()).add(name));
      }
    }
    return [...users].flatMap(([library, names]) => {
      const list = [...names].join(', ');
      if (!dependencies.includes(library)) return [`${library} is no dependency of the package: ${list}`];
      return names.size === 1 ? [] : [`${library} has ${names.size} users: ${list}`];
    });
  };
}

/** No disk, no clock, no log, no chance, no network. */
export function keepPure(folders: readonly string[]): Rule {
  const judge = forNodes((node) => {
    if (ts.isPropertyAccessExpression(node)) {
      const text = `${node.expression.getText()}.${node.name.text}`;
      return /^(?:Date\.now|Math\.random|(?:console|process|performance|globalThis)\.\w+)$/.test(text)
        ? text
        : undefined;
    }
    if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return undefined;
    const text = node.expression.getText();
    if (text === 'Date' && (ts.isCallExpression(node) || !node.arguments?.length)) return 'the clock';
    return /^(?:setTimeout|setInterval|setImmediate|queueMicrotask|fetch)$/.test(text) ? text : undefined;
  });
  return (files) => judge(files.filter(({ name }) => folders.includes(folderOf(name))));
}

/** What is recalled sees nothing but its arguments: it is a function of a module, of this one or another. */
export const recallFunctionsOfModules: Rule = (files) =>
  files.flatMap(({ name, tree }) => {
    const functions = new Set<string>();
    for (const statement of tree.statements) {
      if (ts.isFunctionDeclaration(statement) && statement.name) functions.add(statement.name.text);
      if (!ts.isImportDeclaration(statement)) continue;
      const named = statement.importClause?.namedBindings;
      if (named && ts.isNamedImports(named)) for (const each of named.elements) functions.add(each.name.text);
    }
    const faults: string[] = [];
    walk(tree, (node) => {
      if (!ts.isCallExpression(node) || !/\brecall\s*\.(?:for|later)$/.test(node.expression.getText()))
        return;
      const [given] = node.arguments;
      const recalled = given && ts.isExpressionWithTypeArguments(given) ? given.expression : given;
      if (recalled && ts.isIdentifier(recalled) && functions.has(recalled.text)) return;
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      faults.push(`${name}:${line} recalls ${given?.getText()}, which is no function of a module`);
    });
    return faults;
  });

/** What differs from machine to machine with their tables of languages is not published. */
export const leaveLanguagesToUs: Rule = forNodes((node) => {
  if (!ts.isIdentifier(node)) return undefined;
  return /^(?:Intl|localeCompare|toLocale\w+)$/.test(node.text) ? node.text : undefined;
});

export const exportNothingByDefault: Rule = forNodes((node) => {
  const isDefault =
    ts.isExportAssignment(node) ||
    node.kind === ts.SyntaxKind.DefaultKeyword ||
    (ts.isExportSpecifier(node) && node.name.text === 'default');
  return isDefault ? 'a default export' : undefined;
});

export function stayShort(longest: number, exempt: readonly string[]): Rule {
  return (files) =>
    files
      .filter(({ name, lines }) => lines > longest && !exempt.includes(name))
      .map(({ name, lines }) => `${name} has ${lines} lines; over ${longest} it wants to be two`);
}

export const haveNoRoomForEverything: Rule = (files) =>
  files
    .filter(({ name }) => /(?:util|helper|manager|misc|common)s?\b/.test(name))
    .map(({ name }) => `${name} does not say what is in it`);

function forImports(judge: (file: SourceFile, found: Import) => string | undefined): Rule {
  return (files) =>
    files.flatMap((file) =>
      file.imports.flatMap((found) => {
        const fault = judge(file, found);
        return fault === undefined ? [] : [`${file.name}:${found.line} imports ${found.target}: ${fault}`];
      }),
    );
}

function forNodes(judge: (node: ts.Node) => string | undefined): Rule {
  return (files) =>
    files.flatMap(({ name, tree }) => {
      const faults: string[] = [];
      walk(tree, (node) => {
        const fault = judge(node);
        if (fault === undefined) return;
        const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        faults.push(`${name}:${line} uses ${fault}`);
      });
      return faults;
    });
}
