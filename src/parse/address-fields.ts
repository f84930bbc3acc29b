import { folderOf, isReserved, liesAtRoot } from '../base/address.ts';
import { type Diagnostic, error, type Place, warning } from '../base/diagnostic.ts';
import { slug } from '../base/vietnamese.ts';
import type { Located } from '../model/document.ts';
import type { FieldReader } from './field-values.ts';
import { placeAt, type Source } from './source.ts';

/** The last part of the address; `stem` is the file's name without its date. */
export function readSlug(
  path: string,
  source: Source,
  fields: FieldReader,
  stem: string,
  report: (d: Diagnostic) => void,
): string {
  const written = fields.located('slug');
  const place: Place = written?.place ?? placeAt(source, 1, 1);
  const result = slug(written?.value ?? stem);
  const isAtRoot = liesAtRoot(folderOf(path.replace(/\/index\.md$/i, '')));
  if (written) {
    const meant = result || slug(stem);
    if (/[/\\]|\.\.|^\./.test(written.value) || result === '') {
      report(error('slug-invalid', place, { value: written.value, meant }));
    } else if (isReserved(written.value, isAtRoot)) {
      report(error('slug-reserved', place, { value: written.value, isFolder: false }));
    } else if (result !== written.value) {
      report(warning('slug-repaired', place, { value: written.value, meant }));
    }
  }
  if (result === '' && !written) report(error('slug-empty', place, { isFolder: false }));
  else if (isReserved(result, isAtRoot))
    report(error('slug-reserved', place, { value: result, isFolder: false }));
  return result;
}

/**
 * Old addresses that lead to the document; of a full one, what follows the name of the host. Blanks and letters with
 * accents are encoded, as a browser asks for them; what is encoded already stays.
 */
export function readAliases(fields: FieldReader, report: (d: Diagnostic) => void): Located[] {
  const aliases: Located[] = [];
  for (const { value, place } of fields.list('aliases')) {
    const path = /^https?:\/\/[^/]+(\/.*)$/.exec(value)?.[1] ?? value;
    if (!path.startsWith('/') || path.includes('..') || hasControl(path)) {
      report(error('alias-invalid', place, { value }));
      continue;
    }
    // No server is asked for what follows a `#`, nor tells an empty query from none.
    const asked = path.replace(/#.*$/s, '').replace(/\?$/, '');
    const encoded = asked.replace(NOT_ASCII, encodeURIComponent);
    // Twice in one file it says no more than once.
    if (!aliases.some((known) => known.value === encoded)) aliases.push({ value: encoded, place });
  }
  return aliases;
}

/** A half of a sign cannot be encoded, and no browser asks for it. */
const NOT_ASCII = /[^\x21-\x7e\ud800-\udfff]+/gu;

/** Signs that no file can be named with, which an address may hide: `%00`, `%0A`. */
function hasControl(path: string): boolean {
  return /[\0-\x1f\x7f]/.test(decoded(path));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
