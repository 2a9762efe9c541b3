import {element} from "../../controls/element.js";
import {madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {MakeView} from "../../experiment/view.js";
import {joinedPictures} from "../../lib/image.js";
import {amplification} from "./experiment.js";
import {measuredCount, shownCount} from "./generations.js";
import {type GenerationsData, generationRows, generationsSheet} from "./generations-sheet.js";

/** What each generation made, with the share of the rare kind, and everything over steps. */
export const amplificationView: MakeView<typeof amplification> = () => {
  const sheet = generationsSheet("pictures of each generation, and how many are in a mirror");
  const made = madeCaption(amplification.caption);
  const steps = overSteps(amplification);
  let shown: Omit<GenerationsData, "rareNow"> | undefined;
  const draw = (run: RunRecord) => {
    if (shown) sheet.update(generationRows({...shown, rareNow: countedNow(run, shown.generation)}));
  };
  return {
    picture: element("figure", {}, sheet, made.element),
    figures: steps.tabs,
    drawSnapshot({step, arrays}, run) {
      if (!arrays.made) return;
      shown = {
        ...{real: arrays.real, made: arrays.made, kinds: arrays.kinds.data},
        ...{rare: arrays.rare.data, generation: arrays.generation.data[0]!},
        share: Number(run.params.share),
      };
      draw(run);
      made.draw(step, run);
    },
    drawRun(run, compared, shownStep) {
      draw(run);
      steps.draw(run, compared, shownStep);
    },
    sheet: () => shown && sheetCanvas(joinedPictures([shown.real, shown.made]), shownCount),
    sheetOf: ({arrays}) =>
      arrays.made && sheetCanvas(joinedPictures([arrays.real, arrays.made]), shownCount),
  };
};

/** How many of all counted are rare at the end of generation `number`, once that has been measured. */
function countedNow({params, measurements}: RunRecord, number: number): number | undefined {
  const end = number * Number(params.generationSteps);
  const last = measurements.findLast(({step}) => step === end);
  return last && Math.round((last.scalars.minority! * measuredCount) / 100);
}
