/** Steps from the usual size; the stylesheet says how large each is. */
const SMALLEST = -1;
const LARGEST = 3;

/** A- A A+: every text of the site in another size, on this page and on all that are opened later. */
export function offerTextSizes(tools: HTMLElement): void {
  const root = document.documentElement;
  const buttons = [...tools.querySelectorAll<HTMLButtonElement>('button[data-size]')];
  const show = (size: number): void => {
    if (size === 0) delete root.dataset['size'];
    else root.dataset['size'] = String(size);
    for (const button of buttons) {
      const step = Number(button.dataset['size']);
      button.ariaDisabled = String(step === 0 ? size === 0 : size + step < SMALLEST || size + step > LARGEST);
    }
  };
  for (const button of buttons) {
    button.addEventListener('click', () => {
      const step = Number(button.dataset['size']);
      const size = step === 0 ? 0 : Math.min(LARGEST, Math.max(SMALLEST, sizeNow() + step));
      show(size);
      remember(size);
    });
  }
  show(sizeNow());
}

function sizeNow(): number {
  return Number(document.documentElement.dataset['size'] ?? 0) || 0;
}

function remember(size: number): void {
  try {
    if (size === 0) localStorage.removeItem('bt-size');
    else localStorage.setItem('bt-size', String(size));
  } catch {
    // Where nothing may be kept, it holds for this page.
  }
}
