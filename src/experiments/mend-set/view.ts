import {element} from "../../controls/element.js";
import {formatCount} from "../../controls/format.js";
import {madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import type {MakeView} from "../../experiment/view.js";
import type {ByteImages} from "../../lib/image.js";
import {columns, titledSheets} from "../shared/titled-sheets.js";
import {keptRows, mendSet, takenRows} from "./experiment.js";

/** What is kept of the set and what is taken out of it, a column for each label; curves and measures. */
export const mendSetView: MakeView<typeof mendSet> = () => {
  const sheets = titledSheets({
    label: "pictures kept and taken out",
    sheets: {kept: {role: "real", rows: keptRows}, taken: {role: "real", rows: takenRows}},
    side: 28,
  });
  const made = madeCaption(mendSet.caption);
  const steps = overSteps(mendSet);
  let shown: ByteImages | undefined;
  return {
    picture: element("figure", {}, sheets, made.element),
    figures: steps.tabs,
    drawSnapshot({step, arrays}, run) {
      const {kept, taken, counts} = arrays;
      if (!kept) return;
      shown = kept;
      sheets.update({
        kept: {images: kept, title: keptWords(counts.data)},
        taken: {images: taken, title: takenWords(counts.data)},
      });
      made.draw(step, run);
    },
    drawRun: (run, compared, shownStep) => steps.draw(run, compared, shownStep),
    sheet: () => shown && sheetCanvas(shown, columns),
    sheetOf: ({arrays: {kept}}) => kept && sheetCanvas(kept, columns),
  };
};

/** "kept: 640 of 1,100 pictures, a column for each label". */
export function keptWords([kept, ...taken]: ArrayLike<number> & Iterable<number>): string {
  const all = taken.reduce((sum, count) => sum + count, kept!);
  return `kept: ${formatCount(kept!)} of ${formatCount(all)} pictures, a column for each label`;
}

/** "taken out: 285 too near to another, 0 not sharp, 175 that neighbours contradict". */
export function takenWords([, apart, sharp, told]: ArrayLike<number> & Iterable<number>): string {
  return `taken out: ${formatCount(apart!)} too near to another, ${formatCount(sharp!)} not sharp, ${formatCount(told!)} that neighbours contradict`;
}
