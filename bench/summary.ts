/** The median is what a reader gets; the least says what the code needs on a machine that does other things too. */
export interface Summary {
  readonly leastMs: number;
  readonly medianMs: number;
}

/** Of at least one time in ms. */
export function summary(times: readonly number[]): Summary {
  const sorted = times.toSorted((a, b) => a - b);
  return {leastMs: round(sorted[0]!), medianMs: round(sorted[sorted.length >> 1]!)};
}

/** With `digits` after the point, or three significant ones where that says more. */
export function round(value: number, digits = 1): number {
  const most = Math.max(digits, value && 2 - Math.floor(Math.log10(Math.abs(value))));
  return Number(value.toFixed(Math.min(20, most)));
}
