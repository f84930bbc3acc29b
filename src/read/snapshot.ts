import { nameOf } from '../base/address.ts';
import { type Diagnostic, error, wholeFile } from '../base/diagnostic.ts';
import { joined } from '../base/joined.ts';
import type { MediaFile } from '../base/media.ts';
import { createRecall, type Recall } from '../base/recall.ts';
import { CONTENT, createContentsReader, isPublic, type SourceFile, type TextFile } from './contents.ts';
import type { FileSystem } from './file-system.ts';
import { type KnownFiles, type SourceBytes, SourceUnreadable } from './known-files.ts';
import { reasonOf, scan } from './scan.ts';

export type { SourceFile, TextFile };
export { CONTENT };

const TEMPLATES = 'templates';

export interface TemplateFile extends TextFile {
  /** Where it lies, for messages: the site's `templates/…`, or the built-in theme's. */
  readonly shownPath: string;
}

/** Everything that a build looks at, read once; the same whatever order the disk lists. */
export interface Snapshot {
  readonly settings: TextFile | null;
  /** Folder by folder; a folder in which nothing has changed is the same object as last time. */
  readonly documents: readonly (readonly SourceFile[])[];
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
 * are about files that cannot be read. `announce` is told beforehand how many files of `content/` nothing is known of.
 */
export function takeSnapshot(
  site: FileSystem,
  theme: FileSystem,
  known: KnownFiles,
  recall: Recall = createRecall(),
  announce: (files: number) => void = () => {},
): Snapshot {
  const diagnostics: Diagnostic[] = [];
  if (isMissing(site, CONTENT)) {
    diagnostics.push(error('content-missing', wholeFile(CONTENT), { folder: CONTENT }));
  }
  const content = scan(site, CONTENT, isContent, recall);
  const count = content.folders.reduce((sum, { files }) => sum + files.length, 0);
  announce(count - known.size);
  const reader = recall.for(createContentsReader)(site, known);
  const folders = content.folders.map(reader.folder);
  diagnostics.push(...content.diagnostics, ...folders.flatMap((folder) => folder.diagnostics));
  const found = () => joined(content.folders.map(({ files }) => files));
  if (known.size > count) known.keepOnly(new Set(found().map((file) => file.diskPath)));
  const settings = folders.find((folder) => folder.settings !== null)?.settings ?? null;
  let diskPaths: ReadonlyMap<string, string> | undefined;

  const templates = new Map<string, TemplateFile>();
  readTemplates(theme, '', 'bantin/templates', templates, diagnostics, recall);
  readTemplates(site, TEMPLATES, TEMPLATES, templates, diagnostics, recall);

  return {
    settings: settings && recall.keep(recall, 'settings', settings),
    documents: folders.map(({ documents }) => documents),
    media: joined(folders.map(({ media }) => media)),
    publicFiles: joined(folders.map(({ publicFiles }) => publicFiles)),
    templates,
    diagnostics,
    mediaSource(file) {
      diskPaths ??= new Map(found().map(({ path, diskPath }) => [path, diskPath]));
      try {
        return reader.source(diskPaths.get(file.path) ?? `${CONTENT}/${file.path}`);
      } catch (cause) {
        throw new SourceUnreadable(`${CONTENT}/${file.path}`, cause);
      }
    },
  };
}

const ASSETS = 'assets/';

/** The files of `templates/assets/`: their names in it, and where they lie for messages. */
export function themeAssets({ templates }: Pick<Snapshot, 'templates'>) {
  return [...templates.values()]
    .filter((file) => file.path.startsWith(ASSETS))
    .map(({ path, shownPath, bytes }) => ({ name: path.slice(ASSETS.length), source: shownPath, bytes }));
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
  if (isPublic(path)) return true;
  const name = nameOf(path.endsWith('/') ? path.slice(0, -1) : path);
  if (name.startsWith('_')) return name.toLowerCase() === '_index.md';
  return !name.startsWith('.') && name.toLowerCase() !== 'readme.md';
}

function isTemplate(path: string): boolean {
  return !nameOf(path).startsWith('.');
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
  for (const file of found.folders.flatMap(({ files: inFolder }) => inFolder)) {
    const shownPath = `${shown}/${file.path}`;
    try {
      const template = { path: file.path, shownPath, bytes: files.read(file.diskPath) };
      into.set(file.path, recall.keep(recall, shownPath, template));
    } catch (cause) {
      diagnostics.push(error('file-unreadable', wholeFile(shownPath), { reason: reasonOf(cause) }));
    }
  }
}
