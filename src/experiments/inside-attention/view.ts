import {element} from "../../controls/element.js";
import {captioned, figureTab, madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import type {MakeView} from "../../experiment/view.js";
import {sampleGrid} from "../../figures/sheet/sample-grid.js";
import type {ByteImages} from "../../lib/image.js";
import {side} from "../shared/digit-flow/digit-flow.js";
import {nearestDigit} from "../shared/digit-flow/nearest-digit.js";
import {edge, insideAttention} from "./experiment.js";
import {lookingFigure} from "./looking-figure.js";

const columns = 10;
const rows = 2;

/** One picture opened on its way out of noise: who looks at whom. Pictures of all digits at their end, curves and measures. */
export const insideAttentionView: MakeView<typeof insideAttention> = ({
  trainer,
  ask,
  paramsOf,
  controlOf,
}) => {
  const looking = lookingFigure({label: "who looks at whom", side, edge});
  const made = madeCaption(insideAttention.caption);
  const choices = element("div", {class: "looking-choices"}, controlOf("layer"), controlOf("head"));
  const grid = sampleGrid({
    ...{label: "two pictures of each digit", role: "generated", columns, rows, side, scale: 4},
    onInspect: nearestDigit(trainer, (asked) => ask("nearest", asked)),
  });
  const steps = overSteps(insideAttention);
  let shown: ByteImages | undefined;
  return {
    picture: element("figure", {}, looking, made.element),
    below: [choices],
    figures: [
      figureTab(
        "All digits",
        captioned(
          "Two pictures of each digit, at their end. Choose one to see the training picture nearest to it.",
          grid,
          "full",
        ),
      ),
      ...steps.tabs,
    ],
    drawSnapshot({step, arrays: {samples, noisy, clean, looks}}, run) {
      if (!looks) return;
      shown = samples;
      const {layer, head, digit} = paramsOf(run);
      looking.update({
        ...{noisy, clean, looks, told: digit},
        layer: Number(layer) - 1,
        head: head === "mean" ? "mean" : Number(head) - 1,
      });
      grid.update({images: samples});
      made.draw(step, run);
    },
    drawRun: steps.draw,
    sheet: () => shown && sheetCanvas(shown, columns),
    sheetOf: ({arrays: {samples}}) => samples && sheetCanvas(samples, columns),
  };
};
