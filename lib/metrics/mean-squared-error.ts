/**
 * Mean squared error of pictures: how far, pixel by pixel, what was made is from what it should be.
 *
 *     MSE = 1/N Σ_i (x_i - y_i)²,   over all N pixels, black to white being 1
 *
 * What an autoencoder's reconstructions are judged by (Hinton & Salakhutdinov, 2006). 0 for equal pictures, 1 for black against white.
 * Its floor is what a model scores that draws the mean picture whatever it is shown.
 */
import {type Images, imageSize} from "../image.js";

/** MSE of `made` against `real`, both [n, h, w, c] in [-1, 1], n at least 1. */
export function meanSquaredError(real: Images, made: Images): number {
  if (`${real.shape}` !== `${made.shape}`)
    throw new RangeError(`shapes differ: [${real.shape}] and [${made.shape}]`);
  if (real.data.length === 0) throw new RangeError("too few pictures: 0 (at least 1)");
  let sum = 0;
  for (let i = 0; i < real.data.length; i++) {
    const difference = (real.data[i]! - made.data[i]!) / 2;
    sum += difference * difference;
  }
  return sum / real.data.length;
}

/** The mean of `images` (n at least 1), [h, w, c]: the one picture with the least error for all of them. */
export function meanPicture({data, shape}: Images): Float32Array {
  const size = imageSize(shape);
  const sums = new Float64Array(size);
  for (let i = 0; i < data.length; i++) sums[i % size]! += data[i]!;
  return Float32Array.from(sums, (sum) => sum / shape[0]);
}

/** MSE of drawing the mean picture of `images` (n at least 1) whatever is shown: the floor. */
export function meanPictureError(images: Images): number {
  const mean = meanPicture(images);
  const data = images.data.map((_, i) => mean[i % mean.length]!);
  return meanSquaredError(images, {data, shape: images.shape});
}
