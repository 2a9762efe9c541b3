import {element} from "../../controls/element.js";
import {formatNumber} from "../../controls/format.js";
import {setText} from "../../controls/set-text.js";
import {captioned, curvesFigure, measureFigure} from "../../experiment/panels/over-steps.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {MakeView} from "../../experiment/view.js";
import {elboSplit} from "../../figures/curves/elbo-split.js";
import {pictureMosaic} from "../../figures/picture-canvas.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {latentFigures} from "../shared/plane/latent-figures.js";
import {planeCaption} from "../shared/plane/plane-caption.js";
import {heldOutPairs, planeMeasures} from "../shared/plane/plane-figures.js";
import {codeFigures} from "./code-figures.js";
import {vaeDigits} from "./experiment.js";

/** Steps that the live sum is a mean of: a batch alone is noisy. */
const recentSteps = 20;

/** The plane, the ELBO as a live sum, a pad, drawings, and everything over steps. */
export const vaeDigitsView: MakeView<typeof vaeDigits> = (host) => {
  const spec: Experiment = vaeDigits;
  const latent = latentFigures(host, "the plane of codes");
  const own = codeFigures(host, latent.show);
  const caption = element("figcaption", {class: "how-made"});
  const sum = elboSplit("the ELBO of the last steps");
  const numbers = element("p", {class: "fig-note"});
  const pairs = heldOutPairs();
  const overSteps = {
    reconstruction: curvesFigure(spec, ["reconstruction"], {label: "reconstruction"}),
    kl: curvesFigure(spec, ["kl"], {label: "KL"}),
    heldOutElbo: measureFigure(spec, "heldOutElbo", {
      floorLabel: "a code that tells nothing scores this: always the mean picture",
    }),
    heldOutKl: measureFigure(spec, "heldOutKl", {floorLabel: "a code that tells nothing"}),
    ...planeMeasures(spec),
    active: measureFigure(spec, "active", {floorLabel: "all latent numbers"}),
  };
  const {reconstruction, kl, heldOutElbo, heldOutKl, gaps, holes, coverage, active} = overSteps;
  return {
    figures: [
      element("figure", {class: "full"}, latent.holder, caption, sum, numbers),
      element(
        "figure",
        {class: "full"},
        element("figcaption", {}, "Draw a digit, and see which code it gets."),
        own.holder,
      ),
      pairs.figure,
      captioned(
        "The first term: how little the decoder expected the picture.",
        reconstruction.figure,
      ),
      captioned("The second term: what the codes tell.", kl.figure),
      captioned("Both together, on pictures it never learned from.", heldOutElbo.figure),
      captioned("What the codes of these pictures tell.", heldOutKl.figure),
      captioned("Places of the plane to which hardly any picture is coded.", gaps.figure),
      captioned("Codes from N(0, 1) whose picture is no clear digit.", holes.figure),
      captioned("Classes among the pictures of these codes.", coverage.figure),
      captioned("Latent numbers that are in use.", active.figure),
    ],
    drawSnapshot({step, arrays}, run) {
      latent.draw(arrays, run);
      own.ask();
      setText(caption, planeCaption(step, run));
      pairs.draw(arrays);
    },
    drawRun(run, compared, shownStep) {
      for (const part of Object.values(overSteps)) part.draw(run, compared, shownStep);
      const recent = recentTerms(run);
      if (recent) sum.update(recent);
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
  if (!klOf) return "";
  const nats = Array.from(klOf.data, (value) => formatNumber(value)).join(", ");
  return `Mean of the last ${recentSteps} batches. KL of each latent number on held-out pictures: ${nats} nats.`;
}
