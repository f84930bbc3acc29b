import { joined } from '../base/joined.ts';
import type { Recall } from '../base/recall.ts';
import type { Article } from './site.ts';

/** What is listed of a month: the same object as last time if it is the same articles. */
export type ListedMonth = readonly Article[];

/** What tells a month from others; empty where there are no articles. */
export function monthOf([first]: ListedMonth): string {
  return first === undefined ? '' : `${first.year}-${first.month}`;
}

/**
 * What a section or a tag lists in all, newest first, put together from months, newest first. Of a list in which no month
 * has changed no article is looked at: of a large site that is nearly all of what a list costs.
 */
export function listOfMonths(
  owner: object,
  name: string,
  months: readonly ListedMonth[],
  recall: Recall,
): readonly Article[] {
  return recall.for(inOne)(recall.keep(owner, `${name} by months`, months));
}

/** Not frozen, as other things of the model are: to cut a piece out of a frozen list takes V8 thirty times as long. */
function inOne(months: readonly ListedMonth[]): readonly Article[] {
  return joined(months);
}
