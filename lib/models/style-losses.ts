/**
 * How far a picture is from what another one shows, from how another one is painted, and from being smooth (Gatys, Ecker & Bethge: A neural algorithm
 * of artistic style, 2015; CVPR 2016, sections 2.1 and 2.2):
 *
 *     content = |F(x) - F(content)|² / |F(content)|²
 *     style   = mean_l |G_l(x) - G_l(style)|² / |G_l(style)|²
 *     TV      = mean of the squared differences of pixels that are neighbours (Mahendran & Vedaldi, 2015, section 3)
 *
 * with maps F and their Gram matrices G_l (gram-matrix.ts), one of each convolution in each look (picture-looks.ts). A square is divided by that
 * of what is wanted, so that all count the same, 0 is equal, and 1 is as far away as nothing at all; in the papers it is divided by sizes.
 */
import * as tf from "../tf.js";
import {gramMatrix} from "./gram-matrix.js";
import type {Maps} from "./picture-looks.js";

/** The maps that tell what is shown: of the second convolution, on half the side where there is such a look. */
export function contentOf(looks: readonly Maps[]): readonly tf.Tensor[] {
  return [(looks[1] ?? looks[0]!)[1]!];
}

/** The Gram matrices of the first `depth` convolutions of each look. */
export function styleOf(looks: readonly Maps[], depth: number): readonly tf.Tensor[] {
  return looks.flatMap((maps) => maps.slice(0, depth).map(gramMatrix));
}

/** [], a mean over the tensors. */
export function relativeDistance(
  now: readonly tf.Tensor[],
  wanted: readonly tf.Tensor[],
): tf.Scalar {
  const distances = now.map((each, i) => {
    const difference = tf.sum(tf.squaredDifference(each, wanted[i]!));
    return tf.div(difference, tf.add(tf.sum(tf.square(wanted[i]!)), leastSquare));
  });
  return tf.div(tf.addN(distances), distances.length);
}

/** A map may be 0 everywhere. */
const leastSquare = 1e-8;

/** Of `x` [1, h, w, c], []. */
export function totalVariation(x: tf.Tensor4D): tf.Scalar {
  const [, h, w, c] = x.shape;
  const from = (row: number, column: number) =>
    tf.slice4d(x, [0, row, column, 0], [1, h - 1, w - 1, c]);
  const here = from(0, 0);
  const [below, beside] = [from(1, 0), from(0, 1)].map((other) =>
    tf.mean(tf.squaredDifference(other, here)),
  );
  return tf.add(below!, beside!);
}
