/** What a link or picture in a text points at, judged from its words alone. */
export type LinkTarget =
  | { readonly kind: 'external'; readonly url: string }
  /** A path or address within the site; `fragment` without its `#`. All percent-decoded but the query. */
  | { readonly kind: 'internal'; readonly path: string; readonly query: string; readonly fragment: string }
  | { readonly kind: 'unsafe' };

const SAFE_PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * Browsers drop control characters and white space from an address before they look at its scheme, so that
 * `java\tscript:` runs: they are dropped here first, and the scheme is judged by the URL parser itself.
 */
export function readLinkTarget(written: string): LinkTarget {
  const target = written.replace(/[\u0000-\u001f\u007f]/g, '').trim();
  if (/^[a-z][a-z0-9+.-]*:/i.test(target) || /^[\\/]{2}/.test(target)) {
    const url = parseUrl(/^[\\/]{2}/.test(target) ? `https:${target}` : target);
    if (url === undefined || !SAFE_PROTOCOLS.has(url.protocol)) return { kind: 'unsafe' };
    // A telephone number is written in groups, and dialled without.
    const isNumber = url.protocol === 'tel:';
    return { kind: 'external', url: isNumber ? url.href.replace(/\s|%20/g, '') : url.href };
  }
  const match = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(target);
  return {
    kind: 'internal',
    path: decodePercent(match?.[1] ?? target),
    query: match?.[2] ?? '',
    fragment: decodePercent(match?.[3] ?? ''),
  };
}

/** All of a path within the site as one name: to a writer a `#` or `?` may be a part of a file's. Empty if it has none. */
export function nameWithSigns({ path, query, fragment }: Extract<LinkTarget, { kind: 'internal' }>): string {
  if (query === '' && fragment === '') return '';
  return path + decodePercent(query) + (fragment === '' ? '' : `#${fragment}`);
}

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return text.normalize('NFC');
  }
}
