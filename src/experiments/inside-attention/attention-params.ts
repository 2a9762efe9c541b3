import {paramTable} from "../../lib/params.js";
import {hand} from "../shared/digit-flow/digit-flow-params.js";
import {runParams} from "../shared/run-params.js";

/** Numbers of a token of the trained weights. */
export const trainedWidth = 48;

export const digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;
const options = Object.fromEntries(digits.map((digit) => [digit, digit])) as Readonly<
  Record<(typeof digits)[number], string>
>;

export const attentionParams = paramTable({
  seed: runParams.seed,
  start: {
    ...runParams.start,
    help: `${runParams.start.help} From chance it takes two thousand steps, best at a learning rate of 0.01.`,
  },
  learningRate: {...runParams.learningRate, default: 0.0005},
  decaySteps: {...runParams.decaySteps, default: 0},
  batchSize: {...runParams.batchSize, default: 16},
  width: {
    ...runParams.width,
    default: trainedWidth,
    min: 16,
    max: 96,
    help: `Numbers of a token of a network that begins with no knowledge. Wider is slower and can draw finer. The trained weights have ${trainedWidth}.`,
  },
  averaging: {...runParams.averaging, default: 0.99},
  maxSteps: {...runParams.maxSteps, default: 200},
  digit: {
    kind: "choice",
    label: "Draw",
    default: "3",
    options: {...options, none: "anything: it is told no digit"},
    group: "sampling",
    help: "What the network is told to draw.",
  },
  steps: {
    kind: "number",
    label: "Steps to a picture",
    default: 10,
    min: 2,
    max: 20,
    step: 1,
    group: "sampling",
    help: "Steps of Euler's method from pure noise to a picture. In each, all tokens look anew.",
  },
  hand,
  layer: {
    kind: "choice",
    label: "Layer",
    default: "1",
    options: {"1": "first", "2": "second", "3": "third"},
    group: "view",
    place: "figure",
    help: "Which of the layers, one after the other, is shown.",
  },
  head: {
    kind: "choice",
    label: "Head",
    default: "mean",
    options: {mean: "mean of all", "1": "first", "2": "second", "3": "third", "4": "fourth"},
    group: "view",
    place: "figure",
    help: "In each layer four heads look by themselves.",
  },
});
