import type { Article } from '../model/site.ts';
import type { Chrome } from './chrome.ts';
import type { PicturePart } from './views.ts';

/** The picture that stands above an article's text: none where the text itself shows it. */
export function mainPicture({ picture, resolutions }: Article, chrome: Chrome): PicturePart | null {
  if (picture === null) return null;
  const part = chrome.picture(picture);
  const isInText = resolutions.some(
    (resolution) => resolution?.kind === 'image' && resolution.src === part.src,
  );
  return isInText ? null : part;
}
