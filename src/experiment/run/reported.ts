/** Does `work`. What it throws is told as an uncaught error would be, and keeps nothing else from being done. */
export function reported(work: () => void): void {
  try {
    work();
  } catch (error) {
    reportError(error);
  }
}
