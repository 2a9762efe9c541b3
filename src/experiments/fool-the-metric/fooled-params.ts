import {paramTable} from "../../lib/params.js";
import {runParams} from "../shared/run-params.js";

/** Pictures that climb together. */
export const fooledCount = 128;

export const fooledParams = paramTable({
  seed: runParams.seed,
  attack: {
    kind: "choice",
    label: "Attacked score",
    default: "inception",
    options: {
      certainty: "the judge's certainty",
      inception: "the Inception Score",
      frechet: "the Fréchet distance",
    },
    group: "training",
    help: "The score that the pixels climb, by the judge's own gradient. A distance is climbed down.",
  },
  start: {
    kind: "choice",
    label: "Pictures to start from",
    default: "noise",
    options: {
      noise: "noise",
      onePerClass: "one perfect digit of each class, again and again",
      real: "real pictures",
    },
    group: "training",
    help: "Before the first step. The real ones were never learned from.",
  },
  learningRate: {
    ...runParams.learningRate,
    default: 0.02,
    help: "About how far a pixel moves in a step; from black to white is 2.",
  },
  maxSteps: {...runParams.maxSteps, default: 200},
  shift: {
    kind: "number",
    label: "Shift, pixels",
    default: 0,
    min: 0,
    max: 4,
    step: 1,
    group: "sampling",
    help: "Moves each picture to the right before it is shown and judged. What comes in is black.",
  },
});
