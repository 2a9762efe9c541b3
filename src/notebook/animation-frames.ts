/**
 * Animation frames for a worker whose frame is hidden, and so is never given one. A frame comes at once where the last one is `everyMs` ago,
 * and otherwise when it is: a loop that waits for one in every round neither waits long nor spins.
 */
const everyMs = 4;

export interface FrameClock {
  now(): number;
  /** Calls `work` with `id` from a task of its own: what has been told to the worker before is heard before. */
  soon(work: (id: number) => void, id: number): void;
  later(work: (id: number) => void, ms: number, id: number): void;
}

export type FrameCallback = (now: number) => void;

export function animationFrames({now, soon, later}: FrameClock) {
  const waiting = new Map<number, FrameCallback>();
  let count = 0;
  let last = Number.NEGATIVE_INFINITY;
  const give = (id: number) => {
    const callback = waiting.get(id);
    if (!callback) return; // cancelled
    waiting.delete(id);
    last = now();
    callback(last);
  };
  return {
    request(callback: FrameCallback): number {
      waiting.set(++count, callback);
      const wait = last + everyMs - now();
      if (wait > 0) later(give, wait, count);
      else soon(give, count);
      return count;
    },
    cancel(id: number): void {
      waiting.delete(id);
    },
  };
}
