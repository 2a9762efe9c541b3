import type {NdArray} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import {paramTable} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {frechetMeasure} from "../shared/frechet-measure.js";
import {runParams} from "../shared/run-params.js";
import {measuredCount, repeatedCount, shownCount} from "./learned-from.js";

const {seed, learningRate, decaySteps, batchSize, width, averaging, maxSteps} = runParams;

const params = paramTable({
  seed,
  pictures: {
    kind: "number",
    label: "Pictures to learn from",
    default: 16,
    min: 10,
    max: 1000,
    step: 1,
    scale: "log",
    group: "training",
    help: "Different digits that the generator learns from. It sees no others.",
  },
  repeats: {
    kind: "number",
    label: "Times the first ten are there",
    default: 1,
    min: 1,
    max: 40,
    step: 1,
    group: "training",
    help: "How often each of ten pictures is among those learned from, as a famous picture is all over the web. The others are there once.",
  },
  withoutRepeats: {
    kind: "switch",
    label: "Throw out repeats",
    default: false,
    group: "training",
    help: "Keeps one of all pictures that are alike, before it learns from them.",
  },
  weightDecay: {
    kind: "number",
    label: "Weight decay",
    default: 0,
    min: 0,
    max: 10,
    step: 0.5,
    group: "training",
    help: "How strongly each step draws the weights towards 0: by this, times the rate.",
  },
  learningRate: {...learningRate, default: 0.002},
  decaySteps: {...decaySteps, default: 2000},
  batchSize,
  width,
  averaging,
  maxSteps: {...maxSteps, default: 2000},
});

/** What the worker sends, and the figures draw. */
type Copied = {
  readonly snapshot: {
    /** Made ones, and of each the nearest that was learned from, [12, 14, 14, 1] each. */
    readonly made: ByteImages;
    readonly nearest: ByteImages;
    /** Places in `kinds`, [12]. */
    readonly kind: NdArray<Uint8Array>;
  };
  readonly curves: {readonly loss: number};
  readonly measures: {
    readonly copies: number;
    readonly repeated: number;
    readonly frechet: number;
  };
};

export const memorisation: Experiment<typeof params, Copied> = {
  id: "memorisation",
  title: "A generator that learns by heart",
  params,
  mainParams: ["pictures", "repeats", "withoutRepeats"],
  pictureHeights: {phone: 292, desk: 363},
  files: () => ["digits-test", "classifier-digits"],
  stepKinds: {},
  caption: `${shownCount} made pictures, each above the nearest that it learned from,`,
  curves: {
    loss: {
      label: "loss",
      role: "generated",
      help: "Squared difference of the picture that it expects behind the noise from the one that is there: a mean over pixels and the batch.",
    },
  },
  measures: {
    copies: {
      label: "near-copies",
      unit: "%",
      better: "neither",
      outOf: 100,
      floor: {name: "held-out ones", meaning: "as many of held-out real pictures are near-copies"},
      interval: {shareOf: "samples"},
      help: `Of ${measuredCount} made pictures, those nearer to one learned from than 95 % of real pictures that were never learned from.`,
    },
    repeated: {
      label: "near-copies of the first ten",
      unit: "%",
      better: "neither",
      outOf: 100,
      floor: {
        name: "held-out ones",
        meaning: "as many of held-out real pictures are near-copies of one of these ten",
      },
      interval: {shareOf: "samples"},
      help: `Of the same ${measuredCount}, those that are near-copies and nearest to one of the ${repeatedCount} pictures that may be repeated.`,
    },
    frechet: {
      ...frechetMeasure,
      floor: {meaning: "other real pictures differ by this much"},
      help: `Distance between the feature statistics of the same ${measuredCount} and of real pictures that were never learned from, on this course’s classifier.`,
    },
  },
  plots: [
    {measure: "copies", caption: "How many pictures are next to one that it learned from."},
    {measure: "repeated", caption: "How many of them are copies of the first ten."},
    {
      measure: "frechet",
      caption: "How far what it makes is from real pictures that it never learned from.",
    },
    {
      curves: ["loss"],
      label: "loss",
      caption: "The loss. It goes on falling while the copies come.",
    },
  ],
  backends: ["wasm"],
  sizeParams: ["batchSize", "width"],
  startParams: ["pictures"],
  fewSteps: 300,
  sources: [
    "lib/models/flow/code-flow.ts",
    "lib/models/flow/decaying-flow.ts",
    "lib/models/flow/flow-model.ts",
    "lib/metrics/near-copies.ts",
    "lib/training/train.ts",
    "src/experiments/memorisation/learned-from.ts",
    "src/experiments/memorisation/near-copies.setup.ts",
    "src/experiments/memorisation/real-distance.setup.ts",
    "src/experiments/memorisation/setup.ts",
  ],
};
