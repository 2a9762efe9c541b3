/**
 * A draw z that was computed elsewhere, from the means m and log variances l of this step, as a function through which a gradient passes:
 *
 *     z + (m - m*) dz/dm + (l - l*) dz/dl,   with everything but m and l as constants, m* and l* their values.
 *
 * Its value is z, and its slopes are those that came with it. All are [B, L].
 */
import type {Clouds, OutsideDraw} from "../driving/driven-draw.js";
import * as tf from "../tf.js";
import type {GaussianCode} from "./gaussian-code.js";

/** Draws codes from clouds. */
export type Draw = (code: GaussianCode) => tf.Tensor2D;

/** The draw that `outside` makes of `code`, which it takes over, and `noise` [B · L]. */
export async function outsideDraw(
  outside: OutsideDraw,
  code: GaussianCode,
  noise: Float32Array,
): Promise<Draw> {
  const clouds = await cloudsOf(code, noise);
  const {z, byMean, byLogVariance} = await outside(clouds);
  const constant = (values: Float32Array) => tf.tensor2d(values, [...clouds.shape]);
  const along = (x: tf.Tensor2D, now: Float32Array, slopes: Float32Array) =>
    tf.mul(tf.sub(x, constant(now)), constant(slopes));
  return ({mean, logVariance}) =>
    tf.addN([
      constant(z),
      along(mean, clouds.mean, byMean),
      along(logVariance, clouds.logVariance, byLogVariance),
    ]) as tf.Tensor2D;
}

async function cloudsOf({mean, logVariance}: GaussianCode, noise: Float32Array): Promise<Clouds> {
  const {shape} = mean;
  const [m, l] = await Promise.all([mean.data(), logVariance.data()]);
  tf.dispose([mean, logVariance]);
  return {mean: Float32Array.from(m), logVariance: Float32Array.from(l), noise, shape};
}
