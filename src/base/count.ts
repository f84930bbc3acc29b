/** Groups of three with one kind of sign between them, as Vietnamese (1.234), English and old systems write. */
const GROUPED = /^\d{1,3}([.,\s\u202f])\d{3}(?:\1\d{3})*$/;

/** `1656`, `1.656`, `1,656` or `1 656` as a whole number; undefined for anything else. */
export function parseCount(figure: string): number | undefined {
  const digits = GROUPED.test(figure) ? figure.replace(/\D/g, '') : figure;
  return /^\d{1,12}$/.test(digits) ? Number(digits) : undefined;
}
