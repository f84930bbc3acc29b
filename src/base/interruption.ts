/** Thrown through whatever was being made: nothing is wrong with that, but it cannot be finished now. */
export class Interruption extends Error {
  override readonly name: string = 'Interruption';
}

/** The interruption that `thrown` is, or that somebody on its way has put into an error of their own. */
export function interruptionIn(thrown: unknown): Interruption | undefined {
  for (let each = thrown; each instanceof Error; each = each.cause) {
    if (each instanceof Interruption) return each;
  }
  return undefined;
}
