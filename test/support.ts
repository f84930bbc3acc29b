import path from 'node:path';
import { fingerprint } from '../src/base/fingerprint.ts';
import { type BuildInput, type BuildResult, build } from '../src/build.ts';
import { emptyMemos, type Memos } from '../src/memo/memos.ts';
import type { DocumentSource } from '../src/parse/document.ts';
import { type MemoryFiles, memoryFileSystem } from '../src/read/memory-file-system.ts';
import { nodeFileSystem } from '../src/read/node-file-system.ts';
import { CREW } from './crew-of-tests.ts';

export const REPOSITORY = path.resolve(import.meta.dirname, '..');
export const THEME = nodeFileSystem(path.join(REPOSITORY, 'templates'));

/** 24/11/2026, so that no test depends on the day it runs. */
export const NOW = Date.UTC(2026, 10, 24) / 1000;

/** What a sound site needs besides its articles. */
export const SITE_YAML = 'title: Bản tin\nbase_url: https://vidu.example\n';

export function section(title: string): string {
  return `---\ntitle: ${title}\n---\n`;
}

export function article(fields: string, body = 'Nội dung bài.'): string {
  return `---\n${fields}\n---\n\n${body}\n`;
}

/** A file of `content/` as the snapshot hands it to the parser. */
export function sourceOf(name: string, content: string | Uint8Array): DocumentSource {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { path: name, bytes };
}

/** What a build is given where nothing else is said: an empty site, the built-in theme, no output. */
export function buildInput(options: Partial<BuildInput>): BuildInput {
  return {
    site: memoryFileSystem({}),
    theme: THEME,
    publication: undefined,
    crew: CREW,
    baseUrl: undefined,
    now: NOW,
    drafts: false,
    future: false,
    keepGoing: false,
    strictness: 'lenient',
    ...options,
  };
}

/** A build in memory that writes nothing; `files` are the site's. */
export function check(
  files: MemoryFiles,
  options: Partial<BuildInput> = {},
  memos: Memos = emptyMemos(),
): BuildResult {
  return build(buildInput({ site: memoryFileSystem(files), ...options }), memos);
}

export interface MemoryOutput {
  readonly files: Map<string, string>;
  readonly publication: NonNullable<BuildInput['publication']>;
}

/** An output that keeps its files in a map, as text; only what is committed counts. */
export function memoryOutput(): MemoryOutput {
  const files = new Map<string, string>();
  return {
    files,
    publication: () => {
      const staged = new Map<string, string>();
      return {
        put(name, content, _kind, learn) {
          staged.set(name, typeof content === 'string' ? content : new TextDecoder().decode(content));
          learn?.(fingerprint(content));
        },
        reuse(name, print) {
          const text = files.get(name);
          if (text === undefined || fingerprint(text) !== print) return false;
          staged.set(name, text);
          return true;
        },
        resume: () => false,
        drop: () => {},
        stands: (name) => files.has(name),
        keepRest: () => {},
        commit: () => {
          files.clear();
          for (const [name, text] of staged) files.set(name, text);
          return {
            summary: { written: files.size, unchanged: 0, deleted: 0 },
            written: [...files.keys()],
            deleted: [],
            version: '',
            before: undefined,
          };
        },
        abandon: () => {},
      };
    },
  };
}

/** A site built in memory: its files by path, and what the build said. */
export function buildInMemory(
  files: MemoryFiles,
  options: Partial<BuildInput> = {},
): { readonly files: ReadonlyMap<string, string>; readonly result: BuildResult } {
  const output = memoryOutput();
  const result = check(files, { publication: output.publication, ...options });
  return { files: output.files, result };
}
