import { resolvePath } from '../base/address.ts';
import { UsageError } from './terminal.ts';

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
