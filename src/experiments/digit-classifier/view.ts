import {element} from "../../controls/element.js";
import {captioned, figureTab, madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import type {MakeView} from "../../experiment/view.js";
import {ownTestWords} from "../shared/own-pictures.js";
import {drawingFigures} from "./drawing-figures.js";
import {digitClassifier} from "./experiment.js";
import {testFigures} from "./test-figures.js";

/** The test, the reader's drawing as the network sees it, loss and accuracies. */
export const digitClassifierView: MakeView<typeof digitClassifier> = (host) => {
  const test = testFigures();
  const drawing = drawingFigures(host);
  const made = madeCaption(digitClassifier.caption);
  const steps = overSteps(digitClassifier);
  return {
    picture: element("figure", {}, test.matrix, made.element),
    figures: [
      figureTab("Mistakes", element("figure", {}, test.sheet)),
      figureTab(
        "Draw a digit",
        captioned("Draw a digit and see what the network makes of it.", drawing.holder, "full"),
      ),
      ...steps.tabs,
    ],
    drawSnapshot({step, arrays}, run) {
      test.draw(arrays, run);
      made.draw(step, run, "", ownTestWords(run.params.dataset));
      drawing.ask();
    },
    drawRun(run, compared, shownStep) {
      steps.draw(run, compared, shownStep);
      drawing.follow();
    },
    sheet: () => test.saved(),
    sheetOf: ({arrays}, run) => test.sheetOf(arrays, run),
  };
};
