import { createHash, hash } from 'node:crypto';

/** Hexadecimal digits: 128 bits. */
const LENGTH = 32;

/** A name for bytes: the first 128 bits of their SHA-256, in 32 hexadecimal digits. */
export function fingerprint(bytes: Uint8Array | string): string {
  return hash('sha256', bytes).slice(0, LENGTH);
}

/** The same name for bytes that follow each other in several pieces. */
export function fingerprintOfPieces(pieces: Iterable<Uint8Array>): string {
  const sum = createHash('sha256');
  for (const piece of pieces) sum.update(piece);
  return sum.digest('hex').slice(0, LENGTH);
}
