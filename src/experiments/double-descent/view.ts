import {element} from "../../controls/element.js";
import {captioned, figureTab, madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {MakeView} from "../../experiment/view.js";
import {errorsByWidth} from "../../figures/curves/errors-by-width.js";
import {toldPictures} from "../../figures/sheet/told-pictures.js";
import type {ByteImages} from "../../lib/image.js";
import {shownSet} from "../shared/shown-set.js";
import {doubleDescent, shownCount} from "./experiment.js";
import {widthsOf} from "./widths.js";

/** Both errors by width, wrongly labelled pictures with what the model says of them, and everything over steps. */
export const doubleDescentView: MakeView<typeof doubleDescent> = () => {
  const errors = errorsByWidth({label: "errors by the number of features"});
  const told = toldPictures({label: "pictures that it learned from", places: shownCount});
  const made = madeCaption(doubleDescent.caption);
  const steps = overSteps(doubleDescent);
  let shown: ByteImages | undefined;
  return {
    picture: element("figure", {}, errors, made.element),
    figures: [
      figureTab(
        "Wrong labels",
        captioned(
          "Pictures that it learned from, wrongly labelled ones first: what it was told, and what it says.",
          told,
          "full",
        ),
      ),
      ...steps.tabs,
    ],
    drawSnapshot({step, arrays}, run) {
      const {pictures: images, truths, told: labels, said} = arrays;
      if (!images) return;
      shown = images;
      const {classNames} = shownSet(String(run.params.dataset));
      told.update({
        ...{images, classNames, truths: truths!.data, told: labels!.data, said: said!.data},
      });
      made.draw(step, run);
    },
    drawRun(run, compared, shownStep) {
      errors.update({
        ...courseOf(run),
        train: run.curves.trainError!.values,
        threshold: Number(run.params.pictures),
        comparisons: compared.map(courseOf),
        ...(shownStep !== undefined && shownStep > 0 && {shown: shownStep - 1}),
      });
      steps.draw(run, compared, shownStep);
    },
    sheet: () => shown && sheetCanvas(shown, 5),
    sheetOf: ({arrays: {pictures}}) => pictures && sheetCanvas(pictures, 5),
  };
};

/** The test errors by width: step 1 is the first width. */
function courseOf({params, measurements}: RunRecord) {
  const widths = widthsOf(Number(params.pictures));
  const test = new Float32Array(widths.length).fill(Number.NaN);
  for (const {step, scalars} of measurements) if (step > 0) test[step - 1] = scalars.testError!;
  return {widths, test};
}
