import type {NdArray} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {frechetMeasure} from "../shared/frechet-measure.js";
import {tokenParams as params} from "./token-params.js";

/** Of the default run: for the code, and in all. */
export const steps = {code: params.codeSteps.default, all: params.maxSteps.default} as const;

/** Pictures on the sheet: two of each digit. */
export const sheetCount = 20;
/** Of the mended picture, each by another chance. */
export const mendedCount = 6;
/** Pictures of the test by which code and guesses are measured, and as many are written: equally many of each digit. */
export const measuredCount = 300;

const nats = "nats";
const bits = "bits";

type TokensAndPictures = {
  readonly snapshot: {
    /** The sheet, [20, 28, 28, 1], the tokens of each and in which turn each was written, [20, 49]. */
    readonly samples: ByteImages;
    readonly tokens: NdArray<Uint8Array>;
    readonly turns: NdArray<Uint8Array>;
    /** By entry, what the decoder draws where it stands, [K, 8, 8, 1], and its share of all tokens, [K]. */
    readonly patches: ByteImages;
    readonly shares: NdArray<Float32Array>;
    /** Ten real pictures, their tokens and what is drawn from these. */
    readonly originals: ByteImages;
    readonly originalTokens: NdArray<Uint8Array>;
    readonly redrawn: ByteImages;
    /** The real picture that loses tokens, the tokens, those that are erased, and how it was filled in. */
    readonly subject: ByteImages;
    readonly subjectTokens: NdArray<Uint8Array>;
    readonly erased: NdArray<Uint8Array>;
    readonly mended: ByteImages;
  };
  readonly curves: {
    readonly reconstruction: number;
    readonly commitment: number;
    readonly next: number;
    readonly missing: number;
  };
  readonly measures: {
    readonly heldOut: number;
    readonly nextBits: number;
    readonly perplexity: number;
    readonly unused: number;
    readonly frechet: number;
    readonly severalFrechet: number;
    readonly redrawnFrechet: number;
    readonly agreement: number;
  };
};

export const pictureTokens: Experiment<typeof params, TokensAndPictures> = {
  id: "picture-tokens",
  title: "A code of tokens",
  params,
  mainParams: ["order", "temperature", "entries"],
  pictureHeights: {phone: 360, desk: 332},
  files: () => ["digits-train", "digits-test", "classifier-digits"],
  stepKinds: {
    tokens: {text: "Guess", label: "One step of the networks that guess tokens"},
  },
  caption:
    "pictures and the 49 tokens of each, written by a network and then drawn by the decoder,",
  curves: {
    reconstruction: {
      label: "reconstruction",
      role: "generated",
      help: "How little the decoder expected the picture, given its tokens: nats per picture, a mean over the batch.",
    },
    commitment: {
      label: "commitment",
      role: "chance",
      help: "Squared distance of the encoder's codes from their entries: a sum over a picture's 49, a mean over the batch.",
    },
    next: {
      label: "next token",
      role: "generated",
      help: "Bits that the network is short of in guessing the next token: a mean over all tokens of the batch.",
    },
    missing: {
      label: "missing token",
      role: "judge",
      help: "The same for tokens that are missing, any number of them at once.",
    },
  },
  measures: {
    heldOut: {
      label: "reconstruction, held out",
      unit: nats,
      better: "lower",
      floor: {name: "always the mean picture", meaning: "always drawing the mean picture"},
      interval: {sampledOf: "samples"},
      help: `How little the decoder expected each of ${measuredCount} pictures that were never learned from, given its tokens.`,
    },
    nextBits: {
      label: "next token, held out",
      unit: bits,
      better: "lower",
      floor: {
        name: "every entry alike",
        meaning: "finding every entry equally likely: log2 of their number",
      },
      interval: {sampledOf: "samples"},
      help: "Bits per token of pictures that were never learned from, by the network that guesses the next one. 49 times that is a picture.",
    },
    perplexity: {
      label: "perplexity of the codebook",
      unit: "",
      better: "higher",
      floor: {name: "all used alike", meaning: "all entries used alike"},
      interval: {sampledOf: "samples"},
      help: "How many entries, all used alike, would be as open a choice as these are.",
    },
    unused: {
      label: "dead entries",
      unit: "",
      whole: true,
      better: "lower",
      floor: {name: "none", meaning: "no entry is dead"},
      interval: {none: "a count of these pictures; of more, fewer entries are dead"},
      help: `Entries that stand nowhere in ${measuredCount} pictures.`,
    },
    frechet: {
      ...frechetMeasure,
      label: "distance, one after the other",
      help: `Fréchet distance of ${measuredCount} pictures from the real ones, written token by token at the temperature set.`,
    },
    severalFrechet: {
      ...frechetMeasure,
      label: "distance, several at once",
      help: "The same for pictures written in as many rounds as are set.",
    },
    redrawnFrechet: {
      ...frechetMeasure,
      label: "distance, real ones redrawn",
      help: "The same for real pictures that were only coded and drawn again. What is written by tokens can hardly be better.",
    },
    agreement: {
      label: "written as asked",
      unit: "%",
      better: "higher",
      outOf: 100,
      floor: {meaning: "real pictures are recognised as often as this"},
      interval: {shareOf: "samples"},
      help: "Pictures, written one token after the other, in which this course's classifier sees the digit that was asked for.",
    },
  },
  told: ["next", "frechet", "agreement"],
  plots: [
    {
      measure: "frechet",
      caption: "How far written pictures are from real ones, tokens one after the other.",
    },
    {measure: "severalFrechet", caption: "The same, several tokens at once."},
    {measure: "redrawnFrechet", caption: "The same for real pictures, coded and drawn again."},
    {measure: "agreement", caption: "How often the classifier sees the digit asked for."},
    {
      curves: ["next", "missing"],
      label: "bits per token",
      caption: "What guessing a token costs, in bits.",
    },
    {measure: "nextBits", caption: "The same for the next token, on pictures never learned from."},
    {measure: "perplexity", caption: "How many entries are in use, by how evenly."},
    {measure: "unused", caption: "Entries that stand nowhere."},
    {
      curves: ["reconstruction"],
      label: "reconstruction",
      caption: "How little the decoder expected the picture.",
    },
    {measure: "heldOut", caption: "The same, on pictures it never learned from."},
    {
      curves: ["commitment"],
      label: "commitment",
      caption: "How far the encoder's codes are from the entries that stand for them.",
    },
  ],
  backends: ["webgpu", "webgl", "wasm"],
  sizeParams: ["batchSize", "channels", "width", "entries"],
  fewSteps: 60,
  goal: {targets: {frechet: 60, agreement: 75}, seconds: 40},
  sources: [
    "lib/models/vector-quantiser.ts",
    "lib/models/codebook.ts",
    "lib/models/k-means.ts",
    "lib/models/code-networks.ts",
    "lib/models/token-network.ts",
    "lib/models/picture-tokens.ts",
    "lib/models/write-tokens.ts",
    "lib/models/token-masks.ts",
    "lib/models/learner.ts",
    "lib/training/train.ts",
    "src/experiments/picture-tokens/setup.ts",
  ],
};
