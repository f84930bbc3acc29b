import { createHash, hash } from 'node:crypto';

/** Hexadecimal digits: 128 bits. */
const LENGTH = 32;

/** A name for bytes: the first 128 bits of their SHA-256, in 32 hexadecimal digits. */
export function fingerprint(bytes: Uint8Array | string): string {
  return hash('sha256', bytes).slice(0, LENGTH);
}

/** The same name for bytes that come in several pieces. */
export function fingerprinter() {
  const sum = createHash('sha256');
  return {
    add(piece: Uint8Array): void {
      sum.update(piece);
    },
    /** To be asked for once, after the last piece. */
    end: (): string => sum.digest('hex').slice(0, LENGTH),
  };
}
