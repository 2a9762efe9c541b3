/** The pictures of `autoencoder` and `vae-digits`, and what always drawing their mean picture scores. */
import {imageDataset} from "../datasets/image-dataset.js";
import {findImageSet} from "../datasets/index.js";
import {type Split, split} from "../datasets/split.js";
import {upright} from "../datasets/upright.js";
import {type Images, imageSize} from "../image.js";
import {meanPicture} from "../metrics/mean-squared-error.js";
import {Random} from "../random.js";
import {fileOf} from "./file-of.setup.js";
import {heldOutCount} from "./plane-params.js";

/** The same split whatever the run's seed, so that runs can be compared. */
const splitSeed = 1;

export interface PlaneData {
  readonly dataset: string;
  readonly straighten: boolean;
}

/** Pictures to learn from, and those held out. */
export function planeData(
  {dataset, straighten}: PlaneData,
  files: Readonly<Record<string, Uint8Array>>,
): Split {
  const all = imageDataset(findImageSet(dataset), fileOf(files, `${dataset}-train`));
  const images = straighten ? upright(all.images) : all.images;
  return split({...all, images}, heldOutCount, new Random(splitSeed));
}

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
