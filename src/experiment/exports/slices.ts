const sliceMs = 8;

/** Does `work` a few milliseconds at a time, so that the page can answer in between. `onprogress` gets the share that is done. */
export async function inSlices<T>(
  work: Generator<number, T>,
  onprogress: (share: number) => void,
): Promise<T> {
  let start = performance.now();
  for (;;) {
    const {done, value} = work.next();
    if (done) return value;
    if (performance.now() - start < sliceMs) continue;
    onprogress(value);
    await new Promise((resolve) => setTimeout(resolve));
    start = performance.now();
  }
}
