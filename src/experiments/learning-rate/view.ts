import {element} from "../../controls/element.js";
import {captioned, figureTab, madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {MakeView} from "../../experiment/view.js";
import {rateSweep} from "../../figures/curves/rate-sweep.js";
import {learningRate} from "./experiment.js";
import {gradientTable} from "./gradient-table.js";
import {lossAt, rateNames, sweptRates} from "./rates.js";
import {type Valley, valleyCanvas} from "./valley-canvas.js";

/** The loss that knows nothing of ten classes, and the one from which on a network is lost (lib/models/network-race.ts). */
const [nothing, lost] = [Math.log(10), 1000];
const rates = rateNames.map((name) => sweptRates[name]);

/** All losses, the valley that they make over the rates, and how the gradient fares from layer to layer. */
export const learningRateView: MakeView<typeof learningRate> = () => {
  const sweep = rateSweep({label: "losses at ten learning rates"});
  const layers = gradientTable();
  const made = madeCaption(learningRate.caption);
  const steps = overSteps(learningRate);
  let shown: Valley | undefined;
  return {
    picture: element("figure", {}, sweep, made.element),
    figures: [
      figureTab(
        "Layers",
        captioned(
          "The network with the least loss: how long the gradient is in each of its layers.",
          layers.element,
          "full",
        ),
      ),
      ...steps.tabs,
    ],
    drawSnapshot({step, arrays}, run) {
      if (!arrays.gradients) return;
      layers.show([...arrays.gradients.data]);
      made.draw(step, run);
    },
    drawRun(run, compared, shownStep) {
      const step = shownStep ?? run.step;
      shown = {rates, losses: valleyOf(run, step), step};
      sweep.update({
        ...{rates, nothing, lost, step, steps: Number(run.params.maxSteps)},
        losses: rateNames.map((name) => run.curves[name]!.values),
        now: valleyOf(run, step),
        comparisons: compared.map((each) => valleyOf(each, each.step)),
      });
      steps.draw(run, compared, shownStep);
    },
    sheet: () => shown && valleyCanvas(shown),
  };
};

function valleyOf({curves}: RunRecord, step: number): number[] {
  return rateNames.map((name) => lossAt(curves[name]!.values, step));
}
