/**
 * Addresses are site-absolute, POSIX and ASCII: `/dang-doan-the/`. Output paths are relative to the output
 * folder: `dang-doan-the/index.html`. Source paths are relative to the site's folder: `content/…`.
 */

/**
 * An address as it is printed: each of its segments is percent-encoded, once. That of a file of `_public/` is its name,
 * which may hold blanks, `#` and letters with accents; nearly all others are as they were.
 */
export function encodeAddress(address: string): string {
  return IS_PLAIN.test(address) ? address : encodeURI(address).replace(/[?#]/g, encodeURIComponent);
}

const IS_PLAIN = /^[\w\-.~/]*$/;

/** The file in the output that answers for an address. */
export function outputPathOf(address: string): string {
  const path = address.replace(/^\/+/, '');
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/** The folder of a source path, without a slash at its end; empty for the top. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What stands after the last dot of a file's name, in lower case; empty if there is none. */
export function extensionOf(path: string): string {
  const name = nameOf(path);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}

/** `relative` as seen from `folder`; undefined if it climbs above the top. */
export function resolvePath(folder: string, relative: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else {
      parts.push(part);
    }
  }
  return parts.join('/');
}

/** The key by which names are found whatever their case and normal form. */
export function nameKey(path: string): string {
  return MAY_DIFFER.test(path) ? path.normalize('NFC').toLowerCase() : path;
}

/** Anything but ASCII without blanks and capitals. Nearly all addresses have nothing else, and every page's is looked at. */
const MAY_DIFFER = /[^\x21-\x40\x5b-\x7e]/;

/**
 * Beside a section's head: the picture that stands for it where it is shared. No content has such a name: in what is made
 * safe there is no `_`.
 */
export const SHARING_PICTURE = 'chia_se.png';

/** Names that a section, article or page may not have, wherever it stands. */
export const RESERVED_EVERYWHERE: ReadonlySet<string> = new Set([
  'luu-tru',
  'index.html',
  'rss.xml',
  'atom.xml',
  'feed.json',
  SHARING_PICTURE,
]);

/** Names that may not be used at the root of the site, besides those reserved everywhere. */
export const RESERVED_AT_ROOT: ReadonlySet<string> = new Set([
  'the',
  'tim-kiem',
  'doc-nhieu',
  'so-do',
  'api',
  'assets',
  'sitemap',
  '404.html',
  'sitemap.xml',
  'robots.txt',
  'redirects.txt',
  'site.webmanifest',
  'icon_180.png',
  'icon_192.png',
  'icon_512.png',
  'icon_maskable.png',
]);

/** Whether a name is kept for pages of the program's own. */
export function isReserved(name: string, isAtRoot: boolean): boolean {
  return RESERVED_EVERYWHERE.has(name) || (isAtRoot && RESERVED_AT_ROOT.has(name));
}

/** Whether what lies in a folder of `content/` stands at the root of the site: folders of digits only tidy. */
export function liesAtRoot(folder: string): boolean {
  return folder.split('/').every((part) => part === '' || isTidying(part));
}

/** A folder named by digits only is no section and does not show in addresses. */
export function isTidying(folderName: string): boolean {
  return /^\d+$/.test(folderName);
}

/** The last part of an address, made of a title, for an article in a folder of `content/`. */
export function freeName(name: string, folder: string): string {
  return isReserved(name, liesAtRoot(folder)) ? `${name}-1` : name;
}

/** Pages that every site has besides its lists and articles. */
export const SITE_ADDRESSES = {
  home: '/',
  tags: '/the/',
  mostRead: '/doc-nhieu/',
  siteMap: '/so-do/',
  rss: '/rss.xml',
  atom: '/atom.xml',
  jsonFeed: '/feed.json',
  sitemap: '/sitemap.xml',
  newsSitemap: '/sitemap/tin-moi.xml',
  standingSitemap: '/sitemap/trang.xml',
  robots: '/robots.txt',
  redirects: '/redirects.txt',
  notFound: '/404.html',
  manifest: '/site.webmanifest',
  touchIcon: '/icon_180.png',
  icon: '/icon_192.png',
  largeIcon: '/icon_512.png',
  maskableIcon: '/icon_maskable.png',
  api: '/api/index.json',
} as const;

/** A section's folder below its parent's address that holds its archive. */
export const ARCHIVE = 'luu-tru';
