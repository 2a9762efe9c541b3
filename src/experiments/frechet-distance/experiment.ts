import type {NdArray} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import {metricWords, type SetMetricName} from "../../lib/metrics/all-metrics.js";
import type {Experiment, Measure} from "../../lib/training/experiment.js";
import {judgingParams, mostPictures} from "../shared/judging/judging-params.js";

/** Pictures that are shown of each kind. */
export const shownCount = 10;
/** Pictures that are judged when the reader asks for many, against as many real ones. */
export const manyCount = 2000;
/** Parts in which many are looked at; after them the distance, and its bands. */
export const lookedParts = 10;
export const manyParts = lookedParts + 2;
/** Numbers of pictures at which the bias is measured, as shares of those judged. */
export const biasShares = [0.2, 0.3, 0.5, 0.7, 1] as const;

type Numbers = Readonly<Record<SetMetricName, number>>;

type Judged = {
  readonly snapshot: {
    /** The first of each, [10, 28, 28, 1]. */
    readonly made: ByteImages;
    readonly real: ByteImages;
    /** Their features along the two directions in which real ones vary most, [n, 2] and [500, 2]. */
    readonly madePoints: NdArray<Float32Array>;
    readonly realPoints: NdArray<Float32Array>;
  };
  readonly curves: {readonly distance: number};
  readonly measures: Numbers;
  readonly measured: {
    /** Of each metric its interval, [10, 2]. */
    readonly intervals: NdArray<Float32Array>;
    /** The two terms of the distance: of the centres and of the shapes. [2] */
    readonly terms: NdArray<Float32Array>;
    /** Numbers of pictures and the mean distance of so many, [k, 2]. */
    readonly bias: NdArray<Float32Array>;
  };
  readonly answers: {
    /** Many pictures with what is wrong with them, against the real ones that come with `part` [1] 0, [n, 28, 28, 1]: how many are `seen` on either side after
     * each part, [1]. After the tenth `numbers` are the two terms of the distance, [2], and last of all the ends of its interval and of its floor, [4]. */
    readonly many: {
      readonly asks: {readonly part: NdArray; readonly pictures: NdArray};
      readonly tells: {
        readonly seen: NdArray<Float32Array>;
        readonly numbers: NdArray<Float32Array>;
      };
    };
  };
};

const help: Readonly<Record<SetMetricName, string>> = {
  inceptionScore:
    "How surely the classifier recognises each picture, and how many kinds they are. From 1 to 10.",
  frechet: "Distance of the Gaussians fitted to the features of made and of real pictures.",
  kernelDistance:
    "How much more alike pictures of one set are to each other than to those of the other. 0 for real ones, whatever their number.",
  precision:
    "Share of made pictures within the balls around real ones that reach to their third neighbour.",
  recall: "Share of real pictures within such balls around made ones.",
  density: "How many balls around real pictures hold a made one, a fifth of that; 1 for real ones.",
  coverage: "Share of real pictures with a made one nearer than their fifth neighbour.",
  authenticity:
    "Share of made pictures that are farther from the nearest real one than its own neighbour is. Copies are not.",
  nearestDistance: "Mean distance, in features, of a made picture to the nearest real one.",
  coveredClasses: "Classes of which at least a tenth of the fair share is surely recognised.",
};

const names = Object.keys(metricWords) as SetMetricName[];

/** `row`: of the array of intervals. */
function measureOf(name: SetMetricName, row: number): Measure {
  const {label, better} = metricWords[name];
  return {
    label,
    unit: "",
    better: better === "floor" ? "neither" : better,
    floor: {meaning: "as many real pictures score this"},
    interval: {sampledOf: "samples", row},
    help: help[name],
    ...(name === "frechet" && {scale: "log" as const}),
  };
}

export const frechetDistance: Experiment<typeof judgingParams, Judged> = {
  id: "frechet-distance",
  title: "Ten judges of one set of pictures",
  params: judgingParams,
  mainParams: ["fault", "strength", "dataset"],
  pictureHeights: {phone: 452, desk: 288},
  files: ({dataset}) => [`${dataset}-test`, `classifier-${dataset}`, "drawn-digits"],
  stepKinds: {},
  caption: "made pictures beside real ones, and their features,",
  curves: {
    distance: {
      label: "Fréchet distance",
      role: "generated",
      help: "Of all pictures so far, with what was wrong with them at that step. Few pictures are too far away, whatever they are.",
    },
  },
  measures: Object.fromEntries(names.map((name, row) => [name, measureOf(name, row)])) as Readonly<
    Record<SetMetricName, Measure>
  >,
  told: ["frechet", "precision", "recall"],
  plots: [
    {
      curves: ["distance"],
      label: "Fréchet distance",
      caption: `Distance of all pictures so far, up to ${mostPictures}. The fewer, the farther.`,
    },
    {measure: "frechet", caption: "The same with its floor, which falls as pictures become more."},
    {measure: "precision", caption: "How much of what is made could be real."},
    {measure: "recall", caption: "How much of what is real could be made."},
  ],
  backends: ["webgpu", "webgl", "wasm"],
  sizeParams: ["compared"],
  fewSteps: 10,
  sources: [
    "lib/metrics/frechet-distance.ts",
    "lib/metrics/kernel-distance.ts",
    "lib/metrics/precision-recall.ts",
    "lib/metrics/density-coverage.ts",
    "lib/metrics/authenticity.ts",
    "lib/metrics/set-metric.ts",
    "lib/metrics/bootstrap-interval.ts",
    "lib/metrics/bias-line.ts",
    "src/experiments/shared/judging/faults.ts",
    "src/experiments/frechet-distance/many.setup.ts",
    "src/experiments/frechet-distance/setup.ts",
  ],
};
