/** Long arithmetic on the page's own thread, in slices that leave it free to answer. */

const sliceMs = 12;

/** Runs `work` to its end; `tell` hears what it yielded last, once a slice. */
export async function inSlices<Step, Result>(
  work: Generator<Step, Result>,
  tell: (step: Step) => void,
): Promise<Result> {
  for (;;) {
    const end = performance.now() + sliceMs;
    let next = work.next();
    while (!next.done && performance.now() < end) next = work.next();
    if (next.done) return next.value;
    tell(next.value);
    await new Promise((resolve) => setTimeout(resolve));
  }
}
