/**
 * A time as the numbers that a network is given: cosines of rising frequency,
 *
 *     feature k = cos(k θ) with cos θ = 2t - 1,   k = 1, 2, ...
 *
 * as the sines and cosines of other models are (Ho et al., 2020, appendix B), but finest at both ends of the path. They are Chebyshev's
 * polynomials, T_k = 2 (2t - 1) T_k-1 - T_k-2, and so the same bits in every engine. The first of them is the time itself, from -1 to 1.
 */

/** Of each of `times`, `count` features: [n, count] flat. */
export function timeFeatures(times: readonly number[], count: number): Float32Array {
  const features = new Float32Array(times.length * count);
  for (const [row, t] of times.entries()) {
    const first = 2 * t - 1;
    let [before, now] = [1, first];
    for (let k = 0; k < count; k++) {
      features[row * count + k] = now;
      [before, now] = [now, 2 * first * now - before];
    }
  }
  return features;
}
