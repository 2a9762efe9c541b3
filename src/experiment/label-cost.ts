/** The cost of wrong labels, computed here in five draws of pictures: the figure with its data. */
import {labelCostFigure} from "../figures/labels/label-cost.js";
import type {Course} from "../figures/labels/label-cost-text.js";
import {digits} from "../lib/datasets/digits.js";
import {imageDataset} from "../lib/datasets/image-dataset.js";
import {wrongLabels} from "../lib/datasets/wrong-labels.js";
import {firstPictures} from "../lib/image.js";
import {type LabelCostOptions, labelCost} from "../lib/models/label-cost.js";
import {Random} from "../lib/random.js";
import {inSlices} from "./in-slices.js";
import {labelCostSizes, labelSeeds, labelShares} from "./label-cost-sizes.js";
import {pictureFile} from "./picture-file.js";

const shown = 10;

export async function labelCostOfDigits(): Promise<HTMLElement> {
  const [packed, others] = await Promise.all(["digits-train", "digits-test"].map(pictureFile));
  const [train, test] = [imageDataset(digits, packed!), imageDataset(digits, others!)];
  const truth = train.labels.subarray(0, shown);
  const figure = labelCostFigure({
    label: "what wrong labels cost a classifier",
    shares: labelShares,
    images: firstPictures(train.images, shown),
    truth: [...truth],
    told: (place) => [...wrongLabels(truth, 10, labelShares[place]!, new Random(5))],
  });
  void computeAll({train, test, shares: labelShares, ...labelCostSizes}, figure.update);
  return figure;
}

async function computeAll(
  options: LabelCostOptions,
  tell: (courses: readonly Course[]) => void,
): Promise<void> {
  const courses: Course[] = [];
  for (const seed of labelSeeds) {
    courses.push(await inSlices(labelCost(options, new Random(seed)), () => {}));
    tell([...courses]);
  }
}
