import type {NdArray} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import {paramTable} from "../../lib/params.js";
import type {Curve, Experiment, Measure} from "../../lib/training/experiment.js";
import {runParams} from "../shared/run-params.js";

/** Pictures, never learned from, that all are measured on. */
export const heldOutCount = 500;
/** Of these, rows of the sheet. */
export const shownCount = 4;
/** Heads of its columns. */
export const sheetColumns = ["real", "squared", "absolute", "levels", "features"] as const;

const params = paramTable({
  seed: {
    ...runParams.seed,
    help: "Where chance starts: the first weights, alike for all four, and the order of the pictures.",
  },
  rows: {
    kind: "number",
    label: "Rows that are seen",
    default: 10,
    min: 0,
    max: 24,
    step: 1,
    group: "training",
    help: "Of 28, from the top. The fewer, the more pictures fit what is seen.",
  },
  width: {
    ...runParams.width,
    default: 96,
    max: 256,
    help: "Neurons of the hidden layer of each network.",
  },
  batchSize: {
    ...runParams.batchSize,
    help: "Pictures that one step learns from: all four from the same ones.",
  },
  learningRate: {...runParams.learningRate, default: 0.003},
  maxSteps: {...runParams.maxSteps, default: 600, max: 6000},
});

type Losses = {
  readonly curves: Readonly<Record<"squared" | "absolute" | "levels" | "features", number>>;
  readonly measures: Readonly<
    Record<"squaredRead" | "absoluteRead" | "levelsRead" | "featuresRead", number>
  >;
  readonly snapshot: {
    /** Row by row what `sheetColumns` says, of the real ones dimly what is not seen, [20, 28, 28, 1]. */
    readonly sheet: ByteImages;
  };
  readonly measured: {
    /** By network, measured by each loss; by levels it is the share of pixels that are off. [4, 4] */
    readonly scores: NdArray<Float32Array>;
  };
};

export const losses: Experiment<typeof params, Losses> = {
  id: "losses",
  title: "Four losses, four pictures",
  params,
  mainParams: ["rows", "width"],
  pictureHeights: {phone: 316, desk: 396},
  files: () => ["digits-train", "classifier-digits", "classifier-digits-second"],
  stepKinds: {},
  caption: "the lower part of each digit as four networks guess it,",
  curves: {
    squared: curve("squared", "mean squared difference of a pixel"),
    absolute: curve("absolute", "mean difference of a pixel, without its sign"),
    levels: curve("levels", "cross-entropy of a pixel’s level of grey, of four"),
    features: curve("features", "mean squared difference of what a classifier’s convolutions see"),
  },
  measures: {
    squaredRead: readable("squared"),
    absoluteRead: readable("absolute"),
    levelsRead: readable("levels"),
    featuresRead: readable("features"),
  },
  told: ["squared", "features", "squaredRead", "featuresRead"],
  plots: [
    {
      measure: "squaredRead",
      caption: "Completed by squared difference: how many are read as the digit they are.",
    },
    {measure: "absoluteRead", caption: "Completed by absolute difference."},
    {measure: "levelsRead", caption: "Completed by cross-entropy of levels."},
    {measure: "featuresRead", caption: "Completed by features."},
    {
      curves: ["squared", "absolute", "levels", "features"],
      label: "losses",
      caption: "Each network’s own loss. They have different units: do not compare their heights.",
    },
  ],
  backends: ["wasm"],
  sizeParams: ["batchSize", "width"],
  fewSteps: 20,
  sources: [
    "lib/models/picture-losses.ts",
    "lib/models/loss-comparison.ts",
    "lib/models/frozen-classifier.ts",
    "lib/models/layered-network.ts",
    "src/experiments/losses/setup.ts",
  ],
};

function curve(label: string, help: string): Curve {
  return {label, role: "generated", help: `Its own loss: ${help}.`};
}

function readable(label: string): Measure {
  return {
    label: `${label}: read`,
    unit: "%",
    better: "higher",
    outOf: 100,
    role: "generated",
    floor: {
      name: "whole pictures",
      meaning: "of the same pictures, whole and real, as many are read",
    },
    interval: {shareOf: heldOutCount},
    help: `Of ${heldOutCount} completed pictures, those that another classifier reads as the digit they are. None was learned from.`,
  };
}
