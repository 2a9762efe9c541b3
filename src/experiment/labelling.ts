/** Twenty digits that are hard to read, for the reader to label: the figure with its data. */
import {labelling} from "../figures/labels/labelling.js";
import {digits} from "../lib/datasets/digits.js";
import {imageDataset} from "../lib/datasets/image-dataset.js";
import {pick} from "../lib/image.js";
import {Random} from "../lib/random.js";
import {digitReader} from "./digit-reader.js";
import {hardDigits} from "./hard-digits.js";
import {pictureFile} from "./picture-file.js";

export async function labellingFigure(seed: number): Promise<HTMLElement> {
  const [packed, weights] = await Promise.all(
    ["digits-test", "classifier-digits"].map(pictureFile),
  );
  const {images, labels} = imageDataset(digits, packed!);
  const reads = digitReader(weights!);
  return labelling({
    label: "digits to be labelled",
    images: pick(images, hardDigits),
    truth: hardDigits.map((place) => labels[place]!),
    network: hardDigits.map((place) => reads(pick(images, [place]))),
    random: new Random(seed),
  });
}
