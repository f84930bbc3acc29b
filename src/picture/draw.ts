import type { Drawing } from '../base/drawing.ts';
import { drawIcon } from './icon.ts';
import { drawSharingPicture } from './sharing-picture.ts';

/** The PNG of a drawing: the same bytes for the same drawing. */
export function draw(drawing: Drawing): Uint8Array {
  return drawing.is === 'icon' ? drawIcon(drawing) : drawSharingPicture(drawing);
}
