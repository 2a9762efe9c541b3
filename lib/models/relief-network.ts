/**
 * What detail to expect of a relief, from the differences of a smooth height to its neighbours: a network of two hidden layers in plain arithmetic.
 *
 *     differences [16] -> relu 16 -> relu 16 -> mean, ln σ
 *
 * Trained by data/train-relief.ts on real elevation by the likelihood of N(mean, σ²), a normal distribution for each place.
 */
import type {NamedArrays} from "../array.js";
import {exponential} from "../exact-functions.js";
import type {DetailNetwork} from "../relief.js";

/** Throws a RangeError where a weight is missing. */
export function reliefNetwork(weights: NamedArrays): DetailNetwork {
  const layer = (name: string) => {
    const [kernel, bias] = ["kernel", "bias"].map((kind) => weights[`${name}/${kind}`]);
    if (!kernel || !bias) throw new RangeError(`missing weights: ${name}`);
    return (x: Float64Array) => product(x, kernel.data, bias.data);
  };
  const [first, second, told] = ["first", "second", "told"].map(layer);
  return (differences) => {
    const [mean, logDeviation] = told!(rectified(second!(rectified(first!(differences)))));
    return {mean: mean!, deviation: exponential(logDeviation!)};
  };
}

function product(x: Float64Array, kernel: ArrayLike<number>, bias: ArrayLike<number>) {
  const sums = Float64Array.from(bias);
  for (let i = 0; i < x.length; i++)
    for (let j = 0; j < sums.length; j++) sums[j]! += x[i]! * kernel[i * sums.length + j]!;
  return sums;
}

function rectified(values: Float64Array): Float64Array {
  for (let i = 0; i < values.length; i++) if (values[i]! < 0) values[i] = 0;
  return values;
}
