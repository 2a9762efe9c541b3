import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {captioned, figureTab, madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {MakeView} from "../../experiment/view.js";
import {answerSheet} from "../../figures/judging/answer-sheet.js";
import {judgementTable} from "../../figures/judging/judgement-table.js";
import {findImageSet} from "../../lib/datasets/index.js";
import type {ByteImages} from "../../lib/image.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import {inceptionScore, scoreParts, shownCount} from "./experiment.js";
import {partValues, quotientOf} from "./score-words.js";

/** Pictures with the classifier's answers, the mean answer, and the score as a quotient of what both say. */
export const inceptionScoreView: MakeView<typeof inceptionScore> = (host) => {
  const answers = answerSheet({label: "what the classifier answers", places: shownCount});
  const sum = element("p", {class: "judged-sum"}, quotientOf(undefined));
  const made = madeCaption(inceptionScore.caption);
  const table = judgementTable(
    "the score and its two parts",
    scoreParts.map((name) => ({label: inceptionScore.measures[name].label, top: 10, decimals: 2})),
  );
  const steps = overSteps(inceptionScore);
  let shown: ByteImages | undefined;
  return {
    picture: element("figure", {}, answers, sum, made.element),
    figures: [
      figureTab(
        "Score and parts",
        captioned(
          "Each with its interval (the line) and what as many real pictures get (grey). Bold: outside of the grey.",
          table,
          "full",
        ),
      ),
      ...steps.tabs,
    ],
    drawSnapshot({step, arrays}, run) {
      shown = arrays.made;
      const {classNames} = findImageSet(host.paramsOf(run).dataset);
      answers.update({
        images: arrays.made,
        answers: arrays.answers.data,
        mean: arrays.mean.data,
        classNames,
      });
      made.draw(step, run);
    },
    drawRun(run: RunRecord<ExchangeOf<typeof inceptionScore>["measured"]>, compared, shownStep) {
      const last = run.measurements.at(-1);
      setText(sum, quotientOf(last));
      table.update(partValues(last));
      steps.draw(run, compared, shownStep);
    },
    sheet: () => shown && sheetCanvas(shown, shownCount),
    sheetOf: ({arrays}) => arrays.made && sheetCanvas(arrays.made, shownCount),
  };
};
