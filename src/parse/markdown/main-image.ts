import { readLinkTarget } from '../../base/link-target.ts';

/** What the fields say of the article's picture. */
export interface MainImage {
  readonly file: string;
  readonly alt: string;
  readonly caption: string;
}

/** What is said of a picture in the text: its own words, and where it is the article's and has none, those of the fields. */
export function imageWords(
  target: string,
  own: { readonly alt: string; readonly caption: string },
  isFigure: boolean,
  main: MainImage | null,
): { readonly alt: string; readonly caption: string; readonly isMain: boolean } {
  const isMain = main !== null && fileOf(target) === fileOf(main.file);
  const fields = isMain ? main : { alt: '', caption: '' };
  return {
    alt: own.alt.trim() || fields.alt || own.caption.trim() || fields.caption,
    caption: own.caption.trim() === '' && isFigure ? fields.caption : own.caption,
    isMain,
  };
}

function fileOf(written: string): string | null {
  const target = readLinkTarget(written);
  return target.kind === 'internal' ? target.path.replace(/^(?:\.\/)+/, '') : null;
}
