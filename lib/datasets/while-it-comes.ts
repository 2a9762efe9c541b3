/**
 * `work` with a signal that says it is over when nothing has been heard for `ms`, as `AbortSignal.timeout` would: not when the whole
 * takes long, as a large file on a slow connection does. `work` calls `hear` with every sign of life.
 */
export async function whileItComes<T>(
  ms: number,
  work: (signal: AbortSignal, hear: () => void) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const end = () => controller.abort(new DOMException("nothing came in time", "TimeoutError"));
  let timer = setTimeout(end, ms);
  const hear = () => {
    clearTimeout(timer);
    timer = setTimeout(end, ms);
  };
  try {
    return await work(controller.signal, hear);
  } finally {
    clearTimeout(timer);
  }
}
