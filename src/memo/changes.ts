import { joined } from '../base/joined.ts';
import type { BuildInput } from '../build.ts';
import type { Snapshot, SourceFile } from '../read/snapshot.ts';
import type { DocumentMemo, Memos } from './memos.ts';
import { printFrame, printPaths, printSources, type WholeMemo } from './whole.ts';

/** Which documents are not as in the remembered build, where all else is. */
export interface Changes {
  readonly edited: readonly EditedDocument[];
  readonly come: readonly SourceFile[];
  readonly gone: readonly { readonly path: string; readonly former: DocumentMemo }[];
}

/** A document that says something else than then. */
export interface EditedDocument {
  readonly source: SourceFile;
  /** What it said; undefined if that is not known any more. */
  readonly former: DocumentMemo | undefined;
}

/** Digits of a fingerprint. */
const PRINT = 32;

/**
 * What is not as in the remembered build, if it is documents alone. Only the media that it published are looked into,
 * and of most the stamp is enough; their fingerprints are noted in `memos`.
 */
export function changesSince(
  last: WholeMemo,
  snapshot: Snapshot,
  input: BuildInput,
  memos: Memos,
): Changes | undefined {
  const { since, until } = last.visible;
  if (input.now < since || (until !== null && input.now >= until.at)) return undefined;
  if (frameNow(last, snapshot, input, memos.whole.media) !== last.frame) return undefined;
  const sources = joined(snapshot.documents);
  return printPaths(sources) === last.paths
    ? { edited: editedSince(last, sources, memos), come: [], gone: [] }
    : listedSince(last, sources, memos);
}

function frameNow(
  last: WholeMemo,
  snapshot: Snapshot,
  input: BuildInput,
  media: Memos['whole']['media'],
): string | undefined {
  const shown = new Set(last.media);
  try {
    return printFrame(snapshot, input, (file) => {
      if (!shown.has(file.path)) return undefined;
      const { fingerprint } = snapshot.mediaSource(file);
      media.set(file.path, fingerprint);
      return fingerprint;
    });
  } catch (cause) {
    // A picture that has become unreadable: the build that needs it tells of it.
    if (!(cause instanceof Error && cause.name === 'SourceUnreadable')) throw cause;
    return undefined;
  }
}

/** The same files as then, in the same order. */
function editedSince(
  { documents }: WholeMemo,
  sources: readonly SourceFile[],
  memos: Memos,
): readonly EditedDocument[] {
  return sources.flatMap((source, number) => {
    const print = documents.slice(number * PRINT, (number + 1) * PRINT);
    if (source.fingerprint === print) return [];
    const known = memos.documents.get(source.path);
    // It may have been parsed for a build that broke off.
    return [{ source, former: known?.fingerprint === print ? known : undefined }];
  });
}

/** Files have come or gone. That all which is remembered is of then must be seen first. */
function listedSince(
  last: WholeMemo,
  sources: readonly SourceFile[],
  { documents }: Memos,
): Changes | undefined {
  const known = [...documents.entries()];
  if (printSources(known.map(([path, { fingerprint }]) => [path, fingerprint])) !== last.sources) {
    return undefined;
  }
  const now = new Set(sources.map(({ path }) => path));
  const edited: EditedDocument[] = [];
  const come: SourceFile[] = [];
  for (const source of sources) {
    const former = documents.get(source.path);
    if (former === undefined) come.push(source);
    else if (former.fingerprint !== source.fingerprint) edited.push({ source, former });
  }
  const gone = known.flatMap(([path, former]) => (now.has(path) ? [] : [{ path, former }]));
  return { edited, come, gone };
}
