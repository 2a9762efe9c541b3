/**
 * Layer normalisation of x [n, .., C] with a scale and a shift [n, C] of each picture's own, and its gradient: a pass each.
 *
 *   ModulatedNorm      x, scale, shift -> y
 *   ModulatedNormGrad  dy, x, scale -> dx, dscale, dshift
 */
import type * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import {asPictures} from "./normalisation.js";
import {areFloats, wasmKernel} from "./wasm-kernel.js";

type Inputs<Name extends string> = Readonly<Record<Name, tf.TensorInfo>>;

interface Attributes {
  readonly epsilon: number;
}

/** What a value costs, in products. */
const work = 10;

export const modulatedNorms: readonly Kernel[] = [
  wasmKernel<Inputs<"x" | "scale" | "shift">, Attributes>(
    "ModulatedNorm",
    (heap, {inputs: {x, scale, shift}, attrs: {epsilon}}) => {
      if (!areFloats(x, scale, shift)) return undefined;
      const [n, m, c] = asPictures(x, 1);
      const y = heap.output(x.shape);
      heap.inParts("modulate", work * n * m * c, n, ({first, count}) => {
        const [ahead, row] = [4 * first * m * c, 4 * first * c];
        return [
          ...([
            heap.at(x) + ahead,
            count,
            m,
            c,
            heap.at(scale) + row,
            heap.at(shift) + row,
          ] as const),
          ...([epsilon, heap.at(y) + ahead] as const),
        ];
      });
      return y;
    },
  ),
  wasmKernel<Inputs<"dy" | "x" | "scale">, Attributes>(
    "ModulatedNormGrad",
    (heap, {inputs: {dy, x, scale}, attrs: {epsilon}}) => {
      if (!areFloats(dy, x, scale)) return undefined;
      const [n, m, c] = asPictures(x, 1);
      const [dx, dscale, dshift] = [x.shape, [n, c], [n, c]].map((shape) => heap.output(shape));
      heap.inParts("modulateGradient", 2 * work * n * m * c, n, ({first, count}) => {
        const [ahead, row] = [4 * first * m * c, 4 * first * c];
        return [
          ...([
            heap.at(dy) + ahead,
            heap.at(x) + ahead,
            count,
            m,
            c,
            heap.at(scale) + row,
          ] as const),
          ...([
            epsilon,
            heap.at(dx!) + ahead,
            heap.at(dscale!) + row,
            heap.at(dshift!) + row,
          ] as const),
        ];
      });
      return [dx!, dscale!, dshift!];
    },
  ),
];
