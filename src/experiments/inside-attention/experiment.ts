import type {NdArray} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {measuredCount} from "../shared/digit-flow/digit-flow.js";
import {frechetMeasure, frechetPlot} from "../shared/frechet-measure.js";
import type {NearestPicture} from "../shared/gan/gan-exchange.js";
import {attentionParams as params} from "./attention-params.js";

/** Pixels along the edge of a patch, and patches along the edge of a picture. */
export const patch = 2;
export const edge = 7;
/** Layers, and heads in each. */
export const [blocks, heads] = [3, 4];
/** Pictures on the sheet, two of each digit, and those whose attention is measured, one of each. */
export const [sheetCount, lookedCount] = [20, 10];

type Looking = {
  readonly snapshot: {
    /** Two pictures of each digit, [20, 14, 14, 1]. */
    readonly samples: ByteImages;
    /** The picture that is opened, step by step from the noise on, [steps + 1, 14, 14, 1]: as it is, and as it is expected to end. */
    readonly noisy: ByteImages;
    readonly clean: ByteImages;
    /** Who looks at whom in each step, [steps, 3, 4, 49, 50]: of each patch the share of each patch and of the digit, 255 being 1. */
    readonly looks: NdArray<Uint8Array>;
  };
  readonly curves: {readonly loss: number};
  readonly measures: {
    readonly frechet: number;
    readonly agreement: number;
    readonly toDigit: number;
  };
  readonly answers: {readonly nearest: NearestPicture};
};

export const insideAttention: Experiment<typeof params, Looking> = {
  id: "inside-attention",
  title: "Who looks at whom",
  params,
  mainParams: ["digit", "steps", "hand"],
  pictureHeights: {phone: 345, desk: 372},
  files: ({start}) => [
    ...["digits-train", "digits-test", "classifier-digits"],
    ...(start === "pretrained" ? ["transformer-digits"] : []),
  ],
  stepKinds: {},
  caption: "a picture on its way out of noise, in patches,",
  curves: {
    loss: {
      label: "loss",
      role: "generated",
      help: "Squared difference of the picture guessed from the true one: a mean over pixels and the batch.",
    },
  },
  measures: {
    agreement: {
      label: "drawn as asked",
      unit: "%",
      better: "higher",
      outOf: 100,
      floor: {meaning: "real pictures are recognised as often as this"},
      interval: {shareOf: "samples"},
      help: `Of ${measuredCount} pictures, those in which this course's classifier sees the digit that was asked for.`,
    },
    frechet: {
      ...frechetMeasure,
      help: `Distance between the feature statistics of real pictures and of ${measuredCount} generated ones, five steps of Heun's method each, on this course's classifier.`,
    },
    toDigit: {
      label: "looks at the digit",
      unit: "%",
      better: "neither",
      outOf: 100,
      floor: {
        name: "all alike",
        meaning: "whoever looks at all 50 tokens alike gives each so much",
      },
      interval: {none: "of ten pictures, one of each digit"},
      help: `Share of attention that the token of the digit gets: a mean over all patches, heads, layers and steps of ${lookedCount} pictures.`,
    },
  },
  plots: [
    {measure: "agreement", caption: "How often the classifier sees what was asked for."},
    frechetPlot,
    {measure: "toDigit", caption: "How much the patches look at the digit that they were told."},
    {
      curves: ["loss"],
      label: "loss",
      caption: "The loss. What noise hides cannot be guessed, so it never gets near zero.",
    },
  ],
  backends: ["wasm", "webgpu", "webgl"],
  told: ["loss", "agreement", "frechet", "toDigit"],
  sizeParams: ["batchSize", "width"],
  startParams: ["start"],
  fewSteps: 20,
  sources: [
    "lib/models/flow/transformer.ts",
    "lib/models/flow/transformer-pass.ts",
    "lib/models/flow/flow-model.ts",
    "lib/models/flow/targets.ts",
    "lib/models/flow/flow-samplers.ts",
    "lib/models/learner.ts",
    "lib/training/train.ts",
    "src/experiments/inside-attention/setup.ts",
  ],
};
