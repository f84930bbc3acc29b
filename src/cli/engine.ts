import { setFlagsFromString } from 'node:v8';
import { collector, LARGE_HEAP } from './heap.ts';

/**
 * For a build that begins with nothing. Most are over before V8 has made up for optimising what they do: of 0.74 s for
 * 1,000 articles it took 0.07 from this thread, and kept the second core busy. So it compiles each function plainly at
 * once, and optimises one only when it has run nine times as much as usual: 0.57 s.
 * A build that remembers runs too little for that: it would take 0.03 s longer.
 */
export function compilePlainly(): void {
  setFlagsFromString('--always-sparkplug');
  setFlagsFromString('--interrupt-budget=600000');
  // What is optimised takes in fewer of the functions that it calls: of 10,000 articles a twelfth of the CPU time less.
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=100');
}

/** From so many documents on it pays to optimise what they go through; of 5,000 it makes no difference. */
const MANY_DOCUMENTS = 6000;

/**
 * Before documents are parsed, of which there are `documents`. Where there are many, V8 does best by itself: parsing
 * 10,000 articles takes three quarters of the time that it takes with what `compilePlainly` says; of a whole build of 3,000
 * it would cost some hundredths (docs/performance.md).
 */
export function optimiseIfMany(documents: number): void {
  if (documents < MANY_DOCUMENTS) return;
  setFlagsFromString('--no-always-sparkplug');
  // V8's own figure: there is no way to take a flag back.
  setFlagsFromString('--interrupt-budget=67584');
}

/**
 * V8 puts what a line of code makes among what is old at once, when most of what that line made before was kept. The line
 * that makes fragments, which are kept, also makes pages, which are not: each page then stayed until all of the heap was
 * looked through. Without that guess 10,000 articles take 390 MB instead of 550, and a fifteenth less CPU.
 */
export function allocateYoung(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}

/**
 * Before pages are made. V8 lets the heap of a large site grow threefold before it looks for garbage, and with what lies
 * there in the end 100,000 articles do not fit into 1.5 GB. So there is a look now, and others whenever it has grown by a
 * third: some seconds of the hundred that such a build takes. A small site, whose garbage is nobody's concern, would take a
 * thirtieth longer. `used` gives the bytes in use, `collect` looks through all of them.
 */
export function growSlowlyIfLarge(
  used: () => number = () => process.memoryUsage().heapUsed,
  collect: () => void = () => collector()(),
): void {
  if (used() < LARGE_HEAP) return;
  setFlagsFromString('--heap-growing-percent=30');
  collect();
}
