/** So far a finger has to move, in pixels, to turn over. */
const SWIPE = 45;

interface Words {
  readonly enlarge?: string;
  readonly close?: string;
  readonly previous?: string;
  readonly next?: string;
}

interface Picture {
  readonly src: string;
  readonly alt: string;
  readonly caption: string;
}

/** CSS pixels. A picture of less is as large in the text as it can be shown, and its button would stand beside it. */
const SMALL = 200;

/** The pictures of an article in a window of their own, to be turned over by keys, buttons and finger. */
export function offerPictures(words: Words): void {
  const figures = [...document.querySelectorAll<HTMLElement>('.story figure')];
  const pictures: Picture[] = [];
  let box: ((index: number) => void) | undefined;
  for (const figure of figures) {
    const image = figure.querySelector('img');
    if (image === null || Number(image.getAttribute('width')) < SMALL) continue;
    const index = pictures.length;
    const caption = figure.querySelector('figcaption')?.textContent ?? '';
    pictures.push({ src: image.currentSrc || image.src, alt: image.alt, caption });
    const open = (): void => {
      box ??= createBox(pictures, words);
      box(index);
    };
    const button = buttonOf('zoom', [words.enlarge, image.alt].filter(Boolean).join(': '), open);
    image.addEventListener('click', open);
    figure.append(button);
  }
}

/** Shows the picture with this index. */
function createBox(pictures: readonly Picture[], words: Words): (index: number) => void {
  const dialog = document.createElement('dialog');
  dialog.className = 'lightbox';
  const image = document.createElement('img');
  const caption = document.createElement('p');
  // Whoever turns over by key or button stays on the button: what is shown now has to be said.
  caption.ariaLive = 'polite';
  let shown = 0;
  const show = (index: number): void => {
    shown = (index + pictures.length) % pictures.length;
    const picture = pictures[shown];
    if (picture === undefined) return;
    image.src = picture.src;
    image.alt = picture.alt;
    const place = pictures.length > 1 ? `${shown + 1}/${pictures.length}` : '';
    caption.textContent = [place, picture.caption].filter(Boolean).join(' · ');
    dialog.ariaLabel = caption.textContent || picture.alt;
  };
  dialog.append(image, caption);
  if (pictures.length > 1) {
    dialog.append(
      buttonOf('previous', words.previous ?? '', () => show(shown - 1)),
      buttonOf('next', words.next ?? '', () => show(shown + 1)),
    );
  }
  dialog.append(buttonOf('close', words.close ?? '', () => dialog.close()));
  dialog.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowLeft') show(shown - 1);
    if (key === 'ArrowRight') show(shown + 1);
  });
  /** Where the one finger came down; undefined for two, which enlarge, and while what is enlarged is pushed about. */
  let from: number | undefined;
  dialog.addEventListener('touchstart', ({ touches }) => {
    const isEnlarged = (window.visualViewport?.scale ?? 1) > 1;
    from = touches.length === 1 && !isEnlarged ? touches[0]?.clientX : undefined;
  });
  dialog.addEventListener('touchend', ({ changedTouches }) => {
    if (from === undefined) return;
    const moved = (changedTouches[0]?.clientX ?? from) - from;
    if (Math.abs(moved) > SWIPE) show(shown + (moved < 0 ? 1 : -1));
  });
  // A click beside the picture, on the dialog itself.
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  document.body.append(dialog);
  return (index) => {
    show(index);
    dialog.showModal();
  };
}

function buttonOf(name: string, label: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = name;
  button.ariaLabel = label;
  button.addEventListener('click', act);
  return button;
}
