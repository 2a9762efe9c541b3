import type {NdArray} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import {isOwnName} from "../../lib/own-name.js";
import type {Experiment} from "../../lib/training/experiment.js";
import type {NearestPicture} from "../shared/gan/gan-exchange.js";
import {signParams as params} from "./sign-params.js";

/** New pictures of the sign that are shown, and of the digits. */
export const shownSigns = 20;
export const shownDigits = 20;

const courseFiles = ["digits-train", "digits-test", "classifier-digits", "generator-digits"];

type Taught = {
  readonly snapshot: {
    /** What is learned from, small as the network sees it, [n, 14, 14, 1]. */
    readonly drawings: ByteImages;
    /** New pictures of the sign, [20, 14, 14, 1], and two of each digit, [20, 14, 14, 1]. */
    readonly samples: ByteImages;
    readonly digits: ByteImages;
    /** Numbers of the adapter, and of the network that it changes, [2]. */
    readonly sizes: NdArray<Uint32Array>;
  };
  readonly curves: {readonly loss: number};
  readonly measures: {
    readonly recognised: number;
    readonly agreement: number;
    readonly newness: number;
  };
  readonly answers: {readonly nearest: NearestPicture};
};

export const ownClass: Experiment<typeof params, Taught> = {
  id: "own-class",
  title: "A sign of your own",
  params,
  mainParams: ["sign", "rank", "strength"],
  pictureHeights: {phone: 335, desk: 379},
  files: ({sign}) => [...courseFiles, ...(isOwnName(sign) ? [sign] : [])],
  stepKinds: {},
  caption: "drawings, new pictures of the sign, and digits,",
  curves: {
    loss: {
      label: "loss",
      role: "generated",
      help: "Squared difference of the velocity guessed from the true one: a mean over pixels and the batch.",
    },
  },
  measures: {
    recognised: {
      label: "looks like the sign",
      unit: "%",
      better: "higher",
      role: "judge",
      outOf: 100,
      floor: {
        name: "drawings",
        meaning: "drawings themselves are found beside another one as often as this",
      },
      interval: {sampledOf: "interval"},
      help: "Share of the new pictures of the sign whose nearest neighbour is one of the drawings and no digit. To choose from, there are as many pictures of each digit as drawings.",
    },
    agreement: {
      label: "digits as asked",
      unit: "%",
      better: "higher",
      role: "judge",
      outOf: 100,
      floor: {meaning: "real digits are recognised as often as this"},
      interval: {sampledOf: "interval"},
      help: "Share of the digits drawn, as many of each, in which this course's classifier sees the digit that was asked for.",
    },
    newness: {
      label: "as new as a drawing",
      unit: "%",
      better: "neither",
      floor: {name: "one hand", meaning: "drawings of one hand differ so much from each other"},
      interval: {sampledOf: "interval"},
      help: "How far new pictures of the sign are from the nearest drawing, on average, as a share of how far a drawing is from the nearest other one. Near 0 they are copies; at 100 they are as new as one more drawing.",
    },
  },
  told: ["loss", "recognised", "newness"],
  plots: [
    {measure: "recognised", caption: "How many new pictures look like the sign."},
    {measure: "agreement", caption: "How many digits are still drawn as asked."},
    {measure: "newness", caption: "How new the pictures are, beside one drawing among the others."},
    {curves: ["loss"], label: "loss", caption: "The loss of each step."},
  ],
  backends: ["webgpu", "webgl", "wasm"],
  sizeParams: ["batchSize", "rank", "counted"],
  fewSteps: 20,
  goal: {targets: {recognised: 80, agreement: 85}, seconds: 25},
  sources: [
    "lib/models/low-rank.ts",
    "lib/models/adapter.ts",
    "lib/models/flow/adapted-flow.ts",
    "lib/models/flow/unet.ts",
    "lib/pipeline/unsteady.ts",
    "lib/datasets/drawn-signs.ts",
    "lib/training/train.ts",
    "src/experiments/own-class/sign-batches.setup.ts",
    "src/experiments/own-class/setup.ts",
  ],
};
