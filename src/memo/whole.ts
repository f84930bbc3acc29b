import type { Diagnostic } from '../base/diagnostic.ts';
import { fingerprint } from '../base/fingerprint.ts';
import type { MediaFile } from '../base/media.ts';
import type { BuildInput, BuildResult } from '../build.ts';
import type { Visible } from '../model/build-site.ts';
import type { Snapshot } from '../read/snapshot.ts';

/** A whole build that was published without an error: what it was made from, and what it said. */
export interface WholeMemo {
  /** Of all that was read, and of the flags. */
  readonly print: string;
  /** Paths of the pictures, attachments and files of the root that it published. */
  readonly media: readonly string[];
  /** The moments between which the same articles are shown. */
  readonly visible: Visible;
  /** Of the manifest that was written. */
  readonly version: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly summary: BuildResult['summary'];
  readonly language: BuildResult['language'];
  readonly basePath: string;
}

/** The fingerprints of media by their paths. Of a file that nobody shows there is none. */
export type MediaPrints = (file: MediaFile) => string | undefined;

/** Stands for everything that a build is made from but the clock; undefined if not all of it could be read. */
export function printWhole(snapshot: Snapshot, input: BuildInput, printOf: MediaPrints): string | undefined {
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
  for (const group of snapshot.documents) for (const { path, fingerprint: print } of group) add(path, print);
  addMedia('media', snapshot.media);
  addMedia('public', snapshot.publicFiles);
  for (const { path, shownPath, bytes } of snapshot.templates.values()) {
    add('template', path, shownPath, fingerprint(bytes));
  }
  return fingerprint(text.join('\n'));
}

/**
 * What the remembered build said, if the one at hand would make the very same and all of that still stands. Only the
 * media that it published are looked into, and of most the stamp is enough.
 */
export function recallWhole(
  memo: WholeMemo | undefined,
  snapshot: Snapshot,
  input: BuildInput,
  stands: (version: string) => boolean,
): BuildResult | undefined {
  if (memo === undefined || input.publication === undefined) return undefined;
  const { now } = input;
  const shown = new Set(memo.media);
  let print: string | undefined;
  try {
    print = printWhole(snapshot, input, (file) =>
      shown.has(file.path) ? snapshot.mediaSource(file).fingerprint : undefined,
    );
  } catch (cause) {
    // A picture that has become unreadable: the build that needs it tells of it.
    if (!(cause instanceof Error && cause.name === 'SourceUnreadable')) throw cause;
  }
  if (print === undefined || memo.print !== print) return undefined;
  const { since, until } = memo.visible;
  if (now < since || (until !== null && now >= until) || !stands(memo.version)) return undefined;
  const { version, diagnostics, summary, language, basePath } = memo;
  return {
    ok: true,
    published: true,
    output: { summary, written: [], deleted: [], version, before: version },
    diagnostics,
    summary,
    rendered: [],
    language,
    basePath,
  };
}

/** `media` are the fingerprints of those that this build published, as it read them. */
export function rememberWhole(
  result: BuildResult,
  snapshot: Snapshot,
  input: BuildInput,
  media: ReadonlyMap<string, string>,
  visible: Visible,
): WholeMemo | undefined {
  const { ok, output, diagnostics, summary, language, basePath } = result;
  if (!ok || output === undefined) return undefined;
  const print = printWhole(snapshot, input, ({ path }) => media.get(path));
  if (print === undefined) return undefined;
  const { written, unchanged } = summary;
  const again = { ...summary, written: 0, unchanged: written + unchanged, deleted: 0 };
  const { version } = output;
  return {
    print,
    media: [...media.keys()],
    visible,
    version,
    diagnostics,
    summary: again,
    language,
    basePath,
  };
}
