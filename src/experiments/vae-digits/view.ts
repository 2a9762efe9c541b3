import {element} from "../../controls/element.js";
import {formatNumber} from "../../controls/format.js";
import {setText} from "../../controls/set-text.js";
import {captioned, figureTab, madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {FigureTab, MakeView} from "../../experiment/view.js";
import {elboSplit} from "../../figures/curves/elbo-split.js";
import {pictureMosaic} from "../../figures/picture-canvas.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import {heldOutPairs} from "../shared/plane/held-out-pairs.js";
import {latentFigures} from "../shared/plane/latent-figures.js";
import {codeFigures} from "./code-figures.js";
import {vaeDigits} from "./experiment.js";

/** Steps that the live sum is a mean of: a batch alone is noisy. */
const recentSteps = 20;

/** The plane, the ELBO as a live sum, a pad, drawings, and everything over steps. */
export const vaeDigitsView: MakeView<typeof vaeDigits> = (host) => {
  const latent = latentFigures(host, "the plane of codes");
  const own = codeFigures(host, latent);
  const made = madeCaption(vaeDigits.caption);
  const sum = elboSplit("the ELBO of the last steps");
  const numbers = element("p", {class: "fig-note"});
  const pairs = heldOutPairs();
  const steps = overSteps(vaeDigits);
  const sumFigure = element("figure", {}, sum, numbers);
  const [terms, ...others] = steps.tabs as [FigureTab, ...FigureTab[]];
  return {
    picture: element("figure", {}, latent.desk, made.element),
    below: [latent.layers],
    figures: [
      {title: "ELBO", figures: [{name: "the sum", figure: sumFigure}, ...terms.figures]},
      ...others,
      figureTab("Drawings", pairs.figure),
      figureTab(
        "Draw a digit",
        captioned("Draw a digit, and see which code it gets.", own.holder, "full"),
      ),
    ],
    drawSnapshot({step, arrays}, run) {
      latent.draw(arrays, run);
      own.ask();
      made.draw(step, run);
      pairs.draw(arrays);
    },
    drawRun(run, compared, shownStep) {
      steps.draw(run, compared, shownStep);
      sum.update(recentTerms(run));
      setText(numbers, perNumber(run));
    },
    sheet: () => latent.sheet(),
    sheetOf: ({arrays: {plane}}) => plane && pictureMosaic(plane),
  };
};

function recentTerms({curves}: RunRecord) {
  const last = (name: string) => {
    const values = curves[name]?.values.slice(-recentSteps) ?? new Float32Array(0);
    return values.reduce((total, value) => total + value, 0) / values.length;
  };
  const terms = {reconstruction: last("reconstruction"), kl: last("kl")};
  return Number.isFinite(terms.kl) ? terms : undefined;
}

/** "KL of each latent number on held-out pictures: 2.71, 2.45 nats." */
function perNumber({measurements}: RunRecord<ExchangeOf<typeof vaeDigits>["measured"]>): string {
  const klOf = measurements.at(-1)?.arrays.klOf;
  const nats = klOf && Array.from(klOf.data, (value) => formatNumber(value)).join(", ");
  const told = nats ? `${nats} nats` : "not measured yet";
  return `Mean of the last ${recentSteps} batches. KL of each latent number on held-out pictures: ${told}.`;
}
