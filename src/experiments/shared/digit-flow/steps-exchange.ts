import type {NdArray} from "../../../lib/array.js";

/** Pictures drawn in so many `steps` [1]. */
export type StepsDistance = {
  readonly asks: {readonly steps: NdArray};
  readonly tells: {
    /** Their Fréchet distance [1], its interval [2], and its floor [2]. */
    readonly distance: NdArray<Float32Array>;
    readonly interval: NdArray<Float32Array>;
    readonly floor: NdArray<Float32Array>;
    /** Per cent of them in which the classifier sees what was asked for, [1]. */
    readonly agreement: NdArray<Float32Array>;
    /** How far two pictures of the same digit are from each other on average, [1]. */
    readonly spread: NdArray<Float32Array>;
    /** The distance of a teacher's pictures [1], where there is one. */
    readonly teacher?: NdArray<Float32Array>;
  };
};
