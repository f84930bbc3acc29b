/** What may be other than it was: absolute paths, or everything where events may have been lost. */
export type Doubtful = ReadonlySet<string> | 'everything';

/** Called when it has been quiet for a moment, and never while the last call is under way. May not fail. */
export type OnChange = (doubtful: Doubtful) => void | Promise<void>;

/** Puts single events together until it is quiet and nobody is at work on those before. */
export interface Gathering {
  add(doubtful: Iterable<string> | 'everything'): void;
  stop(): void;
}

/** Milliseconds: an editor saves in two or three steps. */
const QUIET = 8;
/** Milliseconds after which a stream of changes that does not end is handed over. */
const LONGEST = 150;
/** More paths than this in doubt at once are cheaper to look at as a whole. */
const MANY = 1000;

export function gather(onChange: OnChange): Gathering {
  let doubtful = new Set<string>();
  let isAll = false;
  let isBusy = false;

  const handOver = async (): Promise<void> => {
    const now = isAll ? 'everything' : doubtful;
    doubtful = new Set();
    isAll = false;
    isBusy = true;
    try {
      await onChange(now);
    } finally {
      isBusy = false;
      if (isAll || doubtful.size > 0) quiet.wait();
    }
  };
  const quiet = afterQuiet(QUIET, LONGEST, () => void handOver());

  return {
    add(more) {
      if (more === 'everything') isAll = true;
      else for (const path of more) doubtful.add(path);
      isAll ||= doubtful.size > MANY;
      if (!isBusy) quiet.wait();
    },
    stop: quiet.stop,
  };
}

/** Calls `act` when `wait` has not been called for so many milliseconds, or when that takes longer than `longest`. */
export function afterQuiet(milliseconds: number, longest: number, act: () => void) {
  let first = 0;
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  return {
    wait(): void {
      if (isOver || (timer !== undefined && Date.now() - first >= longest)) return;
      if (timer === undefined) first = Date.now();
      clearTimeout(timer);
      const mine = setTimeout(() => {
        // On a busy machine a timer may be over before events that came earlier have been read.
        setImmediate(() => {
          if (isOver || timer !== mine) return;
          timer = undefined;
          act();
        });
      }, milliseconds);
      timer = mine;
    },
    stop(): void {
      isOver = true;
      clearTimeout(timer);
    },
  };
}
