import type { Body } from '../model/body.ts';
import type { Bodies } from '../model/document.ts';
import type { DocumentResult, DocumentSource, ParserOptions } from '../parse/document.ts';
import type { SourceFile } from '../read/snapshot.ts';
import type { DocumentMemo, Memo, RememberedDocument } from './memos.ts';

type Parse = (file: DocumentSource, options: ParserOptions) => DocumentResult;

export interface ParsedDocuments {
  /** In the order of the sources. */
  readonly results: readonly RememberedDocument[];
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

  const results = sources.map((source) => {
    const { path, fingerprint } = source;
    const known = memo.get(path);
    if (known?.fingerprint === fingerprint && known.options === optionsKey) return known.result;
    const result = parseNow(source);
    memo.set(path, { fingerprint, options: optionsKey, result });
    return result;
  });
  // Every source is in the memo now: if there are no more than these, there is nothing to forget.
  if (memo.size !== sources.length) memo.keepOnly(sourcesByPath());

  return {
    results,
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
