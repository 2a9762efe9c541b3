/** Calls `work` whenever the reader's system turns to its dark or its light colours. */
export function onThemeChange(work: () => void): void {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", work);
}
