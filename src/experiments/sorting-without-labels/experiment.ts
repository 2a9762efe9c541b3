import type {NdArray} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import {paramTable} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {learnedFile} from "../shared/own-pictures.js";
import {runParams} from "../shared/run-params.js";

/** Pictures that are sorted, of 10,000. The autoencoder learns from the others. */
export const sortedCount = 2000;
/** Those of them that a picture of the run brings along. */
export const shownCount = 500;

const params = paramTable({
  seed: {
    ...runParams.seed,
    help: "Where chance starts. The same seed and the same settings give the same plane and the same clusters.",
  },
  dataset: {
    ...runParams.dataset,
    takesOwn: {words: "sort them without labels", labels: "any"},
    help: "What is sorted. Their labels are put aside and only looked at afterwards.",
  },
  straighten: {
    ...runParams.straighten,
    help: "Shears every picture until it leans neither way, before anything else. Each picture's own pixels say by how much.",
  },
  features: {
    kind: "choice",
    label: "Sort by",
    default: "codes",
    group: "training",
    live: true,
    options: {codes: "place on the plane", pixels: "pixels"},
    help: "What k-means compares: two numbers of the autoencoder, or the picture's own pixels at half the side, 196 numbers.",
  },
  clusters: {
    kind: "number",
    label: "Clusters",
    default: 10,
    min: 2,
    max: 20,
    step: 1,
    group: "training",
    live: true,
    help: "How many clusters k-means makes. It makes as many as it is told to, whether they are there or not.",
  },
  learningRate: {
    ...runParams.learningRate,
    help: "How far each step moves the autoencoder's weights. k-means has none: it needs no rate.",
  },
  batchSize: {
    ...runParams.batchSize,
    default: 64,
  },
  width: {
    ...runParams.width,
    help: "Neurons of the layers next to the picture; those next to the plane have a quarter of it.",
  },
  averaging: {
    ...runParams.averaging,
    default: 0.98,
    help: "The plane is made with a running average of the weights; 0 takes the last ones, which are less steady.",
  },
  maxSteps: runParams.maxSteps,
});

const agreement = {
  unit: "",
  better: "higher",
  role: "judge",
  floor: {
    name: "labels dealt out by chance",
    meaning: "labels dealt out by chance agree as much",
  },
  interval: {sampledOf: "interval"},
} as const;

type Sorted = {
  readonly curves: {readonly loss: number};
  readonly measures: {
    readonly reconstruction: number;
    readonly adjustedRand: number;
    readonly mutualInformation: number;
    readonly purity: number;
  };
  readonly snapshot: {
    /** [2000, 2] */
    readonly codes: NdArray<Float32Array>;
    /** [2000] each. */
    readonly clusters: NdArray;
    readonly labels: NdArray;
    /** The first [500, 28, 28, 1], and what is drawn of the first ten. */
    readonly pictures: ByteImages;
    readonly drawings: ByteImages;
    /** The clusters' mean pictures, [k, 28, 28, 1]. */
    readonly means: ByteImages;
  };
};

export const sortingWithoutLabels: Experiment<typeof params, Sorted> = {
  id: "sorting-without-labels",
  title: "Sorting without labels",
  params,
  mainParams: ["dataset", "features", "clusters"],
  pictureHeights: {phone: 489, desk: 528},
  files: ({dataset}) => [learnedFile(dataset)],
  stepKinds: {},
  caption: `${sortedCount.toLocaleString("en")} pictures that were never learned from,`,
  curves: {
    loss: {
      label: "loss",
      role: "generated",
      help: "Cross-entropy of the drawings' pixels: how little the decoder expected the picture, mean over pixels and batch.",
    },
  },
  measures: {
    reconstruction: {
      label: "reconstruction error",
      unit: "",
      better: "lower",
      floor: {
        name: "always the mean picture",
        meaning: "always drawing the mean picture errs by this much",
      },
      interval: {sampledOf: "interval"},
      help: `Mean squared difference of a pixel and its drawing, black to white being 1, over ${sortedCount} pictures that were never learned from, or a fifth of your own.`,
    },
    adjustedRand: {
      ...agreement,
      label: "adjusted Rand index",
      help: "Whether clusters and labels put the same pairs of pictures together, beyond chance: 1 is the same groups, 0 is chance.",
    },
    mutualInformation: {
      ...agreement,
      label: "normalised mutual information",
      help: "How much of the label the cluster tells, and the other way round: 1 is all of it.",
    },
    purity: {
      ...agreement,
      label: "purity",
      unit: "%",
      help: "Share of pictures that would be right if each cluster had the name of its commonest label. It rises with the number of clusters.",
    },
  },
  told: ["loss", "adjustedRand", "purity"],
  plots: [
    {
      measure: "adjustedRand",
      caption:
        "Pairs of pictures put together. Measured afterwards: no label had a part in the sorting.",
    },
    {measure: "mutualInformation", caption: "What a cluster tells of the label."},
    {measure: "purity", caption: "If each cluster had the name of its commonest label."},
    {measure: "reconstruction", caption: "How far drawings are from their pictures."},
    {
      curves: ["loss"],
      label: "loss",
      caption: "Loss: how little the decoder expected the pictures.",
    },
  ],
  backends: ["webgpu", "webgl", "wasm"],
  sizeParams: ["batchSize", "width"],
  fewSteps: 150,
  goal: {targets: {adjustedRand: 0.3}, seconds: 40},
  sources: [
    "lib/models/k-means.ts",
    "lib/models/autoencoder.ts",
    "lib/models/learner.ts",
    "lib/models/descent.ts",
    "lib/models/autoencoder-networks.ts",
    "lib/metrics/adjusted-rand-index.ts",
    "lib/training/train.ts",
    "src/experiments/sorting-without-labels/setup.ts",
  ],
};
