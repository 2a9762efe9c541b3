import {element} from "../../controls/element.js";
import {captioned, figureTab, madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import type {MakeView} from "../../experiment/view.js";
import {type PicturePairsData, picturePairs} from "../../figures/sheet/picture-pairs.js";
import {pick} from "../../lib/image.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import {ownTestWords} from "../shared/own-pictures.js";
import {sortingWithoutLabels} from "./experiment.js";
import {sortingFigures} from "./sorting-figures.js";

/** The plane and the clusters on it, what the labels say afterwards, drawings, loss and measures. */
export const sortingWithoutLabelsView: MakeView<typeof sortingWithoutLabels> = () => {
  const sorting = sortingFigures();
  const drawings = picturePairs({label: "pictures and their drawings", places: 10});
  const made = madeCaption(sortingWithoutLabels.caption);
  const steps = overSteps(sortingWithoutLabels);
  return {
    picture: element("figure", {}, sorting.plane, made.element),
    below: [sorting.controls],
    figures: [
      figureTab(
        "Clusters",
        captioned(
          "The mean of all pictures in each cluster, the lightest first. Choose one to see where it lies.",
          sorting.sheet,
          "full",
        ),
      ),
      figureTab("Against labels", captioned("Clusters against labels.", sorting.table, "full")),
      figureTab(
        "Drawings",
        captioned(
          "Pictures that it never learned from, and what it draws of them from two numbers.",
          drawings,
          "full",
        ),
      ),
      ...steps.tabs,
    ],
    drawSnapshot({step, arrays}, run) {
      sorting.draw(arrays, run);
      if (arrays.drawings) drawings.update(pairsOf(arrays));
      made.draw(step, run, "", ownTestWords(run.params.dataset));
    },
    drawRun: steps.draw,
    sheet: () => sorting.canvas(),
    sheetOf: ({arrays: {means}}) => means && sheetCanvas(means, 5, {scale: 3}),
  };
};

/** The drawings, with the pictures that they are of: the first ones. */
function pairsOf({
  pictures,
  drawings,
}: ExchangeOf<typeof sortingWithoutLabels>["snapshot"]): PicturePairsData {
  const first = Array.from({length: drawings.shape[0]}, (_, i) => i);
  return {pictures: pick(pictures, first), drawings};
}
