import { extensionOf } from './address.ts';

/** A file of the site that is not text: where it lies, and how large it is. */
export interface MediaFile {
  /** Relative to `content/`, NFC. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Pixels as shown (turned as EXIF says); 0 for what is no picture. */
  readonly width: number;
  readonly height: number;
}

/** Formats of photos and drawings that always say how large they are. */
export const SIZED_PICTURES: ReadonlySet<string> = new Set(['jpg', 'jpeg', 'png', 'gif', 'webp', 'avif']);

/** Whether a file is called a picture and is none, as far as can be told: empty, cut off, or something else renamed. */
export function isSpoiltPicture({ path, width }: MediaFile): boolean {
  return width === 0 && SIZED_PICTURES.has(extensionOf(path));
}
