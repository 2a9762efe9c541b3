import {element} from "../../controls/element.js";
import {formatCount} from "../../controls/format.js";
import {setText} from "../../controls/set-text.js";
import {captioned, curvesFigure, measureFigure} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import {originWords} from "../../experiment/run/origin-words.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {MakeView} from "../../experiment/view.js";
import {type PicturePairsData, picturePairs} from "../../figures/sheet/picture-pairs.js";
import {pick} from "../../lib/image.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {sortedCount, sortingWithoutLabels} from "./experiment.js";
import {sortingFigures} from "./sorting-figures.js";

const byChance = "labels dealt out by chance agree as much";
const afterwards = "Measured afterwards: no label had a part in the sorting.";

/** The plane and the clusters on it, what the labels say afterwards, drawings, loss and measures. */
export const sortingWithoutLabelsView: MakeView<typeof sortingWithoutLabels> = () => {
  const spec: Experiment = sortingWithoutLabels;
  const sorting = sortingFigures();
  const drawings = picturePairs({label: "pictures and their drawings", places: 10});
  const caption = element("figcaption", {class: "how-made"});
  const losses = curvesFigure(spec, ["loss"], {label: "loss"});
  const error = measureFigure(spec, "reconstruction", {
    floorLabel: "always drawing the mean picture errs by this much",
  });
  const agreements = (["adjustedRand", "mutualInformation", "purity"] as const).map((name) =>
    measureFigure(spec, name, {floorLabel: byChance, role: "judge"}),
  );
  const [rand, information, purity] = agreements.map(({figure}) => figure);
  const overSteps = [losses, error, ...agreements];
  return {
    figures: [
      element("figure", {class: "full"}, sorting.controls, sorting.plane, caption),
      element(
        "figure",
        {class: "full"},
        element(
          "figcaption",
          {},
          "The mean of all pictures in each cluster, the lightest first. Choose one to see where it lies.",
        ),
        sorting.sheet,
      ),
      captioned("Clusters against labels.", sorting.table, "full"),
      captioned(
        "Pictures that it never learned from, and what it draws of them from two numbers.",
        drawings,
        "full",
      ),
      captioned(`Pairs of pictures put together. ${afterwards}`, rand!),
      captioned("What a cluster tells of the label.", information!),
      captioned("If each cluster had the name of its commonest label.", purity!),
      captioned("How far drawings are from their pictures.", error.figure),
      captioned("Loss: how little the decoder expected the pictures.", losses.figure),
    ],
    drawSnapshot({step, arrays}, run) {
      sorting.draw(arrays, run);
      if (arrays.drawings) drawings.update(pairsOf(arrays));
      setText(caption, howMade(step, run));
    },
    drawRun(run, compared, shownStep) {
      for (const part of overSteps) part.draw(run, compared, shownStep);
    },
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

/** How the plane came about. */
function howMade(step: number, run: RunRecord): string {
  const {params, backend} = run;
  return `${originWords(run)}: ${formatCount(sortedCount)} pictures that were never learned from, after ${step} steps, seed ${params.seed}, ${backend}.`;
}
