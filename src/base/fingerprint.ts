import { hash } from 'node:crypto';

/** A name for bytes: the first 128 bits of their SHA-256, in 32 hexadecimal digits. */
export function fingerprint(bytes: Uint8Array | string): string {
  return hash('sha256', bytes).slice(0, 32);
}

/** Where `fingerprintOf` puts its two together; what stood there before is of no use to anybody. */
let room = Buffer.alloc(64 * 1024);

/**
 * The name of one text of which the end is at hand in UTF-8, and only its head is not: half of the time of
 * `fingerprint`, which would have to make these bytes again.
 */
export function fingerprintOf(head: string, bytes: Uint8Array): string {
  const most = head.length * 3 + bytes.length;
  if (room.length < most) room = Buffer.alloc(most);
  const length = room.write(head);
  room.set(bytes, length);
  return fingerprint(room.subarray(0, length + bytes.length));
}
