import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { folderOf } from '../src/base/address.ts';
import { ALONE } from '../src/base/crew.ts';
import { type BuildResult, build } from '../src/build.ts';
import { emptyMemos } from '../src/memo/memos.ts';
import { nodeFileSystem } from '../src/read/node-file-system.ts';
import { rememberingFileSystem } from '../src/read/remembering-file-system.ts';
import { nodeDisk } from '../src/write/node-disk.ts';
import { openPublication } from '../src/write/publish.ts';
import { generateArticle, writeArticle, writeSite } from './corpus.ts';
import { END, type Place } from './place.ts';
import { budget, count, machine, printTable } from './table.ts';

const THEME = path.resolve('templates');

/** Files that one publication may change. */
export const BUDGET = { median: 40, most: 60 };

/** How many files of the output changed with each of `count` articles published one after another. */
export interface PublishingResult {
  /** Written and deleted files, the article's own page not counted. */
  readonly changes: readonly number[];
  readonly median: number;
  readonly most: number;
}

export interface PublishingOptions {
  readonly size: number;
  readonly count: number;
  /** Seconds of UTC: when the first of them is published; the others follow every two hours. */
  readonly now: number;
  /** The folder in which the site is made. */
  readonly folder?: string;
  /** Every build begins from nothing, which changes how long it takes and nothing else. */
  readonly forgets?: boolean;
}

export async function benchPublishing(articles: number, place: Place): Promise<void> {
  const options = { size: articles, count: 25, now: END, folder: place.folder };
  const { changes, median, most } = measurePublishing(options);
  const title = `files changed by one article more, ${count(articles)} articles before`;
  printTable(
    title,
    machine(place.name),
    ['', 'files', 'budget'],
    [
      ['median', String(median), budget(median, BUDGET.median, 'files')],
      ['most', String(most), budget(most, BUDGET.most, 'files')],
      ['all', spread(changes)],
    ],
  );
}

/** `3 × 27, 22 × 28` */
function spread(changes: readonly number[]): string {
  const times = new Map<number, number>();
  for (const files of [...changes].sort((a, b) => a - b)) times.set(files, (times.get(files) ?? 0) + 1);
  return [...times].map(([files, often]) => `${often} × ${files}`).join(', ');
}

/** Four tags each, dated now, spread over the associations. */
export function measurePublishing(options: PublishingOptions): PublishingResult {
  const { size, count, now, folder = tmpdir(), forgets = false } = options;
  const root = mkdtempSync(path.join(folder, 'bantin-publish-'));
  try {
    writeSite(root, { articles: size, end: now - 3600 });
    const buildOn = forgets ? (moment: number) => buildGenerated(root, moment) : rememberingBuild(root);
    buildOn(now, []);
    const changes: number[] = [];
    for (let number = 0; number < count; number++) {
      const moment = now + number * 7200;
      const article = generateArticle(size + number, moment, 4);
      writeArticle(root, article);
      const { written, deleted } = buildOn(moment, [article.path]).summary;
      changes.push(written + deleted - 1);
    }
    const sorted = [...changes].sort((a, b) => a - b);
    return { changes, median: sorted[Math.floor(sorted.length / 2)] ?? 0, most: sorted.at(-1) ?? 0 };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Builds as `dev` does: with all that the last build remembers, and told which files are not as they were. */
function rememberingBuild(root: string): (now: number, changed: readonly string[]) => BuildResult {
  const site = rememberingFileSystem(nodeFileSystem(root));
  const memos = emptyMemos();
  return (now, changed) => {
    // The first of a year comes with its folder.
    site.doubt(changed.flatMap((file) => [file, folderOf(file)]));
    return buildGenerated(root, now, site, memos);
  };
}

/** Builds a generated site into its `dist/`; `now` is in seconds of UTC. */
export function buildGenerated(
  root: string,
  now: number,
  site = nodeFileSystem(root),
  memos = emptyMemos(),
): BuildResult {
  const owner = { pid: process.pid, startedAt: new Date().toISOString() };
  const out = path.join(root, 'dist');
  const input = {
    site,
    theme: nodeFileSystem(THEME),
    crew: ALONE,
    publication: () => openPublication(nodeDisk(), out, owner, () => true, memos.output),
    baseUrl: undefined,
    now,
    drafts: false,
    future: false,
    keepGoing: false,
    strictness: 'lenient',
  } as const;
  const result = build(input, memos);
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics.slice(0, 3)));
  return result;
}
