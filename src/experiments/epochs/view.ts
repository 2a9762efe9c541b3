import {element} from "../../controls/element.js";
import {formatNumber} from "../../controls/format.js";
import {setText} from "../../controls/set-text.js";
import {figureTab, madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {MakeView} from "../../experiment/view.js";
import {fitCurves, type Look} from "../../figures/curves/fit-curves.js";
import {isOwnName} from "../../lib/own-name.js";
import {ownTestWords} from "../shared/own-pictures.js";
import {type Course, courseCanvas} from "./course-canvas.js";
import {epochs} from "./experiment.js";
import {stoppingOf} from "./stopping.js";

/** Both losses with what early stopping would make of them, and how well the pictures learned from are known. */
export const epochsView: MakeView<typeof epochs> = (host) => {
  const fit = fitCurves({label: "loss on what is learned from, and on what is not"});
  const known = element("p", {});
  const made = madeCaption(epochs.caption);
  const steps = overSteps(epochs);
  let shown: Course | undefined;
  return {
    picture: element("figure", {}, fit, made.element),
    figures: [figureTab("By heart", element("figure", {}, known)), ...steps.tabs],
    drawSnapshot({step, arrays}, run) {
      if (!arrays.fit) return;
      const [loss, right] = arrays.fit.data as unknown as [number, number];
      setText(
        known,
        `Of the ${learnedWords(run)} that it learns from, with nothing silenced, it now knows ${right.toFixed(1)} %. Their loss is ${formatNumber(loss)}.`,
      );
      made.draw(step, run, "", ownLookWords(run));
    },
    drawRun(run, compared, shownStep) {
      const looks = looksOf(run);
      const {best, stopped} = stoppingOf(
        looks.map(({loss}) => loss),
        Number(host.paramsOf(run).patience),
      );
      shown = {
        ...{looks, best: looks[best]},
        learned: run.curves.loss!.values,
        steps: Number(run.params.maxSteps),
      };
      fit.update({
        ...shown,
        stopped: stopped === undefined ? undefined : looks[stopped],
        comparisons: compared.map(looksOf),
      });
      steps.draw(run, compared, shownStep);
    },
    sheet: () => shown && courseCanvas(shown),
  };
};

/** "200 pictures". Of a reader's own there may be fewer than were asked for. */
function learnedWords({params}: RunRecord): string {
  return isOwnName(params.dataset) ? "pictures" : `${params.pictures} pictures`;
}

/** What the validation set is, where it is not that of the course. */
function ownLookWords({params}: RunRecord): string | undefined {
  const test = ownTestWords(params.dataset);
  return test && `${epochs.caption}; the validation set is ${test}`;
}

/** Without those that are kept back until the reader has guessed. */
function looksOf({measurements}: RunRecord): Look[] {
  return measurements.flatMap(({step, scalars}) => {
    const loss = scalars.validationLoss;
    return loss === undefined ? [] : [{step, loss}];
  });
}
