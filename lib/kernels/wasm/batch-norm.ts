/** Batch normalisation with given mean and variance, x [.., C] and a value for each channel of all others, and its gradient. */
import * as tf from "@tensorflow/tfjs-core";
import {asBatch, channelsOf, normalise} from "./normalisation.js";
import {areFloats, wasmKernel} from "./wasm-kernel.js";

interface Inputs {
  readonly x: tf.TensorInfo;
  readonly mean: tf.TensorInfo;
  readonly variance: tf.TensorInfo;
  readonly scale?: tf.TensorInfo | null;
}

interface Attributes {
  readonly varianceEpsilon: number;
}

/** y [.., C] */
export const fusedBatchNorm = wasmKernel<
  Inputs & {readonly offset?: tf.TensorInfo | null},
  Attributes
>("FusedBatchNorm", (heap, {inputs: {x, mean, variance, offset, scale}, attrs}) => {
  if (!isByChannel(x, [mean, variance, offset, scale])) return undefined;
  const y = heap.output(x.shape);
  const [gamma, beta] = [scale ? heap.at(scale) : 0, offset ? heap.at(offset) : 0];
  const moments = {mean: heap.at(mean), variance: heap.at(variance)};
  const epsilon = attrs.varianceEpsilon;
  normalise(heap, {x: heap.at(x), ...moments, gamma, beta, epsilon, y: heap.at(y)}, asBatch(x));
  return y;
});

/** dy, x, mean, variance, scale (1 if left out) -> dx, dmean, dvariance, dscale, doffset */
export const fusedBatchNormGrad = wasmKernel<Inputs & {readonly dy: tf.TensorInfo}, Attributes>(
  "FusedBatchNormGrad",
  (heap, {inputs: {dy, x, mean, variance, scale}, attrs}) => {
    if (!areFloats(dy) || !isByChannel(x, [mean, variance, scale])) return undefined;
    const dx = heap.output(x.shape);
    const [dmean, dvariance, dscale, doffset] = Array.from({length: 4}, () =>
      heap.output(mean.shape),
    );
    const [, m, c] = asBatch(x);
    heap.run.normaliseGradient(
      ...([heap.at(dy), heap.at(x), m, c, heap.at(mean), heap.at(variance)] as const),
      ...([scale ? heap.at(scale) : 0, attrs.varianceEpsilon, heap.at(dx)] as const),
      ...([heap.at(dmean!), heap.at(dvariance!), heap.at(dscale!), heap.at(doffset!)] as const),
    );
    return [dx, dmean!, dvariance!, dscale!, doffset!];
  },
);

/** Whether all are floats, x has values, and the others, if there, one for each of its channels: [C] or [1, .., C]. */
function isByChannel(
  x: tf.TensorInfo,
  others: readonly (tf.TensorInfo | null | undefined)[],
): boolean {
  const given = others.filter((each) => each != null);
  const channels = channelsOf(x);
  return (
    areFloats(x, ...given) &&
    tf.util.sizeFromShape(x.shape) > 0 &&
    given.every(
      (each) => channelsOf(each) === channels && tf.util.sizeFromShape(each.shape) === channels,
    )
  );
}
