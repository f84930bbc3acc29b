import { readFileSync } from 'node:fs';
import { type Diagnostic, error, wholeFile } from '../base/diagnostic.ts';
import { reasonOf } from './scan.ts';

/** A file that somebody named on the command line, wherever it lies. */
export function readSourceFile(
  path: string,
): { readonly bytes: Uint8Array } | { readonly finding: Diagnostic } {
  try {
    return { bytes: readFileSync(path) };
  } catch (cause) {
    return { finding: error('file-unreadable', wholeFile(path), { reason: reasonOf(cause) }) };
  }
}
