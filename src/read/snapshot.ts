import { extensionOf, nameOf } from '../base/address.ts';
import { type Diagnostic, error, wholeFile } from '../base/diagnostic.ts';
import type { MediaFile } from '../base/media.ts';
import type { FileSystem } from './file-system.ts';
import { HEAD_LENGTH, isPicture, readImageSize } from './image-size.ts';
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

/** Everything that a build looks at, read once. Ordered by path; the same whatever order the disk lists. */
export interface Snapshot {
  readonly settings: TextFile | null;
  readonly documents: readonly TextFile[];
  readonly media: readonly MediaFile[];
  readonly publicFiles: readonly MediaFile[];
  /** The site's templates over the built-in ones. */
  readonly templates: ReadonlyMap<string, TemplateFile>;
  readonly diagnostics: readonly Diagnostic[];
  /** Bytes of one of `media` or `publicFiles`: they may be large, so they are read when they are published. */
  readMedia(file: MediaFile): Uint8Array;
}

/** Reads the site (`content/`, `templates/`) and the built-in theme. Findings are about files that cannot be read. */
export function takeSnapshot(site: FileSystem, theme: FileSystem): Snapshot {
  const diagnostics: Diagnostic[] = [];
  if (site.list(CONTENT) === undefined) {
    diagnostics.push(error('content-missing', wholeFile(CONTENT), { folder: CONTENT }));
  }
  const content = scan(site, CONTENT, isContent);
  diagnostics.push(...content.diagnostics);

  const read = (file: FoundFile, length?: number): Uint8Array | undefined => {
    try {
      return site.read(file.diskPath, length);
    } catch (cause) {
      diagnostics.push(
        error('file-unreadable', wholeFile(`${CONTENT}/${file.path}`), { reason: reasonOf(cause) }),
      );
      return undefined;
    }
  };

  const documents: TextFile[] = [];
  const media: MediaFile[] = [];
  const publicFiles: MediaFile[] = [];
  const diskPaths = new Map<string, string>();
  let settings: TextFile | null = null;
  for (const file of content.files) {
    const isPublic = file.path.startsWith(PUBLIC);
    if (file.path === 'site.yaml') {
      const bytes = read(file);
      if (bytes) settings = { path: file.path, bytes };
    } else if (!isPublic && extensionOf(file.path) === 'md') {
      const bytes = read(file);
      if (bytes) documents.push({ path: file.path, bytes });
    } else {
      const head = isPicture(file.path) ? read(file, HEAD_LENGTH) : undefined;
      const dimensions = head ? readImageSize(head) : { width: 0, height: 0 };
      diskPaths.set(file.path, file.diskPath);
      (isPublic ? publicFiles : media).push({
        path: file.path,
        size: site.size(file.diskPath),
        ...dimensions,
      });
    }
  }

  const templates = new Map<string, TemplateFile>();
  readTemplates(theme, '', 'bantin/templates', templates, diagnostics);
  readTemplates(site, TEMPLATES, TEMPLATES, templates, diagnostics);

  return {
    settings,
    documents,
    media,
    publicFiles,
    templates,
    diagnostics,
    readMedia: (file) => site.read(diskPaths.get(file.path) ?? `${CONTENT}/${file.path}`),
  };
}

/** Names beginning with `_` or `.` and README.md are no content, but for the two that have a meaning. */
function isContent(path: string): boolean {
  if (path.startsWith(PUBLIC)) return true;
  const name = nameOf(path.endsWith('/') ? path.slice(0, -1) : path);
  if (name.startsWith('_')) return name.toLowerCase() === '_index.md';
  return !name.startsWith('.') && name.toLowerCase() !== 'readme.md';
}

function readTemplates(
  files: FileSystem,
  folder: string,
  shown: string,
  into: Map<string, TemplateFile>,
  diagnostics: Diagnostic[],
): void {
  const found = scan(files, folder, (path) => !nameOf(path).startsWith('.'));
  diagnostics.push(...found.diagnostics);
  for (const file of found.files) {
    const shownPath = `${shown}/${file.path}`;
    try {
      into.set(file.path, { path: file.path, shownPath, bytes: files.read(file.diskPath) });
    } catch (cause) {
      diagnostics.push(error('file-unreadable', wholeFile(shownPath), { reason: reasonOf(cause) }));
    }
  }
}
