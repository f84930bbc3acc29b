import { folderOf } from '../base/address.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Body } from '../model/body.ts';
import type { Bodies, Document } from '../model/document.ts';
import type { DocumentResult, DocumentSource, ParserOptions } from '../parse/document.ts';
import type { SourceFile } from '../read/snapshot.ts';
import type { Memos, RememberedDocument } from './memos.ts';

/**
 * A body while it waits for its page. In UTF-8 and outside of the heap it takes a third less room than as a string,
 * and no garbage collection moves it about: of a first build all bodies wait at once.
 */
interface PackedBody {
  readonly html: Uint8Array;
  readonly holes: Body['holes'];
}

/** Stands between two pieces; the parser lets no such character into a text. */
const SEAM = '\0';

function packBody({ html, holes }: Body): PackedBody {
  return { html: Buffer.from(html.join(SEAM)), holes };
}

function unpackBody({ html, holes }: PackedBody): Body {
  const text = Buffer.from(html.buffer, html.byteOffset, html.byteLength).toString();
  return { html: text.split(SEAM), holes };
}

type Parse = (file: DocumentSource, options: ParserOptions) => DocumentResult;

export interface ParsedDocuments {
  /** Group by group, in the order of the sources. */
  readonly documents: readonly (readonly Document[])[];
  readonly diagnostics: readonly Diagnostic[];
  /** How many files are without a word. */
  readonly empty: number;
  readonly bodies: Bodies;
}

/** What came of a group of sources. */
export interface ParsedGroup {
  readonly options: string;
  readonly documents: readonly Document[];
  readonly diagnostics: readonly Diagnostic[];
  readonly empty: number;
}

/**
 * Parses what is not remembered. Bodies are remembered by nobody: of a document that was not parsed now, the body is
 * had by parsing it after all, which happens only when a page that shows it is made anew.
 */
export function parseDocuments(
  sources: readonly (readonly SourceFile[])[],
  options: ParserOptions,
  { documents: memo, parsed: groups }: Pick<Memos, 'documents' | 'parsed'>,
  parse: Parse,
): ParsedDocuments {
  const bodies = new Map<string, PackedBody>();
  let byFolder: ReadonlyMap<string, readonly SourceFile[]> | undefined;
  // Asked for a few documents, mostly: a map of all would take longer than to find them.
  const sourceOf = ({ path }: Document): SourceFile | undefined => {
    byFolder ??= new Map(
      sources.flatMap((group) => group.slice(0, 1).map((first) => [folderOf(first.path), group])),
    );
    return byFolder.get(folderOf(path))?.find((source) => source.path === path);
  };
  const optionsKey = JSON.stringify(options);

  const parseNow = ({ path, bytes }: SourceFile): RememberedDocument => {
    const { body, ...result } = parse({ path, bytes: bytes() }, options);
    if (body !== null) bodies.set(path, packBody(body));
    return result;
  };
  const parseSource = (source: SourceFile): RememberedDocument => {
    const { path, fingerprint } = source;
    const known = memo.get(path);
    if (known?.fingerprint === fingerprint && known.options === optionsKey) return known.result;
    const result = parseNow(source);
    memo.set(path, { fingerprint, options: optionsKey, result });
    return result;
  };
  const parseGroup = (group: readonly SourceFile[]): ParsedGroup => {
    const known = groups.get(group);
    if (known?.options === optionsKey) return known;
    const results = group.map(parseSource);
    const parsed: ParsedGroup = {
      options: optionsKey,
      documents: results.flatMap((result) => result.document ?? []),
      diagnostics: results.flatMap((result) => result.diagnostics),
      empty: results.filter((result) => result.empty).length,
    };
    groups.set(group, parsed);
    return parsed;
  };

  const parsed = sources.map(parseGroup);
  // Every source is in the memory now: if there are no more than these, there is nothing to forget.
  if (memo.size !== sources.reduce((sum, group) => sum + group.length, 0)) {
    memo.keepOnly(new Set(sources.flat().map(({ path }) => path)));
  }

  return {
    documents: parsed.map((group) => group.documents),
    diagnostics: parsed.flatMap((group) => group.diagnostics),
    empty: parsed.reduce((sum, group) => sum + group.empty, 0),
    bodies: {
      of(document) {
        const { path } = document;
        const source = bodies.has(path) ? undefined : sourceOf(document);
        if (source !== undefined) parseNow(source);
        const body = bodies.get(path);
        if (body === undefined) throw new Error(`Has no body: ${path}`);
        return unpackBody(body);
      },
    },
  };
}
