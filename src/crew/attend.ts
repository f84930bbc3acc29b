import { type Answer, failureOf, type Order, SIGNAL, type Welcome } from './orders.ts';
import { type Outcome, type Performer, TASKS } from './tasks.ts';

/** Does what is ordered, job after job, until the thread is stopped. */
export function attend({ port, signal }: Welcome): void {
  let perform: Performer | undefined;
  const tell = (place: number): void => {
    Atomics.add(signal, place, 1);
    Atomics.notify(signal, SIGNAL.answers);
  };
  const answer = (job: unknown): [Answer, Outcome['transfer']] => {
    const began = clock();
    try {
      if (perform === undefined) throw new Error('A job came before its task.');
      const { value, transfer } = perform(job);
      return [{ is: 'done', done: value, began, ended: clock() }, transfer];
    } catch (cause) {
      return [{ is: 'failed', failure: failureOf(cause), began, ended: clock() }, []];
    }
  };
  process.on('exit', () => {
    Atomics.add(signal, SIGNAL.answers, 1);
    tell(SIGNAL.ended);
  });
  port.on('message', (order: Order) => {
    if (order.is === 'begin') {
      perform = TASKS[order.task](order.setup);
      return;
    }
    port.postMessage(...answer(order.job));
    tell(SIGNAL.answers);
  });
}

function clock(): number {
  return performance.timeOrigin + performance.now();
}
