/** In the head, before the first paint: the text size that the reader chose last. See `reader/text-size.ts`. */
try {
  const size = localStorage.getItem('bt-size');
  if (size) document.documentElement.dataset['size'] = size;
} catch {
  // A browser that keeps nothing shows the usual size.
}
