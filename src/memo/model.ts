import { haveSameItems } from '../base/recall.ts';
import type { SiteInput, SiteResult } from '../model/build-site.ts';

/** What the site was put together from last, and what came of it. */
export interface ModelMemo {
  readonly input: SiteInput;
  readonly result: SiteResult;
}

/**
 * The site, or the very one that `memo` remembers if it would be put together from the same documents again: where a writer
 * changes a text, which is no part of it, that is all that is to be done of it.
 */
export function recallSite(
  input: SiteInput,
  memo: { last: ModelMemo | undefined },
  make: (input: SiteInput) => SiteResult,
): SiteResult {
  if (memo.last !== undefined && isStill(memo.last, input)) return memo.last.result;
  const result = make(input);
  memo.last = { input, result };
  return result;
}

function isStill({ input, result }: ModelMemo, now: SiteInput): boolean {
  const { since, until } = result.visible;
  if (now.now < since || (until !== null && now.now >= until.at)) return false;
  // The moment has been looked at, and the same documents lie in new lists of groups.
  const same = (Object.keys(now) as (keyof SiteInput)[]).filter((name) => name !== 'now');
  return same.every((name) => {
    const [before, after] = [input[name], now[name]];
    return Array.isArray(before) && Array.isArray(after) ? haveSameItems(before, after) : before === after;
  });
}
