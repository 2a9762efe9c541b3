let since = 0;
const workMs = 8;

/** Lets the page answer, at most once in a frame's worth of work. */
export async function breathe(): Promise<void> {
  if (performance.now() - since < workMs) return;
  await new Promise((resolve) => setTimeout(resolve));
  since = performance.now();
}
