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

/** What a value costs either way, in products. */
const work = 20;

export const groupNormSilus: readonly Kernel[] = [
  wasmKernel<Inputs<Forward>, Attributes>("GroupNormSilu", (heap, {inputs, attrs}) => {
    const {x, shift, gamma, beta} = inputs;
    if (!areFloats(x, shift, gamma, beta)) return undefined;
    const [n, m, c, groups] = asPictures(x, attrs.groups);
    const [y, sigmoid] = [heap.output(x.shape), heap.output(x.shape)];
    const moments = heap.output([n, c + groups]);
    heap.inParts("groupNormaliseSilu", work * n * m * c, n, ({first, count}) => {
      const ahead = 4 * first * m * c;
      return [
        ...([heap.at(x) + ahead, count, m, c, groups, heap.at(shift) + 4 * first * c] as const),
        ...([heap.at(gamma), heap.at(beta), attrs.epsilon] as const),
        ...([heap.at(moments) + 4 * first * (c + groups)] as const),
        ...([heap.at(sigmoid) + ahead, heap.at(y) + ahead] as const),
      ];
    });
    return [y, sigmoid, moments];
  }),
  wasmKernel<Inputs<Backward>, Attributes>("GroupNormSiluGrad", (heap, {inputs, attrs}) => {
    const {dy, x, gamma, y, sigmoid, moments} = inputs;
    if (!areFloats(dy, x, gamma)) return undefined;
    const [n, m, c, groups] = asPictures(x, attrs.groups);
    const shapes = [x.shape, [n, c], gamma.shape, gamma.shape];
    const [dx, dshift, dgamma, dbeta] = shapes.map((shape) => heap.output(shape));
    const shares = heap.scratch(8 * n * 2 * c);
    heap.inParts("groupNormaliseSiluGradient", work * n * m * c, n, ({first, count}) => {
      const ahead = 4 * first * m * c;
      return [
        ...([heap.at(dy) + ahead, heap.at(x) + ahead] as const),
        ...([heap.at(sigmoid) + ahead, heap.at(y) + ahead, count, m, c, groups] as const),
        ...([heap.at(moments) + 4 * first * (c + groups), heap.at(gamma), attrs.epsilon] as const),
        ...([heap.at(dx!) + ahead, heap.at(dshift!) + 4 * first * c] as const),
        shares + 8 * first * 2 * c,
      ];
    });
    heap.run.sumShares(shares, n, c, heap.at(dgamma!), heap.at(dbeta!));
    return [dx!, dshift!, dgamma!, dbeta!];
  }),
];
