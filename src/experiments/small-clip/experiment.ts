import type {NdArray} from "../../lib/array.js";
import {emojiCaptionsFile, emojiPicturesFile} from "../../lib/datasets/emoji.js";
import type {ByteImages} from "../../lib/image.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {clipParams as params} from "./clip-params.js";

/** Pixels of a picture's edge. */
export const side = 24;
/** Pictures among which the right one is to be found. */
export const amongCount = 50;
/** As many such sets make a measurement. */
export const setCount = 3;
/** Pictures that a search finds. */
export const foundCount = 10;

/** Chances of who guesses, in per cent. */
const [first, five] = [100 / amongCount, 500 / amongCount];

type Paired = {
  readonly snapshot: {
    /** Of pairs that nothing was learned from, [50, 50]: captions in rows, pictures in columns. */
    readonly similarities: NdArray<Float32Array>;
    /** [50, 24, 24, 3] */
    readonly pictures: ByteImages;
    /** A list of 50 texts as JSON (text-array.ts). */
    readonly captions: NdArray<Uint8Array>;
    /** For the words that are searched for, the most similar first: [n, 24, 24, 3], and [n]. None where no word is known. */
    readonly found: ByteImages;
    readonly foundSimilarities: NdArray<Float32Array>;
    /** Their captions and what became of the words, as JSON: `Search` of search.ts. */
    readonly search: NdArray<Uint8Array>;
  };
  readonly curves: {readonly loss: number; readonly temperature: number};
  readonly measures: {readonly recall5: number; readonly recall1: number};
};

export const smallClip: Experiment<typeof params, Paired> = {
  id: "small-clip",
  title: "Words meet pictures",
  params,
  mainParams: ["language", "wordDrop", "batchSize"],
  pictureHeights: {phone: 460, desk: 330},
  files: () => [emojiPicturesFile(side), emojiCaptionsFile],
  stepKinds: {},
  caption: `${amongCount} captions and pictures that nothing was learned from`,
  curves: {
    loss: {
      label: "loss",
      role: "judge",
      help: "Contrastive loss: how little each picture expected its caption among those of the batch, and each caption its picture.",
    },
    temperature: {
      label: "temperature",
      role: "judge",
      help: "What similarities are divided by before they are compared. It is learned: smaller tells them apart more sharply.",
    },
  },
  measures: {
    recall5: {
      label: "found among the first five",
      unit: "%",
      better: "higher",
      role: "judge",
      outOf: 100,
      floor: {
        name: "guessing",
        meaning: `guessing finds ${five} %, and comes to lie here in 95 of 100 cases`,
      },
      interval: {shareOf: "count"},
      help: `Captions whose own picture is among the five most similar of ${amongCount}. Of ${setCount * amongCount} pairs that nothing was learned from.`,
    },
    recall1: {
      label: "found first",
      unit: "%",
      better: "higher",
      role: "judge",
      outOf: 100,
      floor: {
        name: "guessing",
        meaning: `guessing finds ${first} %, and comes to lie here in 95 of 100 cases`,
      },
      interval: {shareOf: "count"},
      help: `Captions whose own picture is the most similar of ${amongCount}.`,
    },
  },
  plots: [
    {measure: "recall5", caption: "How often the right picture is among the first five of fifty."},
    {measure: "recall1", caption: "How often it is the first."},
    {
      curves: ["loss"],
      label: "loss",
      caption: "The loss. Who knows nothing has the logarithm of the batch size.",
    },
    {curves: ["temperature"], label: "temperature", caption: "The temperature, which is learned."},
  ],
  backends: ["webgpu", "webgl", "wasm"],
  sizeParams: ["batchSize", "width"],
  fewSteps: 60,
  goal: {targets: {recall5: 60}, seconds: 15},
  sources: [
    "lib/models/contrastive-loss.ts",
    "lib/models/clip-towers.ts",
    "lib/models/small-clip.ts",
    "lib/datasets/vocabulary.ts",
    "lib/pipeline/captioned-batches.ts",
    "lib/metrics/retrieval.ts",
    "lib/models/learner.ts",
    "lib/training/train.ts",
    "src/experiments/small-clip/setup.ts",
  ],
};
