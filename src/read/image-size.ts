import { imageSize } from 'image-size';
import { extensionOf } from '../base/address.ts';
import { SIZED_PICTURES } from '../base/media.ts';

/** How much of a picture is read for its size: past the largest EXIF block and embedded preview. */
export const HEAD_LENGTH = 256 * 1024;

export function isPicture(path: string): boolean {
  const extension = extensionOf(path);
  return SIZED_PICTURES.has(extension) || extension === 'svg';
}

/** Pixels as a browser shows them; 0 by 0 where the file does not say. */
export function readImageSize(head: Uint8Array): { width: number; height: number } {
  try {
    const { width, height, orientation } = imageSize(head);
    // EXIF orientations from 5 up lie on their side.
    return (orientation ?? 1) >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return { width: 0, height: 0 };
  }
}
