import type {NdArray} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import {paramTable} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {learnedFile} from "../shared/own-pictures.js";
import {runParams} from "../shared/run-params.js";
import {stepCount} from "./widths.js";

/** Pictures that it is tested on. */
export const testCount = 1000;
/** Pictures that it learned from and is shown with. */
export const shownCount = 10;

const params = paramTable({
  seed: {
    ...runParams.seed,
    help: "Where chance starts: the features, and which labels are wrong. The same seed and the same settings give the same curve.",
  },
  dataset: {
    ...runParams.dataset,
    takesOwn: {words: "learn them too well", labels: "several"},
    help: "What is learned from, at half the side: 196 pixels.",
  },
  labelNoise: {
    kind: "number",
    label: "Wrong labels",
    default: 0.15,
    min: 0,
    max: 0.5,
    step: 0.05,
    group: "training",
    help: "Share of the pictures learned from whose label is replaced by a wrong one. The test keeps its labels.",
  },
  pictures: {
    kind: "number",
    label: "Pictures to learn from",
    default: 500,
    min: 100,
    max: 600,
    step: 50,
    group: "training",
    help: "The first picture of each kind, the second, and so on, until there are so many.",
  },
  ridgePower: {
    kind: "number",
    label: "Ridge, power of ten",
    default: -8,
    min: -8,
    max: 3,
    step: 1,
    group: "training",
    help: "What a large readout costs: -8 is a ridge of 0.00000001, next to none; 1 is a ridge of 10.",
  },
  maxSteps: {
    ...runParams.maxSteps,
    default: stepCount,
    min: 12,
    max: stepCount,
    step: 1,
    help: "Widths before the run stops by itself.",
  },
});

type Descent = {
  readonly curves: {readonly trainError: number; readonly readoutLength: number};
  readonly measures: {readonly testError: number};
  readonly snapshot: {
    /** Of those learned from, wrongly labelled ones first, [10, 28, 28, 1]. */
    readonly pictures: ByteImages;
    /** Class numbers, [10] each: what they are, what they were said to be, and what the model says. */
    readonly truths: NdArray<Uint8Array>;
    readonly told: NdArray<Uint8Array>;
    readonly said: NdArray<Uint8Array>;
  };
};

export const doubleDescent: Experiment<typeof params, Descent> = {
  id: "double-descent",
  title: "The error falls, rises, and falls again",
  params,
  mainParams: ["labelNoise", "ridgePower", "pictures"],
  pictureHeights: {phone: 351, desk: 292},
  files: ({dataset}) => [learnedFile(dataset)],
  stepKinds: {},
  caption: "a model of each number of features",
  curves: {
    trainError: {
      label: "per cent wrong of the pictures that it learned from",
      role: "generated",
      help: "Share of the pictures learned from of which the model does not say what it was told.",
    },
    readoutLength: {
      label: "length of the readout",
      role: "generated",
      help: "Root of the sum of all squared weights that are learned.",
    },
  },
  measures: {
    testError: {
      label: "test error, of 1,000 pictures",
      unit: "%",
      better: "lower",
      role: "judge",
      floor: {name: "guessing", meaning: "whoever guesses is wrong as often as this"},
      interval: {sampledOf: "count", onceInFloor: true},
      help: `Share of ${testCount.toLocaleString("en")} pictures never learned from (a fifth of your own) that are classified wrongly.`,
    },
  },
  plots: [
    {
      curves: ["readoutLength"],
      label: "length of the readout",
      caption: "How large the learned weights are together, width by width.",
    },
    {measure: "testError", caption: "The test error, width by width."},
  ],
  backends: ["wasm"],
  sizeParams: ["pictures"],
  fewSteps: stepCount,
  sources: [
    "lib/models/random-features.ts",
    "lib/models/kernel-ridge.ts",
    "lib/models/feature-blocks.ts",
    "lib/datasets/wrong-labels.ts",
    "src/experiments/double-descent/widths.ts",
    "src/experiments/double-descent/setup.ts",
  ],
};
