/** The interval of 95 % of a mean squared error (mean-squared-error.ts): of the mean over pictures of each one's own. */
import {type Images, imageSize} from "../image.js";
import type {Floor} from "./floor.js";
import {meanInterval} from "./mean-interval.js";
import {meanSquaredError} from "./mean-squared-error.js";

/** Of `made` against `real`, both [n, h, w, c] in [-1, 1], n at least 2; with the number of pictures. */
export function errorInterval(real: Images, made: Images): Floor & {readonly n: number} {
  const [n, h, w, c] = real.shape;
  const size = imageSize(real.shape);
  const one = ({data}: Images, i: number): Images => ({
    data: data.subarray(i * size, (i + 1) * size),
    shape: [1, h, w, c],
  });
  const errors = Array.from({length: n}, (_, i) => meanSquaredError(one(real, i), one(made, i)));
  const {low, high} = meanInterval(errors);
  return {low: Math.max(0, low), high, n};
}
