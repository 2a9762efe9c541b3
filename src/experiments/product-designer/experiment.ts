import type {NdArray} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {measuredCount, designerParams as params} from "./designer-params.js";

/** Garments shown of those that it makes now. */
export const madeCount = 15;

type Designed = {
  readonly snapshot: {
    /** What it makes now, [15, 28, 28, 1]. */
    readonly samples: ByteImages;
    /** A round, [4, 28, 28, 1], and the place of what was taken in it, [1]: -1 for nothing yet. */
    readonly offered: ByteImages;
    readonly taken: NdArray<Float32Array>;
    /** Rounds so far, [1]. */
    readonly rounds: NdArray<Float32Array>;
    /** The profile: a weight for each feature and its standard deviation, [13] each. */
    readonly weights: NdArray<Float32Array>;
    readonly spreads: NdArray<Float32Array>;
  };
  readonly curves: {readonly reward: number; readonly divergence: number};
  readonly measures: {
    /** Only of a made-up shopper: nobody knows it of you. */
    readonly wanted?: number;
    readonly variety: number;
    readonly nearest: number;
  };
};

export const productDesigner: Experiment<typeof params, Designed> = {
  id: "product-designer",
  title: "A designer that learns from clicks",
  params,
  mainParams: ["shopper", "leash", "clicks"],
  pictureHeights: {phone: 376, desk: 292},
  files: () => ["clothes-train", "clothes-test", "classifier-clothes", "decoder-clothes"],
  stepKinds: {},
  caption: `${madeCount} garments that it makes for this shopper,`,
  curves: {
    reward: {
      label: "reward",
      role: "generated",
      help: "What the garments of a step are worth by the profile, a mean, in nats: the sum of each feature times its weight.",
    },
    divergence: {
      label: "distance from the first generator",
      role: "generated",
      help: "KL divergence of the policy's codes from those that the generator was made for, in nats: how far the leash is stretched.",
    },
  },
  measures: {
    wanted: {
      label: "what the shopper likes",
      unit: "%",
      better: "higher",
      outOf: 100,
      floor: {
        name: "at first",
        meaning: "sets that the generator made before the first click have as much of it",
      },
      interval: {shareOf: measuredCount},
      help: "Share of what it makes that a made-up shopper likes: by this course's classifier more likely than not of their kind, or light. Of you nobody knows it.",
    },
    variety: {
      label: "variety",
      unit: "",
      better: "neither",
      floor: {meaning: "as many real garments of all kinds differ so much"},
      interval: {sampledOf: measuredCount},
      help: "How far two of the garments that it makes are apart, with pixels from 0 to 1. Nothing rewards it.",
    },
    nearest: {
      label: "distance to the nearest real one",
      unit: "",
      better: "lower",
      floor: {meaning: "real garments of the test are as far from the others"},
      interval: {sampledOf: measuredCount},
      help: "Root mean square difference of pixels from the nearest of 600 real garments, a mean. Nothing rewards it.",
    },
  },
  told: ["reward", "wanted", "variety"],
  plots: [
    {curves: ["reward"], label: "reward", caption: "What the garments are worth by the profile."},
    {measure: "variety", caption: "How much the garments differ. Nothing rewards it."},
    {measure: "wanted", caption: "How much of what it makes the made-up shopper likes."},
    {measure: "nearest", caption: "How far the garments are from real ones. Nothing rewards it."},
    {
      curves: ["divergence"],
      label: "distance from the first generator",
      caption: "How far the leash is stretched.",
    },
  ],
  backends: ["wasm"],
  sizeParams: ["batchSize"],
  fewSteps: 150,
  goal: {targets: {wanted: 60}, seconds: 20},
  sources: [
    "lib/metrics/preference.ts",
    "lib/models/latent-policy.ts",
    "src/experiments/product-designer/designer.setup.ts",
    "src/experiments/product-designer/garment-features.ts",
    "src/experiments/product-designer/shoppers.ts",
    "src/experiments/product-designer/offers.setup.ts",
    "src/experiments/product-designer/setup.ts",
  ],
};
