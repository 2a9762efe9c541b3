/**
 * Whether two lists put the same things in the same order: the correlation of their ranks.
 *
 *     ρ = Σ (a_i - ā)(b_i - b̄) / sqrt(Σ (a_i - ā)² · Σ (b_i - b̄)²) ,   a, b the ranks; equal values share the mean of theirs
 *
 * (Spearman, 1904). 1: the same order; 0: nothing in common; -1: the other way round. The size of the values does not count.
 */

/** Throws a RangeError unless there are as many of both, at least 2. NaN where all values of one are equal. */
export function rankCorrelation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length || a.length < 2)
    throw new RangeError(
      `invalid numbers of values: ${a.length} and ${b.length} (as many of both, at least 2)`,
    );
  const [x, y] = [centred(ranks(a)), centred(ranks(b))];
  return product(x, y) / Math.sqrt(product(x, x) * product(y, y));
}

/** Ranks from 1 for the smallest; equal values share the mean of theirs. */
export function ranks(values: ArrayLike<number>): Float64Array {
  const order = Uint32Array.from({length: values.length}, (_, i) => i);
  order.sort((i, j) => values[i]! - values[j]!);
  const found = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let k = from; k < to; k++) found[order[k]!] = (from + 1 + to) / 2;
    from = to;
  }
  return found;
}

function centred(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

function product(x: Float64Array, y: Float64Array): number {
  return x.reduce((sum, value, i) => sum + value * y[i]!, 0);
}
