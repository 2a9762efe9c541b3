import {element} from "../../controls/element.js";
import {captioned, figureTab, madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import {isAtWork} from "../../experiment/run/at-work.js";
import type {MakeView} from "../../experiment/view.js";
import {codePlane} from "../../figures/plane/code-plane.js";
import {denoisingSheet} from "../../figures/sheet/denoising-sheet.js";
import {readyInspect, sampleGrid} from "../../figures/sheet/sample-grid.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import {nearestOf} from "../shared/gan/nearest-of.js";
import {latentDiffusion, shownCount} from "./experiment.js";

const side = 28;
const columns = {wide: 2, narrow: 3, from: 3};

/** Codes on their way out of noise beside what the decoder draws of them, the nearest training pictures, curves and measures. */
export const latentDiffusionView: MakeView<typeof latentDiffusion> = ({trainer, ask}) => {
  const codes = codePlane({label: "codes on their way out of noise", size: 180});
  const decoded = denoisingSheet({
    label: "codes on their way out of noise, decoded",
    ...{side, count: shownCount, scale: 3},
    columns,
  });
  const made = madeCaption(latentDiffusion.caption);
  const steps = overSteps(latentDiffusion);
  const grid = sampleGrid({
    ...{
      label: "generated pictures",
      role: "generated",
      columns: columns.narrow,
      rows: 2,
      side,
      scale: 4,
    },
    onInspect: readyInspect(isAtWork(trainer), async (image) =>
      nearestOf(trainer, await ask("nearest", {image})),
    ),
  });
  let arrays: ExchangeOf<typeof latentDiffusion>["snapshot"] | undefined;
  const drawCodes = () => {
    if (!arrays) return;
    const {real, trail} = arrays;
    codes.update({real, trail, shown: shownCount, stop: decoded.value});
  };
  decoded.addEventListener("input", drawCodes);
  return {
    picture: element(
      "figure",
      {},
      element("div", {class: "latent-way"}, codes, decoded),
      made.element,
    ),
    figures: [
      ...steps.tabs,
      figureTab(
        "Copies?",
        captioned(
          "Each picture at its end. Choose one to see the training picture nearest to it.",
          grid,
          "full",
        ),
      ),
    ],
    drawSnapshot({step, arrays: next}, run) {
      if (!next.samples) return;
      arrays = next;
      decoded.update({noisy: next.noisy, clean: next.clean});
      grid.update({images: next.samples});
      drawCodes();
      made.draw(step, run);
    },
    drawRun: steps.draw,
    sheet: () => arrays && sheetCanvas(arrays.samples, columns.narrow),
    sheetOf: ({arrays: {samples}}) => samples && sheetCanvas(samples, columns.narrow),
  };
};
