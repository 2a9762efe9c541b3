import {element} from "../../controls/element.js";
import {captioned, figureTab, madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import type {MakeView} from "../../experiment/view.js";
import {type NamedObserver, readingCurves} from "../../figures/recognition/reading-curves.js";
import {pictureRow} from "../../figures/sheet/picture-row.js";
import type {ByteImages} from "../../lib/image.js";
import {noiseLevels} from "../../lib/noise-levels.js";
import {seenInNoise} from "./experiment.js";
import {measuredObserver, observerOf, saidCaptions} from "./observers.js";

/** The curve of this run and of earlier ones, one digit at each share, and everything over steps. */
export const seenInNoiseView: MakeView<typeof seenInNoise> = () => {
  const curves = readingCurves({label: "how often digits in noise are read"});
  const row = pictureRow({
    ...{label: "one digit in less and less noise", role: "real", scale: 2},
    empty: {count: noiseLevels.length, side: 28},
  });
  const made = madeCaption(seenInNoise.caption);
  const steps = overSteps(seenInNoise);
  let now: NamedObserver | undefined;
  let before: readonly NamedObserver[] = [];
  let shown: ByteImages | undefined;
  const draw = () => curves.update({now, before});
  return {
    picture: element("figure", {}, curves, made.element),
    figures: [
      figureTab(
        "One digit",
        captioned(
          "The same digit with more and more of it in what is seen, and what this network calls it.",
          row,
          "full",
        ),
      ),
      ...steps.tabs,
    ],
    drawSnapshot({step, arrays: {pictures, said, right, fit}}, run) {
      if (!pictures) return;
      shown = pictures;
      now = observerOf(run, right.data, fit.data);
      const captions = saidCaptions(said.data);
      row.update({images: pictures, captions, summary: captions.join("; ")});
      made.draw(step, run);
      draw();
    },
    drawRun(run, compared, shownStep) {
      before = compared.flatMap((each) => measuredObserver(each) ?? []);
      draw();
      steps.draw(run, compared, shownStep);
    },
    sheet: () => shown && sheetCanvas(shown, 5),
    sheetOf: ({arrays: {pictures}}) => pictures && sheetCanvas(pictures, 5),
  };
};
