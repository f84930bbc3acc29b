/**
 * What an article offers beyond reading, loaded after its text. All of it has its place on the page already, so that
 * nothing moves; without this script the places stay empty.
 */
import { offerCopying } from './copy.ts';
import { offerPictures } from './lightbox.ts';
import { offerListening } from './listen.ts';
import { offerTextSizes } from './text-size.ts';

const tools = document.getElementById('bt_tools');
if (tools !== null) {
  offerTextSizes(tools);
  document.getElementById('bt_print')?.addEventListener('click', () => print());
  offerListening(document.getElementById('bt_listen'));
  offerPictures(tools.dataset);
  tools.classList.remove('bt-off');
}
offerCopying(document.getElementById('bt_copy'));
