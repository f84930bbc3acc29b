import { resolvePath } from '../base/address.ts';
import type { FileSystem } from '../read/file-system.ts';
import { UsageError } from './terminal.ts';

/** The bytes of `content/site.yaml`, or null if there is none. */
export function readSettingsFile(site: FileSystem): Uint8Array | null {
  const found = site.list('content')?.some((entry) => entry.name === 'site.yaml') ?? false;
  return found ? site.read('content/site.yaml') : null;
}

/** A section as named on the command line, relative to `content/`; `content/…` and slashes around it are forgiven. */
export function sectionFolder(words: string): string {
  const path = words
    .normalize('NFC')
    .replace(/\\/g, '/')
    .replace(/^\.?\/+/, '')
    .replace(/^content(?:\/|$)/, '');
  const folder = resolvePath('', path);
  if (folder === undefined || /(?:^|\/)[._]/.test(folder)) throw new UsageError(`--section ${words}`);
  return folder;
}
