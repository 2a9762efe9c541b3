import type {NdArray} from "../../lib/array.js";
import {paramTable} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {guessingFloor, guessingLoss} from "../shared/guessing-floor.js";
import {learnedFile} from "../shared/own-pictures.js";
import {runParams} from "../shared/run-params.js";

/** Pictures of the validation set. */
export const validationCount = 1000;
/** Steps from one look at them to the next. */
export const lookSteps = 10;

const params = paramTable({
  seed: {
    ...runParams.seed,
    help: "Where chance starts: the first weights, the order of the pictures, and what is silenced or moved.",
  },
  dataset: {
    ...runParams.dataset,
    takesOwn: {words: "learn them by heart", labels: "several"},
    help: "What is learned from, at half the side: 196 pixels.",
  },
  pictures: {
    kind: "number",
    label: "Pictures to learn from",
    default: 200,
    min: 50,
    max: 1000,
    step: 50,
    group: "training",
    help: "Few are learned by heart soon.",
  },
  dropout: {
    kind: "number",
    label: "Dropout",
    default: 0,
    min: 0,
    max: 0.8,
    step: 0.05,
    group: "training",
    live: true,
    help: "Share of the hidden neurons that are silenced in each step, others each time. None is silenced when it is tested.",
  },
  weightDecay: {
    kind: "number",
    label: "Weight decay",
    default: 0,
    min: 0,
    max: 5,
    step: 0.05,
    group: "training",
    live: true,
    help: "How strongly each step draws the weights towards 0: by this, times the rate.",
  },
  shift: {
    kind: "number",
    label: "Shift",
    default: 0,
    min: 0,
    max: 2,
    step: 1,
    group: "training",
    help: "Pixels, of 14, by which a picture may be moved whenever it is shown: more pictures from the same.",
  },
  patience: {
    kind: "number",
    label: "Patience",
    default: 10,
    min: 1,
    max: 40,
    step: 1,
    group: "view",
    help: `Early stopping gives up after so many looks without a new least loss. A look comes every ${lookSteps} steps.`,
  },
  learningRate: {...runParams.learningRate, default: 0.003},
  width: {
    ...runParams.width,
    default: 128,
    max: 256,
    help: "Neurons of the hidden layer. More can learn more by heart.",
  },
  maxSteps: {
    ...runParams.maxSteps,
    default: 1500,
    max: 6000,
    help: "Steps before the run stops by itself. With 200 pictures 10 steps are an epoch.",
  },
});

type Epochs = {
  readonly curves: {readonly loss: number};
  readonly measures: {readonly validationLoss: number; readonly validationAccuracy: number};
  readonly snapshot: {
    /** Loss and per cent right on the pictures learned from, with nothing silenced, [2]. */
    readonly fit: NdArray<Float32Array>;
  };
};

export const epochs: Experiment<typeof params, Epochs> = {
  id: "epochs",
  title: "Two hundred pictures, again and again",
  params,
  mainParams: ["dropout", "weightDecay", "shift"],
  pictureHeights: {phone: 344, desk: 328},
  files: ({dataset}) => [learnedFile(dataset)],
  stepKinds: {},
  caption: "a network that sees the same pictures in every epoch",
  curves: {
    loss: {
      label: "loss on the batch",
      role: "generated",
      help: "Cross-entropy on the pictures that a step learns from, with neurons silenced and pictures moved.",
    },
  },
  measures: {
    validationLoss: {
      label: "validation loss",
      unit: "",
      better: "lower",
      role: "judge",
      scale: "log",
      floor: guessingLoss,
      interval: {sampledOf: "interval", onceInFloor: true},
      help: `Cross-entropy on ${validationCount.toLocaleString("en")} pictures that are never learned from.`,
    },
    validationAccuracy: {
      label: "validation accuracy",
      unit: "%",
      better: "higher",
      role: "judge",
      floor: guessingFloor,
      interval: {sampledOf: "interval", onceInFloor: true},
      help: `Share of the ${validationCount.toLocaleString("en")} that is classified correctly.`,
    },
  },
  plots: [
    {
      measure: "validationAccuracy",
      caption: "Accuracy on pictures that it never learned from.",
    },
    {
      measure: "validationLoss",
      caption: "Loss on pictures that it never learned from, with its interval.",
    },
  ],
  backends: ["wasm"],
  sizeParams: ["width"],
  fewSteps: 60,
  sources: [
    "lib/models/regularised-classifier.ts",
    "lib/models/layered-network.ts",
    "lib/pipeline/labelled-batches.ts",
    "src/experiments/epochs/stopping.ts",
    "src/experiments/epochs/setup.ts",
  ],
};
