import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BuildResult, build } from '../src/build.ts';
import { nodeFileSystem } from '../src/read/node-file-system.ts';
import { nodeDisk } from '../src/write/node-disk.ts';
import { openPublication } from '../src/write/publish.ts';
import { type GeneratedArticle, generateArticle, writeArticle, writeSite } from './corpus.ts';

const THEME = path.resolve('templates');

/** How many files of the output changed with each of `count` articles published one after another. */
export interface PublishingResult {
  readonly size: number;
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
}

/** Four tags each, dated now, spread over the associations. */
export function measurePublishing({ size, count, now }: PublishingOptions): PublishingResult {
  const root = mkdtempSync(path.join(tmpdir(), 'bantin-publish-'));
  try {
    writeSite(root, { articles: size, end: now - 3600 });
    buildGenerated(root, now);
    const changes: number[] = [];
    for (let number = 0; number < count; number++) {
      const moment = now + number * 7200;
      writeArticle(root, newArticle(size + number, moment));
      const { written, deleted } = buildGenerated(root, moment).summary;
      changes.push(written + deleted - 1);
    }
    const sorted = [...changes].sort((a, b) => a - b);
    return { size, changes, median: sorted[Math.floor(sorted.length / 2)] ?? 0, most: sorted.at(-1) ?? 0 };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function newArticle(index: number, epoch: number): GeneratedArticle {
  return generateArticle(index, epoch, 4);
}

/** Builds a generated site into its `dist/`; `now` is in seconds of UTC. */
export function buildGenerated(root: string, now: number): BuildResult {
  const result = build({
    site: nodeFileSystem(root),
    theme: nodeFileSystem(THEME),
    publication: () => openPublication(nodeDisk(), path.join(root, 'dist'), owner(), () => true),
    baseUrl: undefined,
    now,
    drafts: false,
    future: false,
    keepGoing: false,
    strictness: 'lenient',
  });
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics.slice(0, 3)));
  return result;
}

function owner() {
  return { pid: process.pid, startedAt: new Date().toISOString() };
}
