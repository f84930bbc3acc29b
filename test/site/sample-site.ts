import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { inject } from 'vitest';
import { build } from '../../src/build.ts';
import { nodeFileSystem } from '../../src/read/node-file-system.ts';
import { nodeDisk } from '../../src/write/node-disk.ts';
import { openPublication } from '../../src/write/publish.ts';
import { CREW } from '../crew-of-tests.ts';
import { NOW, REPOSITORY, THEME } from '../support.ts';

export interface SampleSite {
  readonly folder: string;
  /** How many articles the build counted. */
  readonly articles: number;
  /** Paths of all published files. */
  readonly files: readonly string[];
  read(file: string): string;
}

let built: SampleSite | undefined;

/** The repository's own content, built into a folder of its own, once for all the tests of a process; they only read it. */
export function sampleSite(): SampleSite {
  built ??= buildSampleSite();
  return built;
}

function buildSampleSite(): SampleSite {
  const folder = mkdtempSync(path.join(inject('siteFolder'), 'dist-'));
  const result = build({
    site: nodeFileSystem(REPOSITORY),
    theme: THEME,
    crew: CREW,
    publication: () =>
      openPublication(nodeDisk(), folder, { pid: process.pid, startedAt: '' }, () => true, undefined, CREW),
    baseUrl: undefined,
    now: NOW,
    drafts: false,
    future: false,
    keepGoing: false,
    strictness: 'strict',
  });
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics, null, 1));
  return {
    folder,
    articles: result.summary.articles,
    files: listFiles(folder).filter((file) => !file.startsWith('.bantin/')),
    read: (file) => readFileSync(path.join(folder, file), 'utf8'),
  };
}

export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .map((name) => name.split(path.sep).join('/'))
    .sort();
}
