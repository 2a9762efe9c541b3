/** A digit out of noise, by a small network that was trained before: the figure with its data. */
import {firstPicture} from "../figures/denoise/first-picture.js";
import {unpackBundle} from "../lib/bundle.js";
import {digits} from "../lib/datasets/digits.js";
import {imageDataset} from "../lib/datasets/image-dataset.js";
import {pick} from "../lib/image.js";
import {toldDigits, toldDigitWay} from "../lib/models/flow/told-digits.js";
import {dequantise} from "../lib/models/quantised.js";
import {Random} from "../lib/random.js";
import {pictureFile} from "./picture-file.js";

/** Digits that the network has learned from; the others of the file are held out. */
const trainingCount = 1000;

export async function firstPictureFigure(): Promise<HTMLElement> {
  const [packed, network] = await Promise.all(
    ["denoiser-digits", "first-picture"].map(pictureFile),
  );
  const {images} = imageDataset(digits, packed!);
  const all = [...Array(images.shape[0]).keys()];
  const wayTo = toldDigitWay(dequantise(unpackBundle(network!).arrays));
  return firstPicture({
    label: "a digit out of noise",
    training: pick(images, all.slice(0, trainingCount)),
    heldOut: pick(images, all.slice(trainingCount)),
    steps: toldDigits.steps,
    asked(seed) {
      const digit = new Random(seed).fork("digit").integer(toldDigits.classes);
      return {words: String(digit), way: (noise) => wayTo(digit, noise)};
    },
  });
}
