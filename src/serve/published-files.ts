import { SITE_ADDRESSES } from '../base/address.ts';
import type { FileSystem } from '../read/file-system.ts';
import type { PublishedSite } from '../write/records.ts';
import { unescapedNames } from './request-target.ts';
import { listFiles, type SiteFiles, siteFiles } from './site-files.ts';

/**
 * The site in a folder as it is at each request: what a build has published there, or whatever lies in a folder that
 * no build knows. `published` looks at the disk, and is asked again only when its records are others. `basePath` is for
 * a site that does not say below which path it was built to stand: that may be another than its settings name (`--base`).
 */
export function publishedFiles(
  files: FileSystem,
  published: () => PublishedSite | undefined,
  basePath: string,
): () => SiteFiles {
  let stamp: string | undefined;
  let site: SiteFiles | undefined;
  return () => {
    const now = stampOf(files);
    if (site === undefined || now === undefined || now !== stamp) {
      stamp = now;
      const paths = published()?.paths;
      const base = paths === undefined ? undefined : builtBasePath(files);
      site = siteFiles(paths ?? listFiles(files), unescapedNames(base ?? basePath));
    }
    return site;
  };
}

/** The path of the front page, as the site tells phones; undefined if it does not. */
function builtBasePath(files: FileSystem): string | undefined {
  try {
    const text = new TextDecoder().decode(files.read(SITE_ADDRESSES.manifest.slice(1)));
    const start: unknown = Object(JSON.parse(text)).start_url;
    return typeof start === 'string' && start.startsWith('/') ? start : undefined;
  } catch {
    return undefined;
  }
}

/**
 * undefined if there are no records, or if they are so fresh that they may be others with the next look; likewise while
 * something is being published, for files come and go then and the records stay.
 */
function stampOf(files: FileSystem): string | undefined {
  return stampAt(files, '.bantin/journal.json') === null
    ? (stampAt(files, '.bantin/manifest.json') ?? undefined)
    : undefined;
}

/** null if there is no such file. */
function stampAt(files: FileSystem, path: string): string | undefined | null {
  try {
    return files.stat(path).stamp;
  } catch {
    return null;
  }
}
