/** Calls `light` with 0, 1, … in turn, evenly over `durationMs`, and at last with nothing. Returns what ends it at once. */
export function playStages(
  count: number,
  durationMs: number,
  light: (index: number | undefined) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const turn = (index: number) => {
    light(index < count ? index : undefined);
    if (index < count) timer = setTimeout(turn, durationMs / count, index + 1);
  };
  turn(0);
  return () => {
    clearTimeout(timer);
    light(undefined);
  };
}

/** Least ms from one step to the next at which its stages can be followed. */
const slowest = 400;
const longest = 2100;

/**
 * How long a step's stages may play: most of the time until the next one, which comes `sinceMs` after the last if it keeps its pace;
 * 0 when steps come too fast. A step by hand has all the time there is.
 */
export function playTime(sinceMs: number, isByHand: boolean): number {
  if (isByHand) return longest;
  return sinceMs < slowest ? 0 : Math.min(longest, 0.85 * sinceMs);
}
