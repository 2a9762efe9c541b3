import type {NdArray} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import {paramTable} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {runParams} from "../shared/run-params.js";
import {measuredCount, shownCount} from "./generations.js";

const {seed, learningRate, batchSize, width, averaging, maxSteps} = runParams;

const params = paramTable({
  seed,
  temperature: {
    kind: "number",
    label: "Temperature",
    default: 1,
    min: 0.5,
    max: 1.2,
    step: 0.05,
    group: "training",
    help: "Spread of the noise that pictures are made of, those shown and those that the next generation learns from. 1 is what was learned with; below it pictures become cleaner, and more usual.",
  },
  kept: {
    kind: "number",
    label: "Real pictures kept (%)",
    default: 0,
    min: 0,
    max: 100,
    step: 1,
    group: "training",
    help: "How much of what each later generation learns from are pictures of the first set.",
  },
  share: {
    kind: "number",
    label: "Rare kind at first (%)",
    default: 20,
    min: 5,
    max: 50,
    step: 1,
    group: "training",
    help: "How many of the first set’s sevens are in a mirror.",
  },
  pictures: {
    kind: "number",
    label: "Pictures in a set",
    default: 600,
    min: 60,
    max: 900,
    step: 1,
    group: "training",
    help: "How many each generation learns from. With fewer, chance has more to say.",
  },
  generationSteps: {
    kind: "number",
    label: "Steps of a generation",
    default: 300,
    min: 50,
    max: 1000,
    step: 1,
    group: "training",
    help: "How long each generation learns before it makes the pictures for the next one.",
  },
  learningRate: {...learningRate, default: 0.002},
  batchSize,
  width,
  averaging,
  maxSteps: {...maxSteps, default: 1800},
});

/** What the worker sends, and the figures draw. */
type Generations = {
  readonly snapshot: {
    /** Real ones of the first set, [8, 14, 14, 1], of each kind as many as in the set. */
    readonly real: ByteImages;
    /** What each generation made of the same noise, oldest first, the present one last, [8 a row, 14, 14, 1]. */
    readonly made: ByteImages;
    /** 1 for each of the rare kind: of `real`, then of `made`. */
    readonly kinds: NdArray<Uint8Array>;
    /** Of the generations before the present one: how many of 400 were rare. */
    readonly rare: NdArray<Int32Array>;
    /** The number of the present generation, [1]. */
    readonly generation: NdArray<Int32Array>;
  };
  readonly curves: {readonly loss: number};
  readonly measures: {readonly minority: number; readonly learned: number};
};

export const amplification: Experiment<typeof params, Generations> = {
  id: "amplification",
  title: "Who is left",
  params,
  mainParams: ["kept", "temperature", "share"],
  pictureHeights: {phone: 250, desk: 350},
  files: () => ["digits-train"],
  stepKinds: {},
  caption: `${shownCount} pictures of each generation, made of the same noise,`,
  curves: {
    loss: {
      label: "loss",
      role: "generated",
      help: "Squared difference of the picture that it expects behind the noise from the one that is there: a mean over pixels and the batch.",
    },
  },
  measures: {
    minority: {
      label: "rare kind among made pictures",
      unit: "%",
      better: "neither",
      outOf: 100,
      floor: {
        name: "real ones",
        meaning: `what ${measuredCount} pictures drawn from the first set would show`,
      },
      interval: {shareOf: "samples"},
      help: `Of ${measuredCount} made pictures, those whose nearest real picture is in a mirror.`,
    },
    learned: {
      label: "rare kind among what is learned from",
      unit: "%",
      better: "neither",
      role: "real",
      outOf: 100,
      floor: {
        name: "a first set",
        meaning: "what a set as large, drawn with the first one’s shares, would show",
      },
      interval: {none: "the whole set is counted"},
      help: "The same of the set that the present generation learns from.",
    },
  },
  plots: [
    {
      measure: "minority",
      caption: "The rare kind among what is made, at the end of each generation.",
    },
    {
      measure: "learned",
      caption: "The rare kind among what each generation learns from.",
    },
    {
      curves: ["loss"],
      label: "loss",
      caption: "The loss of each generation, one after the other.",
    },
  ],
  backends: ["wasm"],
  sizeParams: ["batchSize", "width"],
  startParams: ["pictures"],
  fewSteps: 300,
  sources: [
    "lib/models/flow/code-flow.ts",
    "lib/models/flow/flow-model.ts",
    "lib/training/train.ts",
    "src/experiments/amplification/two-kinds.setup.ts",
    "src/experiments/amplification/lineage.setup.ts",
    "src/experiments/amplification/setup.ts",
  ],
};
