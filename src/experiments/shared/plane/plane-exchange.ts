/** Messages that the workers of `autoencoder` and `vae-digits` both send: see latent-plane.setup.ts. */
import type {NdArray} from "../../../lib/array.js";
import type {ByteImages, Images} from "../../../lib/image.js";

export type PlaneSnapshot = {
  /** [225, 28, 28, 1], rows from the highest second number to the lowest. */
  readonly plane: ByteImages;
  /** The latent numbers that the plane spans, [2]. */
  readonly axes: NdArray<Uint8Array>;
  /** Of held-out pictures on these, [n, 2]: 500, or all where there are fewer. */
  readonly codes: NdArray<Float32Array>;
  readonly spreads: NdArray<Float32Array>;
  /** [n] */
  readonly labels: NdArray;
  /** Ten held-out pictures, or all where there are fewer. */
  readonly pictures: ByteImages;
  readonly drawings: ByteImages;
};

/** Measures of codes from N(0, 1), and of the plane that the held-out pictures' codes fill. No classifier judges a reader's own pictures. */
export type PlaneMeasures = {
  readonly gaps: number;
  readonly holes?: number;
  readonly coverage?: number;
};

export type PlaneMeasured = {
  /** Pictures of each class, [10]. */
  readonly coverage?: NdArray;
};

export type PlaneAnswers = {
  /** `place` [2] on the plane -> the `picture` there, and the training picture `nearest` to it. */
  readonly at: {
    readonly asks: {readonly place: NdArray<Float32Array>};
    readonly tells: {
      readonly picture: ByteImages;
      readonly nearest: ByteImages;
      readonly distance: NdArray<Float32Array>;
      readonly label: NdArray<Uint32Array>;
    };
  };
  /** `picture` [1, 28, 28, 1] -> its `code` and `spread` [2] on the plane, it `seen` as the encoder gets it, and `drawn`. */
  readonly code: {
    readonly asks: {readonly picture: Images};
    readonly tells: {
      readonly code: NdArray<Float32Array>;
      readonly spread: NdArray<Float32Array>;
      readonly seen: ByteImages;
      readonly drawn: ByteImages;
    };
  };
};
