/**
 * The perplexity of how often things are used: of how many, all used alike, the choice would be as open (Jelinek et al., 1977).
 *
 *     PP = 2^H = Π p_k^(-p_k),   H = -Σ p_k log2 p_k,   p_k = n_k / Σ n
 *
 * From 1, always the same one, to K, all of them alike.
 */
import {naturalLog} from "../random.js";

/** Of `counts` [K], of which one at least is not 0. Throws a RangeError otherwise. */
export function perplexity(counts: ArrayLike<number>): number {
  const all = Array.from(counts);
  const total = all.reduce((sum, count) => sum + count, 0);
  if (!(total > 0)) throw new RangeError(`invalid counts: they sum to ${total} (a number above 0)`);
  const nats = all.reduce((sum, count) => sum + (count > 0 ? term(count / total) : 0), 0);
  return Math.exp(nats);
}

/** Entries of `counts` that are never used. */
export function unusedCount(counts: ArrayLike<number>): number {
  return Array.from(counts).filter((count) => count === 0).length;
}

function term(share: number): number {
  return -share * naturalLog(share);
}
