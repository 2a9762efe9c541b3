import {paramTable} from "../../lib/params.js";
import {hand} from "../shared/digit-flow/digit-flow-params.js";
import {runParams} from "../shared/run-params.js";

/** Pictures that the control learns from. */
export const cleanCount = 2000;
const usualSteps = 1000;

const share = {kind: "number", min: 0, max: 0.9, step: 0.05, group: "training"} as const;

export const labParams = paramTable({
  seed: runParams.seed,
  wrongLabels: {
    ...share,
    label: "Wrong labels",
    default: 0.5,
    help: "Share of the pictures that carry the label of another digit.",
  },
  pictures: {
    kind: "number",
    label: "Pictures",
    default: cleanCount,
    min: 50,
    max: 5000,
    step: 50,
    scale: "log",
    group: "training",
    help: `How many pictures are learned from. The control has ${cleanCount}.`,
  },
  rare: {
    ...share,
    label: "Rarer 5 to 9",
    default: 0,
    max: 1,
    help: "Share of the pictures of the digits 5 to 9 that is left out. At 1 there are none.",
  },
  copies: {
    ...share,
    label: "Copies",
    default: 0,
    help: "Share of the pictures that is replaced by copies of the first ten, one of each digit.",
  },
  blur: {
    kind: "number",
    label: "Blur",
    default: 0,
    min: 0,
    max: 4,
    step: 1,
    group: "training",
    help: "How often each pixel is mixed with its neighbours, before any picture is learned from.",
  },
  shift: {
    kind: "number",
    label: "Shifted by",
    default: 0,
    min: 0,
    max: 3,
    step: 1,
    group: "training",
    help: "Augmentation: each picture is moved by up to so many pixels, anew whenever it is looked at.",
  },
  guidance: {
    kind: "number",
    label: "Guidance",
    default: 2,
    min: 0,
    max: 5,
    step: 0.25,
    group: "sampling",
    help: "How far both go from what they draw untold towards what they draw when told: 0 is untold, 1 as told, more exaggerates.",
  },
  counted: {
    kind: "number",
    label: "Counted",
    default: 250,
    min: 50,
    max: 250,
    step: 50,
    group: "sampling",
    help: "How many digits each of the two draws to be counted and scored. Fewer are there sooner and leave wider intervals.",
  },
  hand,
  learningRate: {...runParams.learningRate, default: 0.006},
  decaySteps: {...runParams.decaySteps, default: usualSteps},
  batchSize: runParams.batchSize,
  averaging: {...runParams.averaging, default: 0.98},
  maxSteps: {...runParams.maxSteps, default: usualSteps},
});
