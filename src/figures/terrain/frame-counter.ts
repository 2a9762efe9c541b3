const toldMs = 1000;

/** Frames a second, and how long one was drawn on average, told about once a second. */
export function frameCounter(tell: (rate: number, drawnMs: number) => void) {
  let [since, frames, sum] = [0, 0, 0];
  const begin = () => {
    [since, frames, sum] = [performance.now(), 0, 0];
  };
  return {
    begin,
    count(drawnMs: number) {
      frames++;
      sum += drawnMs;
      const elapsedMs = performance.now() - since;
      if (elapsedMs < toldMs) return;
      tell((1000 * frames) / elapsedMs, sum / frames);
      begin();
    },
  };
}
