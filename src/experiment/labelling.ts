/** Twenty digits that are hard to read, for the reader to label: the figure with its data. */
import {labelling} from "../figures/labels/labelling.js";
import {unpackBundle} from "../lib/bundle.js";
import {digits} from "../lib/datasets/digits.js";
import {imageDataset} from "../lib/datasets/image-dataset.js";
import {pick, toFloats} from "../lib/image.js";
import {plainClassifier} from "../lib/models/plain-classifier.js";
import {dequantise} from "../lib/models/quantised.js";
import {Random} from "../lib/random.js";
import {hardDigits} from "./hard-digits.js";
import {pictureFile} from "./picture-file.js";

export async function labellingFigure(seed: number): Promise<HTMLElement> {
  const [packed, weights] = await Promise.all(
    ["digits-test", "classifier-digits"].map(pictureFile),
  );
  const {images, labels} = imageDataset(digits, packed!);
  const classify = plainClassifier(dequantise(unpackBundle(weights!).arrays));
  const network = hardDigits.map((place) => {
    const {data} = classify(toFloats(pick(images, [place])).data).logits;
    return data.indexOf(Math.max(...data));
  });
  return labelling({
    label: "digits to be labelled",
    images: pick(images, hardDigits),
    truth: hardDigits.map((place) => labels[place]!),
    network,
    random: new Random(seed),
  });
}
