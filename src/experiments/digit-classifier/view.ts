import {element} from "../../controls/element.js";
import {formatCount} from "../../controls/format.js";
import {setText} from "../../controls/set-text.js";
import {captioned, curvesFigure, measureFigure} from "../../experiment/panels/over-steps.js";
import {originWords} from "../../experiment/run/origin-words.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {MakeView} from "../../experiment/view.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {drawingFigures} from "./drawing-figures.js";
import {digitClassifier, testCount} from "./experiment.js";
import {testFigures} from "./test-figures.js";

/** What the network makes of the test, what it makes of the reader's drawing, loss and accuracies. */
export const digitClassifierView: MakeView<typeof digitClassifier> = (host) => {
  const spec: Experiment = digitClassifier;
  const test = testFigures();
  const drawing = drawingFigures(host);
  const caption = element("figcaption", {class: "how-made"});
  const losses = curvesFigure(spec, ["loss"], {label: "loss"});
  const batches = curvesFigure(spec, ["accuracy"], {label: "accuracy on the batch"});
  const accuracy = measureFigure(spec, "testAccuracy", {
    floorLabel: "the accuracy on all such pictures lies here, in 95 of 100 cases",
    role: "judge",
  });
  return {
    figures: [
      element("figure", {class: "full"}, test.holder, caption),
      element(
        "figure",
        {class: "full"},
        element("figcaption", {}, "Draw a digit and see what the network makes of it."),
        drawing.holder,
      ),
      captioned("Accuracy on pictures that it never learned from.", accuracy.figure),
      captioned(
        "Accuracy on the pictures that it is learning from, batch by batch.",
        batches.figure,
      ),
      captioned("Loss: how little it expected the labels it was told.", losses.figure),
    ],
    drawSnapshot({step, arrays}, run) {
      test.draw(arrays, run);
      setText(caption, howMade(step, run));
      drawing.ask();
    },
    drawRun(run, compared, shownStep) {
      for (const part of [losses, batches, accuracy]) part.draw(run, compared, shownStep);
      drawing.follow();
    },
    sheet: () => test.sheet(),
    sheetOf: ({arrays}, run) => test.sheetOf(arrays, run),
  };
};

/** How the numbers on the matrix came about. */
function howMade(step: number, run: RunRecord): string {
  const {params, backend} = run;
  return `${originWords(run)}: ${formatCount(testCount)} test pictures after ${step} steps, seed ${params.seed}, ${backend}.`;
}
