/** Digits in noise for reader and network: the figure with its data, and with what the reader has named before. */
import {element} from "../controls/element.js";
import {recognition} from "../figures/recognition/recognition.js";
import {unpackBundle} from "../lib/bundle.js";
import {digits} from "../lib/datasets/digits.js";
import {imageDataset} from "../lib/datasets/image-dataset.js";
import {toFloats} from "../lib/image.js";
import {plainClassifier} from "../lib/models/plain-classifier.js";
import {dequantise} from "../lib/models/quantised.js";
import {Random} from "../lib/random.js";
import type {Shelf} from "../storage/shelf.js";
import {keptSightings} from "./kept-sightings.js";
import {noisyDigit} from "./noisy-digit.js";
import {pictureFile} from "./picture-file.js";

const size = 784;

export interface WhoSeesOptions {
  readonly seed: number;
  readonly shelf: Shelf;
  readonly now: () => Date;
}

export async function whoSeesItFirst({seed, shelf, now}: WhoSeesOptions): Promise<HTMLElement> {
  const [packed, network] = await Promise.all(
    ["digits-test", "classifier-digits"].map(pictureFile),
  );
  const {images, labels} = imageDataset(digits, packed!);
  const classify = plainClassifier(dequantise(unpackBundle(network!).arrays));
  const random = new Random(seed);
  const order = random.permutation(images.shape[0]);
  const figure = recognition({
    label: "digits named out of noise",
    random,
    picture(number) {
      const i = order[number % order.length]!;
      const clean = toFloats({
        data: images.data.subarray(i * size, (i + 1) * size),
        shape: [1, 28, 28, 1],
      });
      const noise = new Random(seed).fork(`noise ${number}`).normals(size);
      return noisyDigit(clean.data, labels[i]!, classify, noise);
    },
  });
  return element("div", {}, figure, await keptSightings(figure, shelf, now));
}
