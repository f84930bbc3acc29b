/** Each `#rrggbb`. */
export interface DrawnColours {
  readonly band: string;
  readonly accent: string;
  /** Of names on the band. */
  readonly name: string;
}

/** What a picture that stands for a page where it is shared measures, in pixels: what Facebook and Zalo ask for. */
export const SHARING_SIZE = { width: 1200, height: 630 } as const;

/** A picture of `SHARING_SIZE`. */
export interface SharingDrawing {
  readonly is: 'sharing';
  readonly title: string;
  /** Whose it is, in smaller letters; may be empty. */
  readonly name: string;
  readonly colours: DrawnColours;
}

export interface IconDrawing {
  readonly is: 'icon';
  /** Pixels a side. */
  readonly size: number;
  /** With round corners; up to its edges; or so that a phone may cut a circle out of it. */
  readonly shape: 'tile' | 'square' | 'maskable';
  readonly colours: DrawnColours;
}

/** A picture that the program draws itself, as a PNG. */
export type Drawing = SharingDrawing | IconDrawing;
