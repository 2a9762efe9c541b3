/**
 * What detail to expect of a relief, from the differences of a smooth height to its neighbours: a network of two hidden layers in plain arithmetic.
 *
 *     differences [16] -> relu 16 -> relu 16 -> mean, ln σ
 *
 * Trained by data/train-relief.ts on real elevation by the likelihood of N(mean, σ²), a normal distribution for each place.
 */
import type {NamedArrays} from "../array.js";
import {exponential} from "../exact-functions.js";
import type {DetailNetwork} from "../worlds/relief.js";

/** Throws a RangeError where a weight is missing. */
export function reliefNetwork(weights: NamedArrays): DetailNetwork {
  const layer = (name: string) => {
    const [kernel, bias] = ["kernel", "bias"].map((kind) => weights[`${name}/${kind}`]);
    if (!kernel || !bias) throw new RangeError(`missing weights: ${name}`);
    return dense(Float64Array.from(kernel.data), Float64Array.from(bias.data));
  };
  const [first, second, told] = ["first", "second", "told"].map(layer);
  return (differences) => {
    const [mean, logDeviation] = told!(rectified(second!(rectified(first!(differences)))));
    return {mean: mean!, deviation: exponential(logDeviation!)};
  };
}

/** A layer that gives the same array each time: a world asks for ten thousand places a frame. */
function dense(kernel: Float64Array, bias: Float64Array): (x: Float64Array) => Float64Array {
  const sums = new Float64Array(bias.length);
  return (x) => {
    for (let j = 0; j < sums.length; j++) {
      let sum = bias[j]!;
      for (let i = 0; i < x.length; i++) sum += x[i]! * kernel[i * sums.length + j]!;
      sums[j] = sum;
    }
    return sums;
  };
}

function rectified(values: Float64Array): Float64Array {
  for (let i = 0; i < values.length; i++) if (values[i]! < 0) values[i] = 0;
  return values;
}
