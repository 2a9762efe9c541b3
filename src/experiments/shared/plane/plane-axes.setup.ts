/** Which latent numbers a plane of codes spans, and the codes at its places. Codes are [n, latentSize] flat. */
import {normalPlace} from "../../../lib/normal.js";
import {planeSide} from "./plane-params.js";

/** Two latent numbers by their places in a code, in ascending order. */
export type Axes = readonly [number, number];

/** The two latent numbers whose `means` vary most. */
export function axesOf(means: Float32Array, latentSize: number): Axes {
  const variances = variancesOf(means, latentSize);
  const [first = 0, second = 1] = [...variances.keys()]
    .sort((a, b) => variances[b]! - variances[a]!)
    .slice(0, 2)
    .sort((a, b) => a - b);
  return [first, second];
}

/** Codes whose numbers on the axes are those of `places` [n, 2]; their other numbers are 0. */
export function codesAt(places: Float32Array, axes: Axes, latentSize: number): Float32Array {
  const codes = new Float32Array((places.length / 2) * latentSize);
  for (let i = 0; i < places.length; i++) codes[(i >> 1) * latentSize + axes[i % 2]!] = places[i]!;
  return codes;
}

/** Codes of the plane's pictures, [225, 2]: steps of equal share, from the top left. */
export function planePlaces(): Float32Array {
  const steps = [...Array(planeSide).keys()].map((i) => normalPlace((i + 0.5) / planeSide));
  return Float32Array.from({length: 2 * planeSide * planeSide}, (_, i) => {
    const [row, column] = [Math.floor((i >> 1) / planeSide), (i >> 1) % planeSide];
    return i % 2 === 0 ? steps[column]! : steps[planeSide - 1 - row]!;
  });
}

/** Of each column of `values` [n, width]. */
export function variancesOf(values: Float32Array, width: number): Float64Array {
  const count = values.length / width;
  const [sums, squares] = [new Float64Array(width), new Float64Array(width)];
  values.forEach((value, i) => {
    sums[i % width]! += value;
    squares[i % width]! += value * value;
  });
  return squares.map((square, k) => square / count - (sums[k]! / count) ** 2);
}

/** Columns `axes` of the first `count` rows, [count, 2] flat. */
export function columnsOf(
  values: Float32Array,
  width: number,
  axes: Axes,
  count: number,
): Float32Array {
  return Float32Array.from({length: 2 * count}, (_, i) => values[(i >> 1) * width + axes[i % 2]!]!);
}
