import { type ArchivedList, pageLimit } from '../model/periods.ts';
import { IN_BLOCK, NEIGHBOURS, NEWEST } from './lists.ts';
import { RELATED_AMONG } from './related.ts';

/** What of a list one page may show: enough to guess which articles a page is made from. */
export const REACH = {
  newer: NEIGHBOURS,
  older: RELATED_AMONG,
  newest: NEWEST,
  inBlock: IN_BLOCK,
  limit: (depth: number | null): number => pageLimit(listAt(depth)),
} as const;

/** A section that lies in so many others, or a tag. */
function listAt(depth: number | null): ArchivedList {
  if (depth === null) return { address: '' };
  return { address: '', parent: depth === 0 ? null : listAt(depth - 1) };
}
