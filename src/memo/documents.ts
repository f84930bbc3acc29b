import type { Diagnostic } from '../base/diagnostic.ts';
import type { Body } from '../model/body.ts';
import type { Bodies, Document } from '../model/document.ts';
import type { DocumentResult, DocumentSource, ParserOptions } from '../parse/document.ts';
import type { SourceFile } from '../read/snapshot.ts';
import type { DocumentMemo, Memo, RememberedDocument } from './memos.ts';

type Parse = (file: DocumentSource, options: ParserOptions) => DocumentResult;

export interface ParsedDocuments {
  /** In the order of the sources, like the findings. */
  readonly documents: readonly Document[];
  readonly diagnostics: readonly Diagnostic[];
  /** How many files are without a word. */
  readonly empty: number;
  readonly bodies: Bodies;
}

/**
 * Parses what is not remembered. Bodies are remembered by nobody: of a document that was not parsed now, the body is
 * had by parsing it after all, which happens only when a page that shows it is made anew.
 */
export function parseDocuments(
  sources: readonly SourceFile[],
  options: ParserOptions,
  memo: Memo<DocumentMemo>,
  parse: Parse,
): ParsedDocuments {
  const bodies = new Map<string, Body>();
  let byPath: ReadonlyMap<string, SourceFile> | undefined;
  const sourcesByPath = () => (byPath ??= new Map(sources.map((source) => [source.path, source])));
  const optionsKey = JSON.stringify(options);

  const parseNow = ({ path, bytes }: SourceFile): RememberedDocument => {
    const { body, ...result } = parse({ path, bytes: bytes() }, options);
    if (body !== null) bodies.set(path, body);
    return result;
  };

  const documents: Document[] = [];
  const diagnostics: Diagnostic[] = [];
  let empty = 0;
  for (const source of sources) {
    const { path, fingerprint } = source;
    const known = memo.get(path);
    const isStill = known?.fingerprint === fingerprint && known.options === optionsKey;
    const result = isStill ? known.result : parseNow(source);
    if (!isStill) memo.set(path, { fingerprint, options: optionsKey, result });
    if (result.document !== null) documents.push(result.document);
    for (const diagnostic of result.diagnostics) diagnostics.push(diagnostic);
    if (result.empty) empty++;
  }
  // Every source is in the memory now: if there are no more than these, there is nothing to forget.
  if (memo.size !== sources.length) memo.keepOnly(sourcesByPath());

  return {
    documents,
    diagnostics,
    empty,
    bodies: {
      of({ path }) {
        const source = bodies.has(path) ? undefined : sourcesByPath().get(path);
        if (source !== undefined) parseNow(source);
        const body = bodies.get(path);
        if (body === undefined) throw new Error(`Has no body: ${path}`);
        return body;
      },
    },
  };
}
