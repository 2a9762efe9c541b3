import {type Images, imageSize} from "../../../lib/image.js";
import {meanPicture} from "../../../lib/metrics/mean-squared-error.js";

/**
 * The reconstruction in nats per picture (see likelihoods.ts, `bernoulli`) of a decoder that draws the mean picture whatever it is
 * given, which is the best that a code without content allows. With the 95 % interval of this mean over `images`.
 */
export function meanPictureNats(images: Images): {readonly low: number; readonly high: number} {
  const size = imageSize(images.shape);
  const mean = meanPicture(images);
  const nats = Float64Array.from({length: images.shape[0]}, (_, i) =>
    crossEntropy(images.data.subarray(i * size, (i + 1) * size), mean),
  );
  const middle = nats.reduce((sum, value) => sum + value, 0) / nats.length;
  const variance = nats.reduce((sum, value) => sum + (value - middle) ** 2, 0) / nats.length;
  const half = 1.96 * Math.sqrt(variance / nats.length);
  return {low: middle - half, high: middle + half};
}

/** Both in [-1, 1]. */
function crossEntropy(pixels: Float32Array, mean: Float32Array): number {
  let nats = 0;
  for (const [i, pixel] of pixels.entries()) {
    const [x, p] = [(pixel + 1) / 2, (mean[i]! + 1) / 2];
    if (x > 0) nats -= x * Math.log(p);
    if (x < 1) nats -= (1 - x) * Math.log(1 - p);
  }
  return nats;
}
