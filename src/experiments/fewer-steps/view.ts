import {element} from "../../controls/element.js";
import {captioned, figureTab, madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import type {MakeView} from "../../experiment/view.js";
import {sampleGrid} from "../../figures/sheet/sample-grid.js";
import {stepsSheet} from "../../figures/sheet/steps-sheet.js";
import type {ByteImages} from "../../lib/image.js";
import {side} from "../shared/digit-flow/digit-flow.js";
import {nearestDigit} from "../shared/digit-flow/nearest-digit.js";
import {stepsFigure} from "../shared/digit-flow/steps-figure.js";
import {columns, fewerSteps, rowSteps} from "./experiment.js";

/** The same noise in few and in many steps, before reflow and now; steps against distance, curves and measures. */
export const fewerStepsView: MakeView<typeof fewerSteps> = ({trainer, ask, paramsOf}) => {
  const sheet = stepsSheet({
    label: "digits in few and in many steps",
    side,
    columns,
    steps: rowSteps,
  });
  const made = madeCaption(fewerSteps.caption);
  const byCount = stepsFigure({
    trainer,
    ask: (asked) => ask("distance", asked),
    madeWith: (run) => `Euler, guidance before reflow ${paramsOf(run).guidance}`,
    teacher: "the network as it was when reflow began",
  });
  const steps = overSteps(fewerSteps);
  const grid = sampleGrid({
    ...{label: "digits as the network draws them now", role: "generated"},
    ...{columns, rows: rowSteps.length, side, scale: 4},
    onInspect: nearestDigit(trainer, (asked) => ask("nearest", asked)),
  });
  let shown: ByteImages | undefined;
  return {
    picture: element("figure", {}, sheet, made.element),
    figures: [
      byCount.tab,
      figureTab(
        "Copies?",
        captioned(
          `As the network draws now, a row each in ${listed(rowSteps)} steps. Choose a picture to see the training picture nearest to it.`,
          grid,
          "full",
        ),
      ),
      ...steps.tabs,
    ],
    drawSnapshot({step, arrays}, run) {
      const {before, after, begun} = arrays;
      if (!after) return;
      shown = after;
      grid.update({images: after});
      const titles = begun.data[0]
        ? {before: "before reflow", after: "after reflow"}
        : {before: "before reflow", after: "not begun yet"};
      sheet.update({before, after, titles});
      made.draw(step, run);
    },
    drawRun(run, compared, shownStep) {
      steps.draw(run, compared, shownStep);
      byCount.follow();
    },
    sheet: () => shown && sheetCanvas(shown, columns),
    sheetOf: ({arrays: {after}}) => after && sheetCanvas(after, columns),
  };
};

/** 1, 2 and 3. */
function listed(numbers: readonly number[]): string {
  return `${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)}`;
}
