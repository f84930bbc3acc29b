import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { folderOf, nameOf } from '../base/address.ts';
import { isHalfPublished } from '../base/diagnostic.ts';
import type { Language } from '../base/messages/describe.ts';
import type { BuildResult } from '../build.ts';
import type { FileSystem } from '../read/file-system.ts';
import type { RememberingFileSystem } from '../read/remembering-file-system.ts';
import type { PublishedSite } from '../write/records.ts';
import type { DevOptions as DevAnswers } from './answer.ts';
import type { Doubtful } from './gathering.ts';
import { createLive } from './reload.ts';
import { servedSite } from './served-site.ts';
import { startServer } from './server.ts';
import { watch } from './watch.ts';
import { watchedPart } from './watched-part.ts';

export interface DevOptions {
  /** The site's folder, absolute. */
  readonly root: string;
  /** What `build` reads: it is told what is in doubt. */
  readonly sources: RememberingFileSystem;
  /** The same folder without memory. */
  readonly disk: FileSystem;
  /** The very build of `bantin build`, with what it remembers from last time. */
  readonly build: () => BuildResult;
  readonly output: FileSystem;
  /** Makes the next build look at every published file. */
  readonly doubtOutput: () => void;
  /** Seconds of UTC, as `build` knows them. */
  readonly now: () => number;
  /** What is published in `output`. */
  readonly published: () => PublishedSite | undefined;
  readonly client: DevAnswers['client'];
  readonly port: number;
  readonly host?: string | undefined;
  /** What the site's settings say before anything is built. */
  readonly basePath: string;
  /** What the server itself speaks, from beginning to end. */
  readonly language: Language;
  /** What findings are told in, where the site's settings now name a language. */
  readonly languageOf: (site: Language) => Language;
  readonly tell: (event: DevEvent) => void;
}

export type DevEvent =
  | { readonly kind: 'started'; readonly address: string; readonly port: number }
  | {
      readonly kind: 'built';
      readonly result: BuildResult;
      /** Sources that came, changed or went, relative to the site; undefined if that is not known. */
      readonly sources: readonly string[] | undefined;
      readonly milliseconds: number;
    }
  /** Another build is at work; this one is tried again. Told once. */
  | { readonly kind: 'locked'; readonly result: BuildResult }
  | { readonly kind: 'polling'; readonly reason: string }
  /** What should not have happened; everything goes on. */
  | { readonly kind: 'fault'; readonly cause: unknown };

export interface RunningDev {
  /** Settled when the site has been built and is watched for the first time. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds until a build that found the output locked is tried again. */
const PATIENCE = 400;

/** Milliseconds from look to look at the clock: an alarm would be late by what the machine has slept. */
const CLOCK = 2000;

/** Builds, serves, and builds again whenever something changes, or an article is due. Rejects with a `ServeError` if it cannot listen. */
export async function startDev(options: DevOptions): Promise<RunningDev> {
  const { root, sources, tell } = options;
  const site = servedSite(options.published, options.basePath);
  const live = createLive({ version: site.version, site: () => site.files });
  const onFault = (cause: unknown): void => tell({ kind: 'fault', cause });
  const server = await startServer({
    files: options.output,
    site: () => site.files,
    missed: () => mend(),
    language: options.language,
    dev: { live, client: options.client },
    port: options.port,
    host: options.host,
    onFault,
  });
  tell({ kind: 'started', address: server.address, port: server.port });

  const end = new AbortController();
  /** What was in doubt since the last time that something was published. */
  let pending: Set<string> | 'everything' = 'everything';
  let shown = '';
  let due: number | undefined;

  const take = (result: BuildResult, isNews: boolean): void => {
    if (result.output !== undefined) {
      const fromStylesheets = pending !== 'everything' && [...pending].every(isStylesheet);
      const change = site.update({ output: result.output, basePath: result.basePath, fromStylesheets });
      pending = new Set();
      if (change !== undefined) live.publish(change);
    } else if (result.diagnostics.some(isHalfPublished)) live.publish(site.lookAgain());
    const language = options.languageOf(result.language);
    const findings = result.ok ? '' : JSON.stringify([language, result.diagnostics]);
    if (result.ok) live.clearFindings();
    else if (isNews || findings !== shown) live.showFindings(result.diagnostics, language);
    shown = findings;
  };

  const rebuild = async (doubtful: Doubtful): Promise<void> => {
    const paths = doubtful === 'everything' ? undefined : [...doubtful].map((file) => relativeTo(root, file));
    const before = paths?.filter((file) => isThere(sources, file));
    sources.doubt(paths?.flatMap(spellings) ?? 'everything');
    if (paths === undefined) pending = 'everything';
    else if (pending !== 'everything') for (const file of paths) pending.add(file);

    for (let attempt = 1; !end.signal.aborted; attempt++) {
      const started = performance.now();
      const result = options.build();
      if (!isLocked(result)) {
        const changed = paths?.filter((file) => isThere(sources, file) || before?.includes(file));
        const news = changed?.filter(isShown);
        take(result, news !== undefined && news.length > 0);
        if (result.until !== undefined) due = result.until?.at;
        tell({ kind: 'built', result, sources: news, milliseconds: performance.now() - started });
        return;
      }
      if (attempt === 1) tell({ kind: 'locked', result });
      await sleep(PATIENCE, undefined, { signal: end.signal }).catch(() => {});
    }
  };

  /** A fault in one build is told, and the next change finds everything at work. */
  const rebuildSafely = async (doubtful: Doubtful): Promise<void> => {
    try {
      // What went wrong may have been what was remembered of the disk, which is looked at anew then.
      await rebuild(doubtful).catch(() => rebuild('everything'));
    } catch (cause) {
      onFault(cause);
    }
  };

  let work = rebuildSafely('everything');
  /** Somebody has taken a published file away: the next build puts it back. */
  const mend = (): void => {
    options.doubtOutput();
    work = work.then(() => rebuildSafely(new Set()));
  };
  const watcher = await watch({
    root,
    ...watchedPart(root, options.disk),
    onChange: (doubtful) => {
      work = work.then(() => rebuildSafely(doubtful));
      return work;
    },
    onPolling: (reason) => tell({ kind: 'polling', reason }),
  });
  const clock = setInterval(() => {
    if (due === undefined || options.now() < due) return;
    due = undefined;
    work = work.then(() => rebuildSafely(new Set()));
  }, CLOCK);

  return {
    ready: Promise.all([work, watcher.ready]).then(() => {}),
    async close() {
      end.abort();
      clearInterval(clock);
      await Promise.all([watcher.close(), server.close(), work]);
    },
  };
}

function isLocked(result: BuildResult): boolean {
  return result.diagnostics.some(({ code }) => code === 'output-locked');
}

function relativeTo(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join('/');
}

/** Not every system tells of a file under the spelling in which it lists it. */
function spellings(file: string): string[] {
  return [file, file.normalize('NFC'), file.normalize('NFD')];
}

function isThere(files: FileSystem, file: string): boolean {
  const name = nameOf(file);
  return files.list(folderOf(file))?.some((entry) => entry.name === name) === true;
}

/** What editors put beside a file while they save it is nobody's news. */
function isShown(file: string): boolean {
  const name = nameOf(file);
  return name !== '' && !/^[.~#]|~$/.test(name);
}

function isStylesheet(file: string): boolean {
  return file.startsWith('templates/assets/') && file.endsWith('.css');
}
