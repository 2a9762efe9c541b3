/**
 * How often what is looked for is found. Of a square of similarities s [n, n], row i asks and column i is the right answer:
 *
 *     rank_i = number of j with s_ij >= s_ii,    recall at k = share of i with rank_i <= k
 *
 * Ties count against it, so that a model that says the same of all finds nothing. Who guesses finds it in k of n.
 */
import type {Floor} from "./floor.js";

/** The rank of each row's right answer, from 1. */
export function ranksOf(similarities: Float32Array, n: number): Uint16Array {
  if (similarities.length !== n * n)
    throw new RangeError(`invalid similarities: ${similarities.length} numbers (${n * n})`);
  return Uint16Array.from({length: n}, (_, i) => {
    const row = similarities.subarray(i * n, (i + 1) * n);
    return row.reduce((rank, value) => rank + (value >= row[i]! ? 1 : 0), 0);
  });
}

/** The share of ranks that are `k` at most. */
export function recallAt(ranks: ArrayLike<number>, k: number): number {
  return Array.from(ranks).filter((rank) => rank <= k).length / ranks.length;
}

/** Where 95 of 100 lie who guess at `count` times, with a chance of `share` each (normal approximation of the binomial). */
export function guessingBand(share: number, count: number): Floor {
  const half = 1.96 * Math.sqrt((share * (1 - share)) / count);
  return {low: Math.max(0, share - half), high: Math.min(1, share + half)};
}

/** Products [m, n] of rows `a` [m, size] and `b` [n, size]; for rows of length 1 their similarities. */
export function similaritiesOf(a: Float32Array, b: Float32Array, size: number): Float32Array {
  const [m, n] = [a.length / size, b.length / size];
  const products = new Float32Array(m * n);
  for (let i = 0; i < m; i++)
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < size; k++) sum += a[i * size + k]! * b[j * size + k]!;
      products[i * n + j] = sum;
    }
  return products;
}

/** The places of the `count` largest values, the largest first; of equals the earlier one. */
export function largestPlaces(values: ArrayLike<number>, count: number): number[] {
  const places = Array.from({length: values.length}, (_, place) => place);
  return places.sort((a, b) => values[b]! - values[a]! || a - b).slice(0, count);
}
