import {element} from "../../controls/element.js";
import {madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import type {MakeView} from "../../experiment/view.js";
import type {ByteImages} from "../../lib/image.js";
import {copiesSheet} from "./copies-sheet.js";
import {memorisation} from "./experiment.js";

const columns = 6;

/** Made pictures above the nearest ones, and everything over steps. */
export const memorisationView: MakeView<typeof memorisation> = () => {
  const sheet = copiesSheet("made pictures and the nearest that were learned from");
  const made = madeCaption(memorisation.caption);
  const steps = overSteps(memorisation);
  let shown: ByteImages | undefined;
  return {
    picture: element("figure", {}, sheet, made.element),
    figures: steps.tabs,
    drawSnapshot({step, arrays}, run) {
      if (!arrays.made) return;
      shown = arrays.made;
      const {repeats, withoutRepeats} = run.params;
      sheet.update({
        ...{made: arrays.made, nearest: arrays.nearest, kind: arrays.kind.data},
        isRepeated: Number(repeats) > 1 && withoutRepeats === false,
      });
      made.draw(step, run);
    },
    drawRun: steps.draw,
    sheet: () => shown && sheetCanvas(shown, columns),
    sheetOf: ({arrays}) => arrays.made && sheetCanvas(arrays.made, columns),
  };
};
