import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { REPOSITORY } from './support.ts';

export interface Import {
  /** A file of ours relative to `src/`, or the name of a library or of a part of Node. */
  readonly target: string;
  /** Nothing of it is left when the types are gone. `import { type A }` still loads the file. */
  readonly typeOnly: boolean;
  readonly line: number;
}

export interface SourceFile {
  /** Relative to `src/`, with `/`. */
  readonly name: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly tree: ts.SourceFile;
}

/** Every TypeScript file of `src/`, by name. */
export function readSourceTree(): SourceFile[] {
  const root = path.join(REPOSITORY, 'src');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.split(path.sep).join('/'))
    .sort()
    .map((name) => parseSource(name, readFileSync(path.join(root, name), 'utf8')));
}

/** `text` as the file `name` of `src/` would have it. */
export function parseSource(name: string, text: string): SourceFile {
  const tree = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  walk(tree, (node) => {
    const found = importOf(node);
    if (found === undefined) return;
    const { specifier, typeOnly } = found;
    const written =
      specifier !== undefined && ts.isStringLiteralLike(specifier) ? specifier.text : '(computed)';
    const target = written.startsWith('.') ? path.posix.join(path.posix.dirname(name), written) : written;
    imports.push({ target, typeOnly, line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
  });
  return { name, lines: text.replace(/\n$/, '').split('\n').length, imports, tree };
}

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

interface Found {
  readonly specifier: ts.Node | undefined;
  readonly typeOnly: boolean;
}

/** All the ways to import something: statements, `import()`, `require()`, and `import('…').Type`. */
function importOf(node: ts.Node): Found | undefined {
  if (ts.isImportDeclaration(node)) {
    const typeOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return { specifier: node.moduleSpecifier, typeOnly };
  }
  if (ts.isExportDeclaration(node)) {
    return node.moduleSpecifier && { specifier: node.moduleSpecifier, typeOnly: node.isTypeOnly };
  }
  if (ts.isExternalModuleReference(node)) return { specifier: node.expression, typeOnly: false };
  if (ts.isImportTypeNode(node)) {
    const specifier = ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
    return { specifier, typeOnly: true };
  }
  if (!ts.isCallExpression(node)) return undefined;
  const { expression } = node;
  const loads =
    expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(expression) && expression.text === 'require');
  return loads ? { specifier: node.arguments[0], typeOnly: false } : undefined;
}
