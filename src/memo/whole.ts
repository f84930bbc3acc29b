import type { Diagnostic } from '../base/diagnostic.ts';
import { fingerprint } from '../base/fingerprint.ts';
import { joined } from '../base/joined.ts';
import type { MediaFile } from '../base/media.ts';
import type { BuildInput, BuildResult } from '../build.ts';
import type { Visible } from '../model/build-site.ts';
import type { Site } from '../model/site.ts';
import type { Snapshot, SourceFile } from '../read/snapshot.ts';
import type { Written } from '../write/output.ts';
import { type Places, placesIn } from './places.ts';

/** A whole build that was published without an error: what it was made from, and what it said. */
export interface WholeMemo {
  /** Of all that was read but the documents, and of the flags. */
  readonly frame: string;
  /** The documents' paths, in the order in which they are read, as one fingerprint. */
  readonly paths: string;
  /** The fingerprints of all documents one after the other, in the same order. */
  readonly documents: string;
  /** Of the paths and the fingerprints together, whatever their order. */
  readonly sources: string;
  /** Paths of the pictures, attachments and files of the root that it published. */
  readonly media: readonly string[];
  /** The moments between which the same articles are shown. */
  readonly visible: Visible;
  readonly places: Places;
  /** Of the manifest that was written. */
  readonly version: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly summary: BuildResult['summary'];
  readonly language: BuildResult['language'];
  readonly basePath: string;
}

/** The fingerprints of media by their paths. Of a file that nobody shows there is none. */
export type MediaPrints = (file: MediaFile) => string | undefined;

/** Stands for all that a build is made from but the clock and the documents; undefined if not all could be read. */
export function printFrame(snapshot: Snapshot, input: BuildInput, printOf: MediaPrints): string | undefined {
  if (snapshot.diagnostics.length > 0) return undefined;
  const { baseUrl, drafts, future, keepGoing, strictness } = input;
  const text: string[] = [JSON.stringify([baseUrl, drafts, future, keepGoing, strictness])];
  const add = (...parts: readonly (string | number)[]): void => {
    text.push(parts.join('\0'));
  };
  const addMedia = (kind: string, files: readonly MediaFile[]): void => {
    for (const file of files) {
      add(kind, file.path, file.size, file.width, file.height, printOf(file) ?? '');
    }
  };
  if (snapshot.settings !== null) add('settings', fingerprint(snapshot.settings.bytes));
  addMedia('media', snapshot.media);
  addMedia('public', snapshot.publicFiles);
  for (const { path, shownPath, bytes } of snapshot.templates.values()) {
    add('template', path, shownPath, fingerprint(bytes));
  }
  return fingerprint(text.join('\n'));
}

type Documents = Pick<WholeMemo, 'paths' | 'documents' | 'sources'>;

export function printDocuments(snapshot: Snapshot): Documents {
  const sources = joined(snapshot.documents);
  return {
    paths: printPaths(sources),
    documents: sources.map((source) => source.fingerprint).join(''),
    sources: printSources(sources.map(({ path, fingerprint: print }) => [path, print])),
  };
}

export function printPaths(sources: readonly Pick<SourceFile, 'path'>[]): string {
  return fingerprint(sources.map(({ path }) => path).join('\n'));
}

export function printSources(sources: readonly (readonly [path: string, print: string])[]): string {
  return fingerprint(
    sources
      .map((source) => source.join('\0'))
      .sort()
      .join('\n'),
  );
}

/** What the remembered build would say now; `written` and `rendered` are what was changed since. */
export function sayAgain(memo: WholeMemo, written?: Written, rendered: readonly string[] = []): BuildResult {
  const { version, diagnostics, language, basePath, visible } = memo;
  const summary = { ...memo.summary, ...written?.summary };
  const output = written ?? { summary, written: [], deleted: [], version, before: version };
  const { until } = visible;
  return { ok: true, published: true, output, diagnostics, summary, rendered, language, basePath, until };
}

/** `media` are the fingerprints of those that this build published, as it read them. */
export function rememberWhole(
  result: BuildResult,
  snapshot: Snapshot,
  input: BuildInput,
  media: ReadonlyMap<string, string>,
  { site, visible }: { readonly site: Site; readonly visible: Visible },
): WholeMemo | undefined {
  const { ok, output, diagnostics, summary, language, basePath } = result;
  if (!ok || output === undefined) return undefined;
  const frame = printFrame(snapshot, input, ({ path }) => media.get(path));
  if (frame === undefined) return undefined;
  const { written, unchanged } = summary;
  return {
    frame,
    ...printDocuments(snapshot),
    media: [...media.keys()],
    visible,
    places: placesIn(site, snapshot),
    version: output.version,
    diagnostics,
    summary: { ...summary, written: 0, unchanged: written + unchanged, deleted: 0 },
    language,
    basePath,
  };
}
