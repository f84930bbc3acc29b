import { isReserved } from '../base/address.ts';
import { type Diagnostic, error, type Place } from '../base/diagnostic.ts';
import { slug } from '../base/vietnamese.ts';

/** What keeps a folder from being a section: its name gives no address, or that of pages of our own. */
export function findNameFault(name: string, isAtRoot: boolean, place: Place): Diagnostic | undefined {
  const part = slug(name);
  if (part === '') return error('slug-empty', place, { isFolder: true });
  if (isReserved(part, isAtRoot)) return error('slug-reserved', place, { value: name, isFolder: true });
  return undefined;
}
