/** Settled when somebody ends the program: Ctrl-C, or its process being told to. A second time it ends at once. */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
