import {paramTable} from "../../lib/params.js";
import {runParams} from "../shared/run-params.js";

/** Characters of a prompt at most. */
export const longestPrompt = 10_000;

export const promptParams = paramTable({
  seed: runParams.seed,
  prompt: {
    kind: "text",
    label: "Prompt",
    default: "orange face",
    most: longestPrompt,
    group: "sampling",
    help: "What to draw, in English: a kind of thing, a colour, a thing, and what not, as in “fruit, not red”.",
  },
  guidance: {
    kind: "number",
    label: "Guidance",
    default: 3,
    min: 0,
    max: 10,
    step: 0.25,
    group: "sampling",
    help: "How far to go from what it draws untold towards what it draws when told: 0 is untold, 1 as told, more exaggerates.",
  },
  steps: {
    kind: "number",
    label: "Steps to a picture",
    default: 10,
    min: 1,
    max: 50,
    step: 1,
    group: "sampling",
    help: "Steps from pure noise to a picture. In each the network is asked twice, told and untold.",
  },
  hand: {
    kind: "number",
    label: "Noise",
    default: 1,
    min: 1,
    max: 999,
    step: 1,
    group: "sampling",
    help: "Which noise the pictures come from. The same one and the same prompt give the same pictures.",
  },
  start: {
    ...runParams.start,
    help: `${runParams.start.help} From chance it takes thousands of steps.`,
  },
  learningRate: {...runParams.learningRate, default: 0.0005},
  decaySteps: {...runParams.decaySteps, default: 0},
  batchSize: {...runParams.batchSize, default: 16},
  averaging: {...runParams.averaging, default: 0.99},
  maxSteps: {...runParams.maxSteps, default: 200},
});
