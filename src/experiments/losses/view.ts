import {element} from "../../controls/element.js";
import {figureTab, madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import type {MakeView} from "../../experiment/view.js";
import {crossedSheet} from "../../figures/sheet/crossed-sheet.js";
import type {ByteImages} from "../../lib/image.js";
import {losses, sheetColumns, shownCount} from "./experiment.js";
import {scoreTable} from "./score-table.js";

const rows = Array.from({length: shownCount}, (_, i) => `${i + 1}`);

/** What each network makes of the same digits, and each measured by every loss. */
export const lossesView: MakeView<typeof losses> = () => {
  const sheet = crossedSheet({
    ...{label: "digits as four networks complete them", role: "generated"},
    ...{side: 28, scale: 3, columns: sheetColumns, across: "", rows: shownCount, nameWidth: 16},
  });
  const made = madeCaption(losses.caption);
  const table = scoreTable();
  const steps = overSteps(losses);
  let shown: ByteImages | undefined;
  return {
    picture: element("figure", {}, sheet, made.element),
    figures: [
      figureTab("By every loss", element("figure", {class: "full"}, table.element)),
      ...steps.tabs,
    ],
    drawSnapshot({step, arrays}, run) {
      if (!arrays.sheet) return;
      shown = arrays.sheet;
      sheet.update({images: arrays.sheet, rows});
      made.draw(step, run);
    },
    drawRun(run, compared, shownStep) {
      steps.draw(run, compared, shownStep);
      table.draw(run.measurements.at(-1)?.arrays.scores);
    },
    sheet: () => shown && sheetCanvas(shown, sheetColumns.length),
    sheetOf: ({arrays}) => arrays.sheet && sheetCanvas(arrays.sheet, sheetColumns.length),
  };
};
