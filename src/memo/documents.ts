import { folderOf } from '../base/address.ts';
import type { Crew } from '../base/crew.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { joined } from '../base/joined.ts';
import { NO_SPILL, type Spill } from '../base/spill.ts';
import type { Body } from '../model/body.ts';
import type { Bodies, Document } from '../model/document.ts';
import type { DocumentSource, ParserOptions } from '../parse/document.ts';
import type { SourceFile } from '../read/snapshot.ts';
import type { Memos, RememberedDocument } from './memos.ts';
import { type Parse, type ParsedFiles, parseFiles, unpackFiles } from './parsed-files.ts';
import { saySameFields } from './sealed-documents.ts';
import { createWaitingBodies, type PackedBody } from './waiting-bodies.ts';

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

/** Files that are handed to a thread at once: some milliseconds of work, so that none waits long for another's last. */
const FILES_A_JOB = 16;

/**
 * Parses what is not remembered. Bodies are remembered by nobody: of a document that was not parsed now, the body is
 * had by parsing it after all, which happens only when a page that shows it is made anew.
 */
export function parseDocuments(
  sources: readonly (readonly SourceFile[])[],
  options: ParserOptions,
  memos: Pick<Memos, 'documents' | 'parsed' | 'recentBodies' | 'rewritten' | 'recall'>,
  crew: Crew,
  parse: Parse,
  spill: Spill = NO_SPILL,
): ParsedDocuments {
  const { documents: memo, parsed: groups, recentBodies, rewritten, recall } = memos;
  const waiting = createWaitingBodies(spill);
  let byFolder: ReadonlyMap<string, readonly SourceFile[]> | undefined;
  // Asked for a few documents, mostly: a map of all would take longer than to find them.
  const sourceOf = ({ path }: Document): SourceFile | undefined => {
    byFolder ??= new Map(
      sources.flatMap((group) => group.slice(0, 1).map((first) => [folderOf(first.path), group])),
    );
    return byFolder.get(folderOf(path))?.find((source) => source.path === path);
  };
  const optionsKey = JSON.stringify(options);
  const isKnown = ({ path, fingerprint }: SourceFile): boolean => {
    const known = memo.get(path);
    return known?.fingerprint === fingerprint && known.options === optionsKey;
  };

  /** Has the bodies wait; gives what came of each file but these, in their order. */
  const unpack = (parsed: ParsedFiles, files: readonly SourceFile[]): RememberedDocument[] => {
    const bodies: [string, PackedBody][] = [];
    const results = unpackFiles(parsed).map(([result, body], index) => {
      if (body) bodies.push([files[index]?.path ?? '', body]);
      return result;
    });
    waiting.hold(parsed.html, bodies);
    return results;
  };

  /** Gives what came of each file, by its path. */
  const parseNow = (files: readonly SourceFile[]): ReadonlyMap<string, RememberedDocument> => {
    const found = new Map<string, RememberedDocument>();
    const parseHere = parseFiles(options, parse);
    const shift = crew.begin({
      task: 'parse',
      setup: options,
      amount: files.length,
      order: readSources,
      here: (job) => parseHere(readSources(job)),
      learn(parsed, job: readonly SourceFile[]) {
        unpack(parsed, job).forEach((result, index) => {
          found.set(job[index]?.path ?? '', result);
        });
      },
    });
    for (let at = 0; at < files.length; at += FILES_A_JOB) {
      shift.do(files.slice(at, at + FILES_A_JOB));
    }
    shift.finish();
    return found;
  };

  const stale = sources.flatMap((group) =>
    groups.get(group)?.options === optionsKey ? [] : group.filter((source) => !isKnown(source)),
  );
  const results = stale.length === 0 ? undefined : parseNow(stale);
  for (const { path, fingerprint } of stale) {
    const result = results?.get(path);
    if (result === undefined) continue;
    const former = memo.get(path)?.result.document;
    const isRewritten = former && result.document && saySameFields(former, result.document);
    if (isRewritten) rewritten.add(path);
    const known = isRewritten ? { ...result, document: former } : result;
    memo.set(path, { fingerprint, options: optionsKey, result: known });
  }

  const groupOf = (group: readonly SourceFile[]): ParsedGroup => {
    const known = groups.get(group);
    if (known?.options === optionsKey) return known;
    const remembered = group.flatMap(({ path }) => memo.get(path)?.result ?? []);
    const documents = remembered.flatMap((result) => result.document ?? []);
    const parsed: ParsedGroup = {
      options: optionsKey,
      documents: recall.keep(recall, `parsed of ${folderOf(group[0]?.path ?? '')}`, documents),
      diagnostics: remembered.flatMap((result) => result.diagnostics),
      empty: remembered.filter((result) => result.empty).length,
    };
    groups.set(group, parsed);
    return parsed;
  };

  /** Of a document that is remembered: its source tells what it is parsed from. */
  const bodyAgain = (source: SourceFile): Body | undefined => {
    const { path, fingerprint } = source;
    const made = `${fingerprint} ${optionsKey}`;
    const known = recentBodies.get(path, made);
    if (known !== undefined) return known;
    unpack(parseFiles(options, parse)(readSources([source])), [source]);
    const body = waiting.get(path);
    if (body !== undefined) recentBodies.set(path, made, body);
    return body;
  };

  const parsed = sources.map(groupOf);
  return {
    documents: parsed.map((group) => group.documents),
    diagnostics: parsed.flatMap((group) => group.diagnostics),
    empty: parsed.reduce((sum, group) => sum + group.empty, 0),
    bodies: {
      of(document) {
        const { path } = document;
        const source = waiting.has(path) ? undefined : sourceOf(document);
        const body = source === undefined ? waiting.get(path) : bodyAgain(source);
        if (body === undefined) throw new Error(`Has no body: ${path}`);
        return body;
      },
      printOf: ({ path }) => memo.get(path)?.result.bodyPrint ?? '',
    },
  };
}

function readSources(files: readonly SourceFile[]): readonly DocumentSource[] {
  return files.map(({ path, bytes }) => ({ path, bytes: bytes() }));
}

/** Forgets documents that are gone; every one that is there is in the memory already. */
export function keepDocuments(memo: Memos['documents'], sources: readonly (readonly SourceFile[])[]): void {
  // If there are no more than these, there is nothing to forget.
  if (memo.size !== sources.reduce((sum, group) => sum + group.length, 0)) {
    memo.keepOnly(new Set(joined(sources).map(({ path }) => path)));
  }
}
