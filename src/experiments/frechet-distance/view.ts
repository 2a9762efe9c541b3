import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {captioned, figureTab, madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {MakeView} from "../../experiment/view.js";
import {biasPlot} from "../../figures/judging/bias-plot.js";
import {featureClouds} from "../../figures/judging/feature-clouds.js";
import {judgementTable} from "../../figures/judging/judgement-table.js";
import {pictureSheet} from "../../figures/judging/picture-sheet.js";
import type {ByteImages} from "../../lib/image.js";
import {metricWords, type SetMetricName} from "../../lib/metrics/all-metrics.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import {frechetDistance, shownCount} from "./experiment.js";
import {judgedValues, scoresIn, sumOf} from "./judged-numbers.js";
import {manyTab} from "./many-tab.js";

const columns = 10;
const side = 28;

/** Where each track of the table ends. */
const tops: Readonly<Record<SetMetricName, number>> = {
  inceptionScore: 10,
  frechet: 450,
  kernelDistance: 900,
  precision: 1,
  recall: 1,
  density: 2,
  coverage: 1,
  authenticity: 1,
  nearestDistance: 20,
  coveredClasses: 10,
};

/** Real and made pictures, the clouds of their features, the sum that is their distance, and all other metrics. */
export const frechetDistanceView: MakeView<typeof frechetDistance> = (host) => {
  const sheet = (label: string, role: "real" | "generated") =>
    pictureSheet({label, role, columns, rows: shownCount / columns, side});
  const sheets = {real: sheet("real pictures", "real"), made: sheet("made pictures", "generated")};
  const clouds = featureClouds({label: "features of real and of made pictures"});
  const sum = element("p", {class: "judged-sum"}, sumOf(undefined));
  const names = Object.keys(metricWords) as SetMetricName[];
  const table = judgementTable(
    "ten metrics of these pictures",
    names.map((name) => ({
      ...metricWords[name],
      top: tops[name],
      isRooted: name === "frechet" || name === "kernelDistance",
    })),
  );
  const bias = biasPlot("the distance over the number of pictures");
  const many = manyTab(host);
  const made = madeCaption(frechetDistance.caption);
  const steps = overSteps(frechetDistance);
  let shown: ByteImages | undefined;
  return {
    picture: element(
      "figure",
      {},
      element(
        "div",
        {class: "judged-pictures"},
        element("div", {class: "judged-sheets"}, sheets.real, sheets.made),
        clouds,
      ),
      sum,
      made.element,
    ),
    figures: [
      figureTab(
        "All judges",
        captioned(
          "Each metric with its interval (the line) and what as many real pictures score (grey). Bold: outside of the grey.",
          table,
          "full",
        ),
      ),
      figureTab(
        "Few pictures",
        captioned(
          "The distance of parts of the made pictures, against one over their number.",
          bias,
        ),
      ),
      many.tab,
      ...steps.tabs,
    ],
    drawSnapshot({step, arrays}, run) {
      shown = arrays.made;
      sheets.real.update(arrays.real);
      sheets.made.update(arrays.made);
      clouds.update({real: arrays.realPoints.data, made: arrays.madePoints.data});
      made.draw(step, run);
    },
    drawRun(run: RunRecord<ExchangeOf<typeof frechetDistance>["measured"]>, compared, shownStep) {
      const last = run.measurements.at(-1);
      setText(sum, sumOf(last));
      table.update(judgedValues(last, names));
      bias.update(scoresIn(last));
      many.follow();
      steps.draw(run, compared, shownStep);
    },
    sheet: () => shown && sheetCanvas(shown, columns),
    sheetOf: ({arrays}) => arrays.made && sheetCanvas(arrays.made, columns),
  };
};
