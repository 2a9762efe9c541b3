/** Lowest and highest value of one bucket of consecutive values, and the middle of the bucket as an index. */
export interface Span {
  readonly middle: number;
  readonly low: number;
  readonly high: number;
}

/**
 * At most `buckets` spans that together hold every finite value, so that thousands of steps are drawn with hundreds of
 * points and no spike is lost. Buckets without a finite value are left out.
 */
export function envelope(values: ArrayLike<number>, buckets: number): Span[] {
  if (!Number.isInteger(buckets) || buckets < 1)
    throw new RangeError(`invalid buckets: ${buckets} (a whole number from 1 up)`);
  const count = Math.min(buckets, values.length);
  const spans: Span[] = [];
  for (let b = 0; b < count; b++) {
    const from = Math.floor((b * values.length) / count);
    const to = Math.floor(((b + 1) * values.length) / count);
    const span = spanOf(values, from, to);
    if (span.low <= span.high) spans.push(span);
  }
  return spans;
}

function spanOf(values: ArrayLike<number>, from: number, to: number): Span {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = from; i < to; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return {middle: (from + to - 1) / 2, low, high};
}
