import type {NdArray} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import type {Experiment, Measure} from "../../lib/training/experiment.js";
import {judgingParams} from "../shared/judging/judging-params.js";

/** Pictures that are shown with their answers. */
export const shownCount = 10;

/** In the order of `intervals`. */
export const scoreParts = ["score", "kinds", "doubt"] as const;
export type ScorePart = (typeof scoreParts)[number];

type Numbers = Readonly<Record<ScorePart, number>>;

type Scored = {
  readonly snapshot: {
    /** [10, 28, 28, 1] */
    readonly made: ByteImages;
    /** What the classifier answers to each, [10, classes], and the mean of all its answers so far, [classes]. */
    readonly answers: NdArray<Float32Array>;
    readonly mean: NdArray<Float32Array>;
  };
  readonly curves: Numbers;
  readonly measures: Numbers;
  /** Of each part its interval, [3, 2]. */
  readonly measured: {readonly intervals: NdArray<Float32Array>};
};

function measureOf(
  part: ScorePart,
  label: string,
  better: Measure["better"],
  help: string,
): Measure {
  return {
    ...{label, unit: "", better, help},
    floor: {meaning: "as many real pictures score this"},
    interval: {sampledOf: "samples", row: scoreParts.indexOf(part)},
  };
}

const kinds = "Kinds: e to the entropy of the mean answer. Ten where each class comes as often.";
const doubt =
  "Doubt: e to the mean entropy of the single answers. One where the classifier is sure of each.";

export const inceptionScore: Experiment<typeof judgingParams, Scored> = {
  id: "inception-score",
  title: "The score, taken apart",
  params: judgingParams,
  mainParams: ["fault", "strength", "dataset"],
  pictureHeights: {phone: 434, desk: 252},
  files: ({dataset}) => [`${dataset}-test`, `classifier-${dataset}`, "drawn-digits"],
  stepKinds: {},
  caption: `${shownCount} pictures, what the classifier answers to each, and its mean answer,`,
  curves: {
    score: {
      label: "Inception Score",
      role: "generated",
      help: "Of all pictures so far, with what was wrong with them at that step.",
    },
    kinds: {label: "kinds among the answers", role: "judge", help: kinds},
    doubt: {label: "doubt", role: "chance", help: doubt},
  },
  measures: {
    score: measureOf("score", "Inception Score", "higher", "Kinds divided by doubt. From 1 to 10."),
    kinds: measureOf("kinds", "kinds among the answers", "higher", kinds),
    doubt: measureOf("doubt", "doubt", "lower", doubt),
  },
  told: ["score", "kinds"],
  plots: [
    {
      curves: ["score", "kinds", "doubt"],
      label: "score, kinds and doubt",
      caption: "The score is the kinds divided by the doubt. Of few pictures it is too low.",
    },
    {measure: "score", caption: "The score with what as many real pictures get."},
    {measure: "kinds", caption: "How many kinds there are."},
    {measure: "doubt", caption: "Among how many classes the classifier hesitates."},
  ],
  backends: ["webgpu", "webgl", "wasm"],
  sizeParams: ["compared"],
  fewSteps: 10,
  sources: [
    "lib/metrics/inception-score.ts",
    "lib/metrics/inception-parts.ts",
    "lib/metrics/set-metric.ts",
    "lib/metrics/bootstrap-interval.ts",
    "src/experiments/shared/judging/faults.ts",
    "src/experiments/inception-score/setup.ts",
  ],
};
