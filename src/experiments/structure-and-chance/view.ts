import {element} from "../../controls/element.js";
import {captioned, figureTab, madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {MakeView} from "../../experiment/view.js";
import {crossedSheet} from "../../figures/sheet/crossed-sheet.js";
import {sampleGrid} from "../../figures/sheet/sample-grid.js";
import {type ByteImages, pick} from "../../lib/image.js";
import {side} from "../shared/digit-flow/digit-flow.js";
import {nearestDigit} from "../shared/digit-flow/nearest-digit.js";
import {structureAndChance} from "./experiment.js";
import {gauges} from "./gauges.js";
import {columns} from "./structure-params.js";
import {tradeOffFigure} from "./trade-off-figure.js";

/** Rows of the picture: one that is told nothing, and half of the digits. */
const rows = 6;
const heads = Array.from({length: columns}, (_, i) => `${i + 1}`);

/** Digits by noise, with what is counted of them; the trade-off, the nearest training pictures, curves and measures. */
export const structureAndChanceView: MakeView<typeof structureAndChance> = (host) => {
  const {trainer, ask, paramsOf} = host;
  const sheet = crossedSheet({
    ...{label: "digits by noise", role: "generated", side, columns: heads, across: "noise", rows},
  });
  const counts = gauges();
  const made = madeCaption(structureAndChance.caption);
  const trade = tradeOffFigure(host);
  const steps = overSteps(structureAndChance);
  const grid = sampleGrid({
    ...{label: "generated pictures", role: "generated", columns, rows: 11, side, scale: 3},
    onInspect: nearestDigit(trainer, (asked) => ask("nearest", asked)),
  });
  let shown: ByteImages | undefined;
  const drawSheet = (run: RunRecord) => {
    if (!shown) return;
    const first = paramsOf(run).digits === "high" ? 5 : 0;
    const digits = Array.from({length: rows - 1}, (_, i) => first + i);
    const chosen = [0, ...digits.map((digit) => digit + 1)];
    const places = chosen.flatMap((row) => heads.map((_, i) => row * columns + i));
    sheet.update({images: pick(shown, places), rows: ["untold", ...digits.map(String)]});
  };
  return {
    picture: element(
      "figure",
      {},
      element("div", {class: "crossed-and-counts"}, sheet, counts.element),
      made.element,
    ),
    figures: [
      trade.tab,
      figureTab(
        "Copies?",
        captioned(
          "Untold, then each digit from 0 to 9. Choose a picture to see the training picture nearest to it.",
          grid,
          "full",
        ),
      ),
      ...steps.tabs,
    ],
    drawSnapshot(snapshot, run) {
      const {samples} = snapshot.arrays;
      if (!samples) return;
      shown = samples;
      drawSheet(run);
      grid.update({images: samples});
      counts.draw(snapshot.arrays, paramsOf(run).noises);
      trade.draw(snapshot, run);
      made.draw(snapshot.step, run);
    },
    drawRun(run, compared, shownStep) {
      steps.draw(run, compared, shownStep);
      drawSheet(run);
      trade.follow();
    },
    sheet: () => shown && sheetCanvas(shown, columns),
    sheetOf: ({arrays: {samples}}) => samples && sheetCanvas(samples, columns),
  };
};
