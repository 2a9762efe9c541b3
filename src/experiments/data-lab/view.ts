import {element} from "../../controls/element.js";
import {formatCount} from "../../controls/format.js";
import {figureTab, madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import type {MakeView} from "../../experiment/view.js";
import type {ByteImages} from "../../lib/image.js";
import {dataLab} from "./experiment.js";
import {scoreTable} from "./score-table.js";
import {columns, twoSheets} from "./two-sheets.js";

/** Data and drawings of the control and of the other one; four scores of both, curves and measures. */
export const dataLabView: MakeView<typeof dataLab> = () => {
  const sheets = twoSheets("data and drawings of control and changed one");
  const made = madeCaption(dataLab.caption);
  const table = scoreTable();
  const steps = overSteps(dataLab);
  let shown: ByteImages | undefined;
  return {
    picture: element("figure", {}, sheets, made.element),
    figures: [
      figureTab("Scores", element("figure", {class: "full"}, table.element)),
      ...steps.tabs,
    ],
    drawSnapshot({step, arrays}, run) {
      const {controlData, changedData, controlMade, changedMade, counts} = arrays;
      if (!changedMade) return;
      shown = changedMade;
      const [clean, changed] = [...counts.data].map(formatCount);
      sheets.update({
        control: {
          title: `control: ${clean} clean pictures, and what it draws`,
          data: controlData,
          made: controlMade,
        },
        changed: {
          title: `changed: ${changed} pictures, and what it draws`,
          data: changedData,
          made: changedMade,
        },
      });
      made.draw(step, run);
    },
    drawRun(run, compared, shownStep) {
      steps.draw(run, compared, shownStep);
      table.draw(run.measurements.at(-1)?.arrays.scores);
    },
    sheet: () => shown && sheetCanvas(shown, columns),
    sheetOf: ({arrays: {changedMade}}) => changedMade && sheetCanvas(changedMade, columns),
  };
};
