import ts from 'typescript';

/** A node of a page's structured data. */
export type SchemaNode = Readonly<Record<string, unknown>>;

/** It need not exist; it is where `schema-dts` is looked for from. */
const FILE = `${import.meta.dirname}/nodes.ts`;
const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
};

/**
 * What schema.org's own list has against these nodes: types and properties that it does not know, properties of other
 * types, values that a property does not take. schema-dts has that list as types, so the compiler does the comparing.
 */
export function complaintsOf(nodes: readonly SchemaNode[]): string[] {
  // One node a line, so that the place of a complaint tells the node.
  const lines = nodes.map((node, at) => `const n${at}: schema.${node['@type']} = ${JSON.stringify(node)};`);
  const text = ["import type * as schema from 'schema-dts';", ...lines].join('\n');
  const host = ts.createCompilerHost(OPTIONS);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === FILE || fileExists(name);
  host.getSourceFile = (name, ...more) =>
    name === FILE ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2023) : getSourceFile(name, ...more);
  return ts
    .getPreEmitDiagnostics(ts.createProgram([FILE], OPTIONS, host))
    .map(({ file, start, messageText }) => {
      const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line : 0;
      const words = ts.flattenDiagnosticMessageText(messageText, ' ');
      return line === 0 ? words : `${words} ${lines[line - 1]}`;
    });
}
