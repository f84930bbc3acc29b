/** Whether an old address begins as it must, so that something else is wrong with it. */
export function beginsAsAddress(value: string): boolean {
  return /^(?:https?:\/\/[^/]+)?\//.test(value);
}
