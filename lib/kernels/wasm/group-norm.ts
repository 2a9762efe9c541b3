/**
 * Normalisation with the statistics of x itself, and its gradient through them: batch normalisation (Ioffe & Szegedy, 2015) over all
 * axes but the last, and group normalisation (Wu & He, 2018) of x [n, .., C] for each picture and group of channels.
 *
 *   BatchNormTraining      x, gamma, beta -> y, mean, variance, by channel [C]
 *   BatchNormTrainingGrad  dy, x, gamma, mean, variance -> dx, dgamma, dbeta
 *   GroupNorm, GroupNormGrad: the same with mean and variance [n, groups]
 */
import type * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import type {Heap} from "./heap.js";
import {asBatch, asPictures, normalise, type Pictures} from "./normalisation.js";
import {areFloats, wasmKernel} from "./wasm-kernel.js";

type Names = "dy" | "x" | "gamma" | "beta" | "mean" | "variance";
type Inputs<Name extends Names> = Readonly<Record<Name, tf.TensorInfo>>;
type Forward = Inputs<"x" | "gamma" | "beta">;
type Backward = Inputs<"dy" | "x" | "gamma" | "mean" | "variance">;

interface Attributes {
  readonly epsilon: number;
}

interface GroupAttributes extends Attributes {
  readonly groups: number;
}

export const groupNorms: readonly Kernel[] = [
  wasmKernel<Forward, Attributes>("BatchNormTraining", (heap, {inputs, attrs}) => {
    const pictures = asBatch(inputs.x);
    return forward(heap, inputs, pictures, [pictures[3]], attrs);
  }),
  wasmKernel<Backward, Attributes>("BatchNormTrainingGrad", (heap, {inputs, attrs}) =>
    gradient(heap, inputs, asBatch(inputs.x), attrs),
  ),
  wasmKernel<Forward, GroupAttributes>("GroupNorm", (heap, {inputs, attrs}) => {
    const pictures = asPictures(inputs.x, attrs.groups);
    return forward(heap, inputs, pictures, [pictures[0], attrs.groups], attrs);
  }),
  wasmKernel<Backward, GroupAttributes>("GroupNormGrad", (heap, {inputs, attrs}) =>
    gradient(heap, inputs, asPictures(inputs.x, attrs.groups), attrs),
  ),
];

/** Mean and variance have shape `statistics`. */
function forward(
  heap: Heap,
  {x, gamma, beta}: Forward,
  pictures: Pictures,
  statistics: readonly number[],
  {epsilon}: Attributes,
): tf.TensorInfo[] | undefined {
  if (!areFloats(x, gamma, beta)) return undefined;
  const [mean, variance] = [heap.output(statistics), heap.output(statistics)];
  const y = heap.output(x.shape);
  const moments = {mean: heap.at(mean), variance: heap.at(variance)};
  heap.run.groupMoments(heap.at(x), ...pictures, moments.mean, moments.variance);
  const parameters = {gamma: heap.at(gamma), beta: heap.at(beta), epsilon};
  normalise(heap, {x: heap.at(x), ...moments, ...parameters, y: heap.at(y)}, pictures);
  return [y, mean, variance];
}

function gradient(
  heap: Heap,
  {dy, x, gamma, mean, variance}: Backward,
  pictures: Pictures,
  {epsilon}: Attributes,
): tf.TensorInfo[] | undefined {
  if (!areFloats(dy, x, gamma, mean, variance)) return undefined;
  const dx = heap.output(x.shape);
  const [dgamma, dbeta] = [heap.output(gamma.shape), heap.output(gamma.shape)];
  heap.run.groupNormaliseGradient(
    ...([heap.at(dy), heap.at(x), ...pictures, heap.at(mean), heap.at(variance)] as const),
    ...([heap.at(gamma), epsilon, heap.at(dx), heap.at(dgamma), heap.at(dbeta)] as const),
  );
  return [dx, dgamma, dbeta];
}
