import {paramTable} from "../../lib/params.js";
import {baseWidth, hand} from "../shared/digit-flow/digit-flow-params.js";
import {runParams} from "../shared/run-params.js";

/** Of the pairs: with less they differ more, and a leap is harder to learn. */
export const pairGuidance = 2;
/** Steps of flow matching before reflow, and of reflow, in the default run. */
const [first, second] = [800, 800];

export const fewerStepsParams = paramTable({
  seed: runParams.seed,
  reflowFrom: {
    kind: "number",
    label: "Reflow from step",
    default: first,
    min: 0,
    max: 20000,
    step: 10,
    group: "training",
    live: true,
    help: "From this step on it learns from pairs of noise and the digit that it made of it itself. 0 is never.",
  },
  learningRate: {...runParams.learningRate, default: 0.006},
  decaySteps: {...runParams.decaySteps, default: first + second},
  batchSize: {...runParams.batchSize, default: 32},
  baseWidth,
  averaging: {...runParams.averaging, default: 0.99},
  maxSteps: {...runParams.maxSteps, default: first + second},
  digits: {
    kind: "choice",
    label: "Draw",
    default: "low",
    options: {low: "0 to 4", high: "5 to 9"},
    group: "sampling",
    help: "The digits that the pictures show.",
  },
  guidance: {
    kind: "number",
    label: "Guidance before reflow",
    default: pairGuidance,
    min: 0,
    max: 5,
    step: 0.25,
    group: "sampling",
    help: `How the network as it was when reflow began is drawn with: 1 is as told, and asks it once a step; more exaggerates, and asks it twice. Pairs are always made with ${pairGuidance}.`,
  },
  hand,
});
