import path from 'node:path';
import type { ChokidarOptions, FSWatcher } from 'chokidar';
import { afterQuiet, gather, type OnChange } from './gathering.ts';

export interface WatchOptions {
  /** The absolute folder with all that is watched. */
  readonly root: string;
  /** Whether an absolute path is nobody's business: the output, our own records, `.git`. Never asked for `root`. */
  readonly ignored: (path: string) => boolean;
  readonly folders: Folders;
  readonly onChange: OnChange;
  /** Told once, when the system has no more watches and the files are looked at from time to time instead. */
  readonly onPolling: (reason: string) => void;
  /** For tests. */
  readonly create?: ((root: string, options: ChokidarOptions) => FSWatcher) | undefined;
}

/** The disk, as far as watching has to know it. */
export interface Folders {
  /** Whether there is a folder at an absolute path. */
  has(path: string): boolean;
  /** Every folder at or below `root` that is not ignored, absolute; links are none. */
  list(): string[];
}

export interface Watcher {
  /** Settled when all is watched for the first time, or when it is over before that. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds without folders coming and going, after which all watches are made anew; and the longest wait. */
const SETTLED = 80;
const UNSETTLED = 1500;
/** So often in a row watches are made anew for folders that have come while they were made. */
const ATTEMPTS = 5;
/** Milliseconds between two looks where nothing tells of changes. */
const POLLING = 300;

/** What a system says that has no watches, or no open files, left. */
const RAN_OUT: ReadonlySet<unknown> = new Set(['ENOSPC', 'EMFILE', 'ENFILE']);

/**
 * Says that something changed, and where. It is a hint to look, never what to do: an event too many costs a little
 * time, so all are passed on, and where one may be missing everything is in doubt.
 *
 * Only folders are watched: the watch of a folder names every file in it that changes. A watch belongs to the folder
 * itself, not to its path, so one that was removed and made again is watched no more, and a new one not yet when its
 * first files are written. Whenever folders have come or gone, all watches are therefore made anew.
 */
export async function watch(options: WatchOptions): Promise<Watcher> {
  const { root, ignored, folders, onChange, onPolling } = options;
  // Loaded only by the command that watches.
  const chokidar = await import('chokidar');
  const create = options.create ?? chokidar.watch;
  const gathering = gather(onChange);
  let tellReady = (): void => {};
  const ready = new Promise<void>((resolve) => {
    tellReady = resolve;
  });
  let known: ReadonlySet<string> = new Set(folders.list());
  let renamed = new Set<string>();
  let isPolling = false;
  let attempts = 0;
  let current: FSWatcher | undefined;

  const end = (watcher: FSWatcher | undefined): Promise<void> | undefined => {
    const closed = watcher?.close();
    // Closing takes the listeners away, and an error still on its way would end the process.
    watcher?.on('error', () => {});
    return closed;
  };
  /** The old watches go first: chokidar would use those of the same path again, stale ones too. */
  const start = (): void => {
    void end(current);
    const links = new Set<string>();
    const watcher = create(root, {
      ignored(file, stats) {
        const own = path.normalize(file);
        if (own === root) return false;
        if (stats?.isSymbolicLink()) links.add(own);
        // What a link leads to may be in no folder that is watched.
        const isNamedByFolder = stats?.isFile() === true && !links.has(own) && !watcher.options.usePolling;
        return isNamedByFolder || ignored(own);
      },
      ignoreInitial: true,
      ignorePermissionErrors: true,
      atomic: false,
      usePolling: isPolling,
      interval: POLLING,
      binaryInterval: POLLING,
    });
    current = watcher;
    listen(watcher, watcher.options.usePolling);
  };
  const settle = afterQuiet(SETTLED, UNSETTLED, () => {
    const names = [...renamed];
    renamed = new Set();
    if (names.some((name) => known.has(name) || folders.has(name))) {
      attempts = 0;
      start();
    }
  });

  const listen = (watcher: FSWatcher, polls: boolean): void => {
    watcher.on('all', (_, file) => gathering.add([file]));
    // What the system said, before chokidar has looked for itself. Of a polled file, it says the same as above.
    watcher.on('raw', (event, name, details) => {
      const at: unknown = Object(details).watchedPath;
      if (typeof at !== 'string') return;
      // A folder that goes names itself, as if it were in itself.
      const named = typeof name === 'string' ? [path.join(at, name)] : [];
      if (named.length === 0 || path.basename(at) === name) named.push(at);
      const ours = named.filter((file) => file === root || !ignored(file));
      if (ours.length === 0) return;
      gathering.add(ours);
      if (event !== 'rename') return;
      for (const file of ours) renamed.add(file);
      settle.wait();
    });
    watcher.on('error', (cause) => {
      const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
      // Thousands of such errors follow; the watcher still says that it is ready, and sees only a part.
      if (RAN_OUT.has(code) && !isPolling) {
        isPolling = true;
        onPolling(String(code));
        start();
      }
      gathering.add('everything');
    });
    watcher.on('ready', () => {
      const watched = watcher.getWatched();
      known = new Set(folders.list());
      if (!polls && ++attempts < ATTEMPTS && [...known].some((folder) => !(folder in watched))) start();
      // What happened while the watches were made was seen by nobody.
      else gathering.add('everything');
      tellReady();
    });
  };
  start();

  return {
    ready,
    async close() {
      settle.stop();
      gathering.stop();
      await end(current);
      tellReady();
    },
  };
}
