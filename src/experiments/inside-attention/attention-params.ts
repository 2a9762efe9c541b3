import {paramTable} from "../../lib/params.js";
import {hand} from "../shared/digit-flow/digit-flow-params.js";
import {runParams} from "../shared/run-params.js";

const digits = Object.fromEntries(Array.from({length: 10}, (_, k) => [`${k}`, `${k}`]));

export const attentionParams = paramTable({
  seed: runParams.seed,
  learningRate: {...runParams.learningRate, default: 0.01},
  decaySteps: {...runParams.decaySteps, default: 2000},
  batchSize: {...runParams.batchSize, default: 16},
  width: {
    ...runParams.width,
    default: 48,
    min: 16,
    max: 96,
    help: "Numbers of a token. Wider is slower and can draw finer.",
  },
  averaging: {...runParams.averaging, default: 0.99},
  maxSteps: {...runParams.maxSteps, default: 2000},
  digit: {
    kind: "choice",
    label: "Draw",
    default: "3",
    options: {...digits, none: "anything: it is told no digit"},
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
