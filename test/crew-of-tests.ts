import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ALONE, type Crew } from '../src/base/crew.ts';
import { threadCrew } from '../src/crew/threads.ts';

/** What a thread runs; compiled before the tests. */
export const HAND = pathToFileURL(path.resolve(import.meta.dirname, '../build/bantin-hand.js'));

/** `BANTIN_WORKERS=2 npm test` has every build of the tests share its work with two threads, the smallest too. */
const threads = Number(process.env['BANTIN_WORKERS'] ?? 0);

export const CREW: Crew =
  threads === 0 ? ALONE : threadCrew({ entry: HAND, threads, least: 0, patience: 60_000 });
