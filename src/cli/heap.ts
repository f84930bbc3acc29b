import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * By how much the heap may grow before what is in it is looked through, in percent. A program that runs all day beside
 * others must not keep the garbage of its first build: V8's own choice holds three times what is alive. A large heap may grow
 * further than `WORTH_A_LOOK`, for every look takes so long; and none is taken only to give memory back.
 */
const HEAP_GROWTH = 20;
const LARGE_HEAP_GROWTH = 25;
/** Bytes in use that make a site a large one: some 50,000 articles, all of them read. */
export const LARGE_HEAP = 400e6;

/** Milliseconds after a build in which nothing came: who saves twice has done so, who writes on has not saved yet. */
const QUIET = 400;
/**
 * Bytes of growth that are worth a look through a large heap: of 100,000 articles, some five edits. It takes one to two and a
 * half seconds, and who saves within these waits for it, so it must not follow every edit.
 */
const WORTH_A_LOOK = 64e6;

/** Chooses when garbage is collected, so that nobody waits for it. */
export interface Heap {
  /** Before a build. */
  rest(): void;
  /** After a build: looks through a large heap when it has been quiet for a while, before V8 does while somebody waits. */
  tidy(): void;
}

/** `used` gives the bytes that are in use, `collect` looks through all of them. */
export function createHeap(
  used: () => number = () => process.memoryUsage().heapUsed,
  collect: () => void = collector(),
): Heap {
  let timer: NodeJS.Timeout | undefined;
  /** Bytes in use after the last look. */
  let least = 0;

  const look = (): void => {
    collect();
    least = used();
  };

  return {
    rest() {
      clearTimeout(timer);
      const isLarge = used() > LARGE_HEAP;
      setFlagsFromString(`--heap-growing-percent=${isLarge ? LARGE_HEAP_GROWTH : HEAP_GROWTH}`);
      setFlagsFromString(isLarge ? '--no-memory-reducer' : '--memory-reducer');
    },
    tidy() {
      if (used() < Math.max(LARGE_HEAP, least + WORTH_A_LOOK)) return;
      timer = setTimeout(look, QUIET).unref();
    },
  };
}

/** V8 gives its collector only to whoever asks for it by a flag, and only in a context that is made after that. */
export function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  return typeof collect === 'function' ? () => void collect() : () => {};
}
