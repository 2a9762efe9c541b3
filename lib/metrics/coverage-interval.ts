/**
 * The interval of 95 % of how many classes a generator covers (class-coverage.ts), by how many of n pictures are surely of each:
 *
 *     low = #{k : low_k >= share / classes}        high = #{k : high_k >= share / classes}
 *
 * with [low_k, high_k] the exact interval of the share of class k (binomial-interval.ts), of level 1 - 0.05 / classes: so that all of them
 * hold at once in 95 of 100 cases (Bonferroni).
 */
import {binomialInterval} from "./binomial-interval.js";
import {leastShare} from "./class-coverage.js";
import type {Floor} from "./floor.js";

/** Classes that are surely covered, to those that may be, by `counts` [classes], whole numbers up to `n`. */
export function coverageInterval(counts: ArrayLike<number>, n: number): Floor {
  const classes = counts.length;
  const least = leastShare(classes);
  const shares = Array.from(counts, (count) => binomialInterval(count, n, 1 - 0.05 / classes));
  return {
    low: shares.filter(({low}) => low >= least).length,
    high: shares.filter(({high}) => high >= least).length,
  };
}
