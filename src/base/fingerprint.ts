import { hash } from 'node:crypto';

/** A name for bytes: the first 128 bits of their SHA-256, in 32 hexadecimal digits. */
export function fingerprint(bytes: Uint8Array | string): string {
  return hash('sha256', bytes).slice(0, 32);
}
