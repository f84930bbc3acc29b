import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { type Crew, type Shift, type Task, ThreadLost, type Work } from '../base/crew.ts';
import { type Stopwatch, UNTIMED } from '../base/stopwatch.ts';
import { type Answer, errorOf, type Order, SIGNAL, type Welcome } from './orders.ts';

export interface CrewOptions {
  /** The module that a thread runs: `src/start/hand.ts`, bundled. */
  readonly entry: URL;
  /** How many threads help this one. */
  readonly threads: number;
  /** Work of less than this many documents or pages starts no thread. */
  readonly least: number;
  /** Milliseconds without an answer after which a thread counts as lost. */
  readonly patience: number;
  /** Is told of every job that a thread has done. */
  readonly stopwatch?: Stopwatch;
}

/**
 * Jobs that a thread has in hand at once. Two, so that it finds the next one waiting when it is done with one; more
 * would only be left over at the end, when this thread has nothing to do but wait.
 */
const IN_HAND = 2;

/**
 * A crew of threads that this one waits for without returning to its event loop, so that a build is a plain function with
 * them as without. The calling thread works too: it does each job for which no thread has a hand free. Answers come
 * by message; a counter in shared memory wakes whoever waits for them.
 */
export function threadCrew(options: CrewOptions): Crew {
  const { entry, threads: count, least, patience, stopwatch = UNTIMED } = options;
  let signal = createSignal();
  let hands: readonly Hand[] = [];
  let ordered: Task = 'parse';
  /** Stands for the shift that was begun last. */
  let current = {};

  const dismiss = (): void => {
    for (const hand of hands) hand.stop();
    hands = [];
  };

  /** Hands over the answers that have come; says whether there were any. */
  const collect = (learn: (answer: Answer, job: unknown) => void): boolean => {
    let found = false;
    for (const [index, hand] of hands.entries()) {
      for (let answer = hand.answer(); answer !== undefined; answer = hand.answer()) {
        found = true;
        stopwatch.elsewhere(index + 1, ordered, answer.began, answer.ended);
        learn(answer, hand.jobs.shift());
      }
    }
    return found;
  };

  const waitForAll = (learn: (answer: Answer, job: unknown) => void): void => {
    while (hands.some(({ jobs }) => jobs.length > 0)) {
      const answers = Atomics.load(signal, SIGNAL.answers);
      const isLost = Atomics.load(signal, SIGNAL.ended) > 0;
      if (collect(learn)) continue;
      if (isLost || Atomics.wait(signal, SIGNAL.answers, answers, patience) === 'timed-out') {
        dismiss();
        throw new ThreadLost();
      }
    }
  };

  const startFor = (amount: number): void => {
    if (hands.length > 0 || amount < least) return;
    // That threads have ended which were started before is nothing to these.
    signal = createSignal();
    hands = Array.from({ length: count }, () => startHand(entry, signal));
  };

  function begin<Job, Done>(work: Work<Job, Done>): Shift<Job> {
    const { task, setup, amount, order, here, learn } = work;
    waitForAll(IGNORE);
    startFor(amount);
    ordered = task;
    const mine = {};
    current = mine;
    for (const hand of hands) hand.order({ is: 'begin', task, setup });
    const learnOf = (answer: Answer, job: unknown): void => {
      if (answer.is === 'failed') throw errorOf(answer.failure);
      learn(answer.done as Done, job as Job);
    };
    return {
      do(job) {
        if (current !== mine) throw new Error('Another shift was begun since.');
        collect(learnOf);
        const free = hands.find(({ jobs }) => jobs.length < IN_HAND);
        if (free === undefined) {
          learn(here(job), job);
        } else {
          // What the job asks of the disk may throw; then it is in nobody's hand.
          const told = order(job);
          free.order({ is: 'job', job: told });
          free.jobs.push(job);
        }
      },
      finish: () => waitForAll(learnOf),
      abandon() {
        try {
          waitForAll(IGNORE);
        } catch {}
      },
    };
  }

  return {
    expect(amount) {
      if (amount > 0) startFor(amount);
    },
    begin,
    dismiss,
  };
}

const IGNORE = (): void => {};

function createSignal(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(SIGNAL.length * Int32Array.BYTES_PER_ELEMENT));
}

/** A thread, as this one sees it. */
interface Hand {
  /** Those that it has not answered yet, in order. */
  readonly jobs: unknown[];
  order(order: Order): void;
  /** The next answer that has come. */
  answer(): Answer | undefined;
  stop(): void;
}

function startHand(entry: URL, signal: Int32Array): Hand {
  const { port1: port, port2: theirs }: { port1: MessagePort; port2: MessagePort } = new MessageChannel();
  const welcome: Welcome = { port: theirs, signal };
  const worker = new Worker(entry, { workerData: welcome, transferList: [theirs] });
  // What it ends of is told by the signal; unheard, it would end this process too.
  worker.on('error', () => {});
  // A thread that waits for orders keeps no program from ending.
  worker.unref();
  port.unref();
  return {
    jobs: [],
    order: (order) => port.postMessage(order),
    answer: () => receiveMessageOnPort(port)?.message as Answer | undefined,
    stop: () => {
      port.close();
      void worker.terminate();
    },
  };
}
