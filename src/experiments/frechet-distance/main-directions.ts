/** The two directions in which rows of features vary most, and where rows lie along them: principal components (Pearson, 1901). */
import type {FeatureStatistics} from "../../lib/metrics/frechet-distance.js";
import {symmetricEigen} from "../../lib/metrics/symmetric-eigen.js";

export interface Directions {
  readonly mean: Float64Array;
  /** Unit vectors, [2, d]. */
  readonly axes: readonly [Float64Array, Float64Array];
}

export function mainDirections({mean, covariance}: FeatureStatistics): Directions {
  const d = mean.length;
  const {values, vectors} = symmetricEigen(covariance, d);
  const order = Array.from(values.keys()).sort((a, b) => values[b]! - values[a]!);
  const axis = (k: number) => {
    const column = Float64Array.from({length: d}, (_, i) => vectors[i * d + k]!);
    const sum = column.reduce((total, value) => total + value, 0);
    return sum < 0 ? column.map((value) => -value) : column; // eigenvectors have no sign of their own
  };
  return {mean, axes: [axis(order[0]!), axis(order[1]!)]};
}

/** Places of rows of `features` [n, d], from the mean. [n, 2] */
export function placesAlong({mean, axes}: Directions, features: Float32Array): Float32Array {
  const d = mean.length;
  return Float32Array.from({length: (2 * features.length) / d}, (_, i) => {
    const [row, axis] = [Math.floor(i / 2) * d, axes[(i % 2) as 0 | 1]];
    let sum = 0;
    for (let k = 0; k < d; k++) sum += (features[row + k]! - mean[k]!) * axis[k]!;
    return sum;
  });
}
