import {element} from "../../controls/element.js";
import {captioned, figureTab, madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import type {MakeView} from "../../experiment/view.js";
import {denoisingSheet} from "../../figures/sheet/denoising-sheet.js";
import {sampleGrid} from "../../figures/sheet/sample-grid.js";
import type {ByteImages} from "../../lib/image.js";
import {side} from "../shared/digit-flow/digit-flow.js";
import {nearestDigit} from "../shared/digit-flow/nearest-digit.js";
import {stepsFigure} from "../shared/digit-flow/steps-figure.js";
import {diffusionDigits, sheetCount} from "./experiment.js";

const columns = 5;
const rows = sheetCount / columns;

/** Pictures on their way out of noise, steps against distance, the nearest training pictures, curves and measures. */
export const diffusionDigitsView: MakeView<typeof diffusionDigits> = (host) => {
  const {trainer, ask, paramsOf} = host;
  const denoising = denoisingSheet({
    label: "pictures on their way out of noise",
    side,
    count: sheetCount,
  });
  const made = madeCaption(diffusionDigits.caption);
  const byCount = stepsFigure({
    trainer,
    ask: (asked) => ask("distance", asked),
    madeWith(run) {
      const {sampler, guidance} = paramsOf(run);
      return `${sampler}, guidance ${guidance}`;
    },
  });
  const steps = overSteps(diffusionDigits);
  let shown: ByteImages | undefined;
  const grid = sampleGrid({
    ...{label: "generated pictures", role: "generated", columns, rows, side, scale: 4},
    onInspect: nearestDigit(trainer, (asked) => ask("nearest", asked)),
  });
  return {
    picture: element("figure", {}, denoising, made.element),
    figures: [
      byCount.tab,
      figureTab(
        "Copies?",
        captioned(
          "Each picture at its end. Choose one to see the training picture nearest to it.",
          grid,
          "full",
        ),
      ),
      ...steps.tabs,
    ],
    drawSnapshot({step, arrays}, run) {
      const {samples, noisy, clean} = arrays;
      if (!samples) return;
      shown = samples;
      denoising.update({noisy, clean});
      grid.update({images: samples});
      made.draw(step, run);
    },
    drawRun(run, compared, shownStep) {
      steps.draw(run, compared, shownStep);
      byCount.follow();
    },
    sheet: () => shown && sheetCanvas(shown, columns),
    sheetOf: ({arrays: {samples}}) => samples && sheetCanvas(samples, columns),
  };
};
