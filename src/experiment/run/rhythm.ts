import {reported} from "./reported.js";

/** Collects what changed until the next frame, so that a storm of messages costs one drawing; then does `always`, also where a drawing
 * throws. */
export function oncePerFrame<Changed extends string>(
  draw: Readonly<Record<Changed, () => void>>,
  always: () => void,
): (changed: Changed) => void {
  const pending = new Set<Changed>();
  const frame = () => {
    const now = [...pending];
    pending.clear();
    for (const changed of now) reported(draw[changed]);
    reported(always);
  };
  return (changed) => {
    if (pending.size === 0) requestAnimationFrame(frame);
    pending.add(changed);
  };
}

/** `work`, but for calls that come sooner than `ms` after one that was heeded. */
export function atMostEvery(ms: number, work: () => void): () => void {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    if (performance.now() - last < ms) return;
    last = performance.now();
    work();
  };
}
