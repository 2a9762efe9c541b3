/**
 * Group normalisation of x [n, .., C] + shift [n, C], followed by SiLU, and its gradient: a pass each.
 *
 *   GroupNormSilu      x, shift, gamma, beta -> y, sigmoid of what SiLU is taken of, moments [n, C + groups]
 *   GroupNormSiluGrad  dy, x, gamma and all of those -> dx, dshift, dgamma, dbeta
 */
import type * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import {asPictures} from "./normalisation.js";
import {areFloats, wasmKernel} from "./wasm-kernel.js";

type Inputs<Name extends string> = Readonly<Record<Name, tf.TensorInfo>>;

interface Attributes {
  readonly epsilon: number;
  readonly groups: number;
}

type Forward = "x" | "shift" | "gamma" | "beta";
type Backward = "dy" | "x" | "gamma" | "y" | "sigmoid" | "moments";

export const groupNormSilus: readonly Kernel[] = [
  wasmKernel<Inputs<Forward>, Attributes>("GroupNormSilu", (heap, {inputs, attrs}) => {
    const {x, shift, gamma, beta} = inputs;
    if (!areFloats(x, shift, gamma, beta)) return undefined;
    const pictures = asPictures(x, attrs.groups);
    const [n, , c, groups] = pictures;
    const [y, sigmoid] = [heap.output(x.shape), heap.output(x.shape)];
    const moments = heap.output([n, c + groups]);
    heap.run.groupNormaliseSilu(
      ...([heap.at(x), ...pictures, heap.at(shift), heap.at(gamma), heap.at(beta)] as const),
      ...([attrs.epsilon, heap.at(moments), heap.at(sigmoid), heap.at(y)] as const),
    );
    return [y, sigmoid, moments];
  }),
  wasmKernel<Inputs<Backward>, Attributes>("GroupNormSiluGrad", (heap, {inputs, attrs}) => {
    const {dy, x, gamma, y, sigmoid, moments} = inputs;
    if (!areFloats(dy, x, gamma)) return undefined;
    const pictures = asPictures(x, attrs.groups);
    const [n, , c] = pictures;
    const shapes = [x.shape, [n, c], gamma.shape, gamma.shape];
    const [dx, dshift, dgamma, dbeta] = shapes.map((shape) => heap.output(shape));
    heap.run.groupNormaliseSiluGradient(
      ...([heap.at(dy), heap.at(x), heap.at(sigmoid), heap.at(y), ...pictures] as const),
      ...([heap.at(moments), heap.at(gamma), attrs.epsilon, heap.at(dx!)] as const),
      ...([heap.at(dshift!), heap.at(dgamma!), heap.at(dbeta!)] as const),
    );
    return [dx!, dshift!, dgamma!, dbeta!];
  }),
];
