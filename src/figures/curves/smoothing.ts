/**
 * Exponential average: s_t = (1 - w) sum_i w^(t-i) x_i / (1 - w^(t+1)) with w = 1 - 2 / (span + 1).
 *
 * The division removes the pull towards a start at zero (Kingma & Ba 2015, section 3). `span` is about the number of
 * steps averaged; 1 leaves the values as they are. A value that is no finite number is passed over and leaves NaN.
 */
export function exponentialAverage(values: ArrayLike<number>, span: number): Float32Array {
  if (!(span >= 1)) throw new RangeError(`invalid span: ${span} (a number from 1 up)`);
  const keep = 1 - 2 / (span + 1);
  const averages = new Float32Array(values.length);
  let sum = 0;
  let weight = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const known = Number.isFinite(value);
    sum = keep * sum + (known ? (1 - keep) * value : 0);
    weight = keep * weight + (known ? 1 - keep : 0);
    averages[i] = known ? sum / weight : Number.NaN;
  }
  return averages;
}
