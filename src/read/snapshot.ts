import { extensionOf, nameOf } from '../base/address.ts';
import { type Diagnostic, error, wholeFile } from '../base/diagnostic.ts';
import type { MediaFile } from '../base/media.ts';
import { createRecall, type Recall } from '../base/recall.ts';
import type { FileSystem } from './file-system.ts';
import {
  createReader,
  type KnownFiles,
  type Measures,
  type SourceBytes,
  SourceUnreadable,
} from './known-files.ts';
import { type FoundFile, reasonOf, scan } from './scan.ts';

export const CONTENT = 'content';
const TEMPLATES = 'templates';
const PUBLIC = '_public/';

/** A file whose bytes have been read. `path` is relative to `content/`, or to `templates/`. */
export interface TextFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface TemplateFile extends TextFile {
  /** Where it lies, for messages: the site's `templates/…`, or the built-in theme's. */
  readonly shownPath: string;
}

/** An article, a page or a section's file. `path` is relative to `content/`. */
export interface SourceFile extends SourceBytes {
  readonly path: string;
}

/** Everything that a build looks at, read once. Ordered by path; the same whatever order the disk lists. */
export interface Snapshot {
  readonly settings: TextFile | null;
  readonly documents: readonly SourceFile[];
  readonly media: readonly MediaFile[];
  readonly publicFiles: readonly MediaFile[];
  /** The site's templates over the built-in ones. */
  readonly templates: ReadonlyMap<string, TemplateFile>;
  readonly diagnostics: readonly Diagnostic[];
  /**
   * One of `media` or `publicFiles`: they may be large, so they are read when they are published. Throws
   * `SourceUnreadable`.
   */
  mediaSource(file: MediaFile): SourceBytes;
}

/**
 * Reads the site (`content/`, `templates/`) and the built-in theme, but for what `known` tells of its files. Findings
 * are about files that cannot be read.
 */
export function takeSnapshot(
  site: FileSystem,
  theme: FileSystem,
  known: KnownFiles,
  recall: Recall = createRecall(),
): Snapshot {
  const reader = recall.for(createReader)(site, known);
  const diagnostics: Diagnostic[] = [];
  if (isMissing(site, CONTENT)) {
    diagnostics.push(error('content-missing', wholeFile(CONTENT), { folder: CONTENT }));
  }
  const content = scan(site, CONTENT, isContent, recall);
  diagnostics.push(...content.diagnostics);

  const attempt = <T>(file: FoundFile, reading: (diskPath: string) => T): T | undefined => {
    try {
      return reading(file.diskPath);
    } catch (cause) {
      diagnostics.push(
        error('file-unreadable', wholeFile(`${CONTENT}/${file.path}`), { reason: reasonOf(cause) }),
      );
      return undefined;
    }
  };

  const documents: SourceFile[] = [];
  const media: MediaFile[] = [];
  const publicFiles: MediaFile[] = [];
  const diskPaths = new Map<string, string>();
  let settings: TextFile | null = null;
  for (const file of content.files) {
    const isPublic = file.path.startsWith(PUBLIC);
    if (file.path === 'site.yaml') {
      const bytes = attempt(file, (path) => site.read(path));
      if (bytes) settings = recall.keep(recall, 'settings file', { path: file.path, bytes });
    } else if (!isPublic && extensionOf(file.path) === 'md') {
      const source = attempt(file, reader.source);
      if (source) documents.push(recall.for(createSourceFile)(source, file.path));
    } else {
      const measures = attempt(file, reader.measure) ?? UNMEASURED;
      diskPaths.set(file.path, file.diskPath);
      (isPublic ? publicFiles : media).push(recall.for(createMediaFile)(measures, file.path));
    }
  }

  known.keepOnly(new Set(content.files.map((file) => file.diskPath)));

  const templates = new Map<string, TemplateFile>();
  readTemplates(theme, '', 'bantin/templates', templates, diagnostics, recall);
  readTemplates(site, TEMPLATES, TEMPLATES, templates, diagnostics, recall);

  return {
    settings,
    documents,
    media,
    publicFiles,
    templates,
    diagnostics,
    mediaSource(file) {
      try {
        return reader.source(diskPaths.get(file.path) ?? `${CONTENT}/${file.path}`);
      } catch (cause) {
        throw new SourceUnreadable(`${CONTENT}/${file.path}`, cause);
      }
    },
  };
}

/** A folder that is there and cannot be read is not missing; scanning it tells what is wrong. */
function isMissing(files: FileSystem, folder: string): boolean {
  try {
    return files.list(folder) === undefined;
  } catch {
    return false;
  }
}

/** Names beginning with `_` or `.` and README.md are no content, but for the two that have a meaning. */
function isContent(path: string): boolean {
  if (path.startsWith(PUBLIC)) return true;
  const name = nameOf(path.endsWith('/') ? path.slice(0, -1) : path);
  if (name.startsWith('_')) return name.toLowerCase() === '_index.md';
  return !name.startsWith('.') && name.toLowerCase() !== 'readme.md';
}

function isTemplate(path: string): boolean {
  return !nameOf(path).startsWith('.');
}

/** Of a file that cannot be read, which is an error besides. */
const UNMEASURED: Measures = { size: 0, width: 0, height: 0 };

function createSourceFile(source: SourceBytes, path: string): SourceFile {
  return { path, ...source };
}

/** The same object stands for the same bytes. */
function createMediaFile({ size, width, height }: Measures, path: string): MediaFile {
  return { path, size, width, height };
}

function readTemplates(
  files: FileSystem,
  folder: string,
  shown: string,
  into: Map<string, TemplateFile>,
  diagnostics: Diagnostic[],
  recall: Recall,
): void {
  const found = scan(files, folder, isTemplate, recall);
  diagnostics.push(...found.diagnostics);
  for (const file of found.files) {
    const shownPath = `${shown}/${file.path}`;
    try {
      const template = { path: file.path, shownPath, bytes: files.read(file.diskPath) };
      into.set(file.path, recall.keep(recall, shownPath, template));
    } catch (cause) {
      diagnostics.push(error('file-unreadable', wholeFile(shownPath), { reason: reasonOf(cause) }));
    }
  }
}
