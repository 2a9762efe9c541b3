/**
 * Animation frames for a worker whose frame is hidden, and so is never given one: a timer stands for them. Imported before everything
 * that looks for them.
 */
const everyMs = 4;

Object.assign(globalThis, {
  requestAnimationFrame: (callback: (now: number) => void) =>
    setTimeout(() => callback(performance.now()), everyMs),
  cancelAnimationFrame: (id: number) => clearTimeout(id),
});
