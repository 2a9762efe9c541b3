import type {NdArray} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {upscalerParams as params} from "./upscaler-params.js";

/** Pixels along an edge of the pictures: emoji, and photographs that are not learned from. */
export const side = 24;
export const photographSide = 64;
/** Held-out emoji with the least and with the largest gain over bicubic, so many of each. */
export const extremeCount = 3;
/** Of an extreme one, in this order. */
export const extremeColumns = ["truth", "bicubic", "network"] as const;
/** Ways of enlarging that are scored, and the scores. */
export const ways = ["nearest", "bicubic", "network"] as const;
export const scoreNames = ["psnr", "ssim"] as const;

type Enlarged = {
  readonly curves: {readonly loss: number; readonly bicubicLoss: number};
  readonly measures: {
    readonly psnr: number;
    readonly ssim: number;
    readonly gain: number;
    readonly better: number;
  };
  readonly snapshot: {
    /** Of shown pictures, as they were and as the network makes them of their small ones, [12, 24, 24, 3] and [3, 64, 64, 3]. */
    readonly emoji: ByteImages;
    readonly emojiMade: ByteImages;
    readonly photographs: ByteImages;
    readonly photographsMade: ByteImages;
    /** What the network has beyond bicubic in PSNR, in decibel: of the emoji, then of the photographs. [15] */
    readonly gains: NdArray<Float32Array>;
    /** Names of the emoji, a list as JSON. */
    readonly names: NdArray<Uint8Array>;
  };
  readonly measured: {
    /** By way and score: value, and interval of 95 %. [3, 2, 3] */
    readonly scores: NdArray<Float32Array>;
    /** Held-out emoji from the least gain on, then up to the largest; row by row what `extremeColumns` says. [18, 24, 24, 3] */
    readonly extremes: ByteImages;
    /** Their gains in decibel, [6]. */
    readonly extremeGains: NdArray<Float32Array>;
  };
  readonly answers: {
    /** A picture [1, s, s, 3] made smaller and enlarged again. */
    readonly enlarge: {
      readonly asks: {readonly image: ByteImages};
      readonly tells: {readonly made: ByteImages};
    };
  };
};

export const superResolution: Experiment<typeof params, Enlarged> = {
  id: "super-resolution",
  title: "A network that enlarges",
  params,
  mainParams: ["factor", "residual", "width"],
  pictureHeights: {phone: 372, desk: 478},
  files: () => ["emoji-24", "emoji-captions", "photographs"],
  stepKinds: {},
  caption: "a picture made smaller, and enlarged again in two ways,",
  curves: {
    loss: {
      label: "the network",
      role: "generated",
      help: "Difference of what it makes from the truth, squared or absolute, a mean over all pixels. Black to white is 2.",
    },
    bicubicLoss: {
      label: "bicubic",
      role: "chance",
      help: "The same of bicubic, for the same pictures.",
    },
  },
  measures: {
    psnr: {
      label: "PSNR",
      unit: "dB",
      better: "higher",
      floor: {name: "bicubic", meaning: "bicubic reaches as much, with its interval of 95 %"},
      interval: {sampledOf: "count"},
      help: "Mean PSNR of held-out emoji: 10 dB more is a tenth of the squared error.",
    },
    ssim: {
      label: "SSIM",
      unit: "",
      better: "higher",
      floor: {name: "bicubic", meaning: "bicubic reaches as much, with its interval of 95 %"},
      interval: {sampledOf: "count"},
      help: "Mean SSIM of held-out emoji: 1 for equal pictures.",
    },
    gain: {
      label: "gain",
      unit: "dB",
      better: "higher",
      floor: {name: "bicubic", meaning: "bicubic itself: no gain"},
      interval: {sampledOf: "count"},
      help: "What the network has beyond bicubic in PSNR, emoji by emoji: their mean.",
    },
    better: {
      label: "better than bicubic",
      unit: "%",
      better: "higher",
      outOf: 100,
      floor: {
        name: "as good as bicubic",
        meaning: "of two that are equally good, each wins about half: here, in 95 of 100 cases",
      },
      interval: {shareOf: "count"},
      help: "Held-out emoji that the network enlarges with a higher PSNR than bicubic.",
    },
  },
  told: ["psnr", "gain", "better"],
  plots: [
    {measure: "gain", caption: "What the network has beyond bicubic, a mean over held-out emoji."},
    {measure: "better", caption: "How many of the held-out emoji it enlarges better."},
    {measure: "psnr", caption: "PSNR of the network; in grey that of bicubic."},
    {measure: "ssim", caption: "SSIM of the network; in grey that of bicubic."},
    {
      curves: ["loss", "bicubicLoss"],
      label: "losses",
      caption: "Loss on the pictures of each step, and bicubic’s on the same.",
    },
  ],
  backends: ["webgpu", "webgl", "wasm"],
  sizeParams: ["batchSize", "width", "layers"],
  fewSteps: 20,
  sources: [
    "lib/models/upscaler.ts",
    "lib/models/sub-pixel.ts",
    "lib/pipeline/enlarging.ts",
    "lib/pipeline/resize.ts",
    "lib/metrics/structural-similarity.ts",
    "lib/training/train.ts",
    "src/experiments/super-resolution/enlarging-scores.setup.ts",
    "src/experiments/super-resolution/setup.ts",
  ],
};
