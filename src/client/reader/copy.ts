/** For how long the button says that it has been done, in milliseconds. */
const SAID = 2500;

/** Copies the article's own address, not one with a place in it. */
export function offerCopying(button: HTMLElement | null): void {
  const { clipboard } = navigator as { clipboard?: Clipboard };
  if (button === null || clipboard === undefined) return;
  const words = button.textContent ?? '';
  const address = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
  button.addEventListener('click', () => {
    clipboard.writeText(address).then(() => {
      button.textContent = button.dataset['done'] ?? words;
      setTimeout(() => {
        button.textContent = words;
      }, SAID);
    }, showAddress);
  });
  button.ariaLive = 'polite';
  button.classList.remove('bt-off');
}

/** Browsers inside of other programs may refuse to copy: then the address stands there, selected, to be copied by hand. */
function showAddress(): void {
  const address = document.querySelector('.address');
  if (address === null) return;
  address.classList.add('bt-shown');
  getSelection()?.selectAllChildren(address);
  address.scrollIntoView({ block: 'nearest' });
}
