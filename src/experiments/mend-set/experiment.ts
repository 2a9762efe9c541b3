import type {NdArray} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import {paramTable} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {classifierCurves} from "../shared/classifier-curves.js";
import {guessingFloor} from "../shared/guessing-floor.js";
import {runParams} from "../shared/run-params.js";

/** Good digits, never learned from and never spoilt, that it is tested on. */
export const testCount = 1000;
/** Rows of the sheets, of ten pictures: one for each label as it is told. */
export const keptRows = 4;
export const takenRows = 3;

const params = paramTable({
  seed: runParams.seed,
  apart: {
    kind: "number",
    label: "Apart at least",
    default: 0,
    min: 0,
    max: 0.3,
    step: 0.01,
    group: "training",
    help: "A picture nearer than this to an earlier one is taken out. 0 takes none; black to white is 1.",
  },
  sharpness: {
    kind: "number",
    label: "Sharp at least",
    default: 0,
    min: 0,
    max: 2,
    step: 0.01,
    group: "training",
    help: "A picture whose edges are smoother than this is taken out. 0 takes none.",
  },
  agreeing: {
    kind: "number",
    label: "Neighbours that agree",
    default: 0,
    min: 0,
    max: 5,
    step: 1,
    group: "training",
    help: "A picture is taken out unless so many of the five nearest ones that are left have its label.",
  },
  learningRate: {...runParams.learningRate, default: 0.003},
  batchSize: runParams.batchSize,
  averaging: {...runParams.averaging, default: 0.95},
  maxSteps: {...runParams.maxSteps, default: 400, max: 6000},
});

type Mending = {
  readonly snapshot: {
    /** Under the label that is told of them, [40, 28, 28, 1] and [30, 28, 28, 1]; black where there are no more. */
    readonly kept: ByteImages;
    readonly taken: ByteImages;
    /** Pictures kept, and taken by each of the three sieves, [4]. */
    readonly counts: NdArray<Uint32Array>;
  };
  readonly curves: {readonly loss: number; readonly accuracy: number};
  readonly measures: {readonly testAccuracy: number; readonly kept: number};
};

export const mendSet: Experiment<typeof params, Mending> = {
  id: "mend-set",
  title: "A spoilt set",
  params,
  mainParams: ["apart", "sharpness", "agreeing"],
  pictureHeights: {phone: 333, desk: 489},
  files: () => ["digits-train"],
  stepKinds: {},
  caption: "what is kept and what is taken out",
  curves: classifierCurves,
  measures: {
    testAccuracy: {
      label: "right about new digits",
      unit: "%",
      better: "higher",
      role: "judge",
      outOf: 100,
      floor: guessingFloor,
      interval: {sampledOf: "count", onceInFloor: true},
      help: `Share of ${testCount.toLocaleString("en")} good digits, never learned from, that are classified as what they are.`,
    },
    kept: {
      label: "pictures kept",
      unit: "",
      whole: true,
      better: "neither",
      role: "real",
      floor: {name: "all", meaning: "so many were handed over"},
      interval: {none: "all are counted"},
      help: "Pictures that are left to learn from.",
    },
  },
  told: ["loss", "testAccuracy", "kept"],
  plots: [
    {measure: "testAccuracy", caption: "Accuracy on good digits that it never learned from."},
    {measure: "kept", caption: "Pictures that are left to learn from."},
    {
      curves: ["accuracy"],
      label: "accuracy on the batch",
      caption:
        "Accuracy on the pictures that it is learning from, batch by batch, as they are labelled.",
    },
    {curves: ["loss"], label: "loss", caption: "The loss of each step."},
  ],
  backends: ["wasm"],
  sizeParams: ["batchSize"],
  fewSteps: 20,
  sources: [
    "src/experiments/mend-set/spoilt-digits.ts",
    "src/experiments/mend-set/mended-set.setup.ts",
    "lib/metrics/set-faults.ts",
    "lib/models/supervised-classifier.ts",
    "src/experiments/mend-set/setup.ts",
  ],
};
