import type {NdArray} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {fooledCount, fooledParams as params} from "./fooled-params.js";

/** Pictures shown, of those that climb. */
export const shownCount = 24;
/** Measures in the order of the panel, which are those of `bands` too. */
export const panelMeasures = [
  "certainty",
  "inception",
  "frechet",
  "witnessInception",
  "witnessFrechet",
  "agreement",
  "precision",
  "coverage",
  "nearest",
] as const;
export type PanelMeasure = (typeof panelMeasures)[number];

type Fooled = {
  readonly snapshot: {
    /** [24, 28, 28, 1] */
    readonly samples: ByteImages;
    /** The digit that each classifier sees, [24] each, and how sure the judge is. */
    readonly judged: NdArray;
    readonly witnessed: NdArray;
    readonly sure: NdArray;
    /** Value, low and high of each measure, [9, 3]: before the first step, of pictures that are no noise. They may be a cheat already. */
    readonly panel?: NdArray;
  };
  readonly curves: {readonly score: number};
  readonly measures: Readonly<Record<PanelMeasure, number>>;
  /** `bands` [9, 2]: what real pictures get, low and high. */
  readonly measured: {readonly bands: NdArray};
};

const realOnes = {
  name: "real ones",
  meaning: `the middle 95 % of what sets of ${fooledCount} real pictures get`,
};
const sampled = {floor: realOnes, interval: {sampledOf: "samples"}} as const;

export const foolTheMetric: Experiment<typeof params, Fooled> = {
  id: "fool-the-metric",
  title: "Pictures that climb a score",
  params,
  mainParams: ["attack", "start", "shift"],
  pictureHeights: {phone: 330, desk: 330},
  files: () => ["digits-train", "digits-test", "classifier-digits", "classifier-digits-second"],
  stepKinds: {},
  caption: `20 of ${fooledCount} pictures, below each what judge · witness see in it,`,
  curves: {
    score: {
      label: "what is climbed",
      role: "generated",
      help: "On the pictures before they are rounded to bytes: the judge's certainty in per cent; for the Inception Score the probability of the digit that each was dealt; or the Fréchet distance, which is to fall.",
    },
  },
  measures: {
    certainty: {
      label: "certainty, judge",
      unit: "%",
      better: "higher",
      outOf: 100,
      ...sampled,
      help: "Probability of the digit that the judge finds most probable, a mean over the pictures.",
    },
    inception: {
      label: "Inception Score, judge",
      unit: "",
      better: "higher",
      ...sampled,
      help: "Are they surely digits, and all ten? By the judge; from 1 to 10.",
    },
    frechet: {
      label: "Fréchet distance, judge",
      unit: "",
      better: "lower",
      scale: "log",
      ...sampled,
      help: "Distance between the feature statistics of real pictures and of these, on the judge's features.",
    },
    witnessInception: {
      label: "Inception Score, witness",
      unit: "",
      better: "higher",
      ...sampled,
      help: "The same score by a classifier that differs from the judge by its seed only, and that no climb has asked.",
    },
    witnessFrechet: {
      label: "Fréchet distance, witness",
      unit: "",
      better: "lower",
      scale: "log",
      ...sampled,
      help: "The same distance on the features of the witness.",
    },
    agreement: {
      label: "both agree",
      unit: "%",
      better: "higher",
      outOf: 100,
      floor: realOnes,
      interval: {shareOf: "samples"},
      help: "Pictures in which both classifiers see the same digit.",
    },
    precision: {
      label: "precision, witness",
      unit: "%",
      better: "higher",
      outOf: 100,
      ...sampled,
      help: "Pictures whose features, by the witness, lie among those of real pictures.",
    },
    coverage: {
      label: "coverage, witness",
      unit: "%",
      better: "higher",
      outOf: 100,
      ...sampled,
      help: "Real pictures near which, by the features of the witness, at least one of these lies.",
    },
    nearest: {
      label: "distance to the nearest",
      unit: "",
      better: "lower",
      ...sampled,
      help: "Root mean square difference of pixels from the nearest of 1,000 training pictures; black against white is 1.",
    },
  },
  told: ["inception", "witnessInception", "witnessFrechet"],
  plots: [
    {
      curves: ["score"],
      label: "what is climbed",
      caption:
        "What is climbed: certainty in per cent, the probability of dealt digits, or a distance, which is to fall.",
    },
    {measure: "inception", caption: "The Inception Score, by the judge that can be attacked."},
    {measure: "witnessInception", caption: "The Inception Score, by the witness."},
    {measure: "frechet", caption: "The Fréchet distance, on the features of the judge."},
    {measure: "witnessFrechet", caption: "The Fréchet distance, on the features of the witness."},
    {measure: "agreement", caption: "How often both classifiers see the same digit."},
    {measure: "precision", caption: "How many lie among real pictures, for the witness."},
    {
      measure: "coverage",
      caption: "How many real pictures have one of these near, for the witness.",
    },
  ],
  backends: ["webgpu", "webgl", "wasm"],
  sizeParams: [],
  fewSteps: 60,
  goal: {targets: {inception: 9.8}, seconds: 20},
  sources: [
    "src/experiments/fool-the-metric/picture-ascent.setup.ts",
    "lib/models/frozen-classifier.ts",
    "lib/metrics/frechet-pull.ts",
    "lib/metrics/inception-score.ts",
    "lib/metrics/frechet-distance.ts",
    "lib/models/learner.ts",
    "lib/training/train.ts",
    "src/experiments/fool-the-metric/score-panel.setup.ts",
    "src/experiments/fool-the-metric/setup.ts",
  ],
};
