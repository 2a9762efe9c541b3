import type {NdArray} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {labParams as params} from "./lab-params.js";

/** Rows of the sheets, of ten pictures: one for each digit. */
export const dataRows = 2;
export const madeRows = 3;

type Compared = {
  readonly snapshot: {
    /** Pictures under the label that is said of them, [20, 14, 14, 1] each. */
    readonly controlData: ByteImages;
    readonly changedData: ByteImages;
    /** What is drawn for each digit, from the same noise, [30, 14, 14, 1] each. */
    readonly controlMade: ByteImages;
    readonly changedMade: ByteImages;
    /** Pictures in either set, [2]. */
    readonly counts: NdArray<Uint32Array>;
  };
  readonly curves: {readonly controlLoss: number; readonly loss: number};
  readonly measures: {
    readonly controlDistance: number;
    readonly distance: number;
    readonly controlAgreement: number;
    readonly agreement: number;
  };
  readonly measured: {
    /** By score and side: value, interval and floor, [4, 2, 5]. */
    readonly scores: NdArray<Float32Array>;
  };
};

const distanceHelp =
  "Fréchet distance of the digits counted to real ones, on what this course's classifier sees in them.";
const agreementHelp =
  "Share of the digits counted in which this course's classifier sees the digit that was asked for.";

export const dataLab: Experiment<typeof params, Compared> = {
  id: "data-lab",
  title: "The same model, other data",
  params,
  mainParams: ["wrongLabels", "pictures", "rare", "copies", "blur"],
  pictureHeights: {phone: 436, desk: 551},
  files: () => ["digits-train", "digits-test", "classifier-digits"],
  stepKinds: {},
  caption: "what both learn from, and what both draw,",
  curves: {
    controlLoss: {
      label: "loss, control",
      role: "chance",
      help: "Squared difference of the velocity guessed from the true one, for the one that learns from clean data.",
    },
    loss: {
      label: "loss, changed",
      role: "generated",
      help: "The same for the one that learns from the changed data.",
    },
  },
  measures: {
    controlDistance: {
      label: "distance, control",
      unit: "",
      better: "lower",
      role: "chance",
      floor: {meaning: "as many real digits are so far"},
      interval: {sampledOf: "samples"},
      help: distanceHelp,
    },
    distance: {
      label: "distance, changed",
      unit: "",
      better: "lower",
      floor: {meaning: "as many real digits are so far"},
      interval: {sampledOf: "samples"},
      help: distanceHelp,
    },
    controlAgreement: {
      label: "as asked, control",
      unit: "%",
      better: "higher",
      role: "chance",
      outOf: 100,
      floor: {meaning: "real digits are recognised as often as this"},
      interval: {shareOf: "samples"},
      help: agreementHelp,
    },
    agreement: {
      label: "as asked, changed",
      unit: "%",
      better: "higher",
      outOf: 100,
      floor: {meaning: "real digits are recognised as often as this"},
      interval: {shareOf: "samples"},
      help: agreementHelp,
    },
  },
  plots: [
    {measure: "controlDistance", caption: "How far the control's digits are from real ones."},
    {measure: "distance", caption: "How far the other one's digits are from real ones."},
    {measure: "controlAgreement", caption: "How many digits the control draws as asked."},
    {measure: "agreement", caption: "How many the other one draws as asked."},
    {curves: ["controlLoss", "loss"], label: "losses", caption: "The losses of each step."},
  ],
  backends: ["webgpu", "webgl", "wasm"],
  told: ["controlAgreement", "agreement"],
  sizeParams: ["batchSize", "counted"],
  fewSteps: 20,
  sources: [
    "lib/models/flow/flow-model.ts",
    "lib/models/flow/unet.ts",
    "lib/datasets/wrong-labels.ts",
    "lib/metrics/frechet-metric.ts",
    "lib/metrics/near-copies.ts",
    "lib/training/train.ts",
    "src/experiments/data-lab/lab-set.ts",
    "src/experiments/data-lab/pair-model.setup.ts",
    "src/experiments/data-lab/lab-scores.setup.ts",
    "src/experiments/data-lab/setup.ts",
  ],
};
