/** Messages that the workers of several GANs send. */
import type {NdArray} from "../../../lib/array.js";
import type {ByteImages} from "../../../lib/image.js";

/** Two losses, and the judge's mean probability of real for both kinds of sample. */
export type GanNumbers = {
  readonly discriminatorLoss: number;
  readonly generatorLoss: number;
  readonly realScore: number;
  readonly fakeScore: number;
};

/** Lengths of the gradients. */
export type GanGradients = {
  readonly discriminatorGradient: number;
  readonly generatorGradient: number;
};

/** Pictures with the judge's probability of real for each, [n]. */
export type JudgedPictures = {
  readonly samples: ByteImages;
  readonly scores: NdArray<Float32Array>;
};

/** A GAN on points: see point-picture.setup.ts. */
export type PointSnapshot = {
  readonly real: NdArray<Float32Array>;
  readonly generated: NdArray<Float32Array>;
  readonly field: NdArray;
  readonly gradients: NdArray;
  readonly warp?: NdArray;
};

/** `image` [1, h, w, c] -> the training picture nearest to it, with its `distance` and `label`. */
export type NearestPicture = {
  readonly asks: {readonly image: ByteImages};
  readonly tells: {
    readonly image: ByteImages;
    readonly distance: NdArray<Float32Array>;
    readonly label: NdArray<Uint32Array>;
  };
};
