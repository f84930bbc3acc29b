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
