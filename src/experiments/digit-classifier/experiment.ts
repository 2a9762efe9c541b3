import type {NdArray} from "../../lib/array.js";
import type {ByteImages, Images} from "../../lib/image.js";
import {paramTable} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {classifierCurves} from "../shared/classifier-curves.js";
import {guessingFloor} from "../shared/guessing-floor.js";
import {learnedFile} from "../shared/own-pictures.js";
import {runParams} from "../shared/run-params.js";

/** Pictures that are kept for the test, of 10,000. */
export const testCount = 2000;
/** Classes that its network tells apart. */
export const outputs = 10;

const params = paramTable({
  seed: {
    ...runParams.seed,
    help: "Where chance starts. The same seed and the same settings give the same network.",
  },
  dataset: {
    ...runParams.dataset,
    takesOwn: {words: "learn to tell them apart", labels: "several"},
    help: "What the network learns to classify.",
  },
  learningRate: {
    ...runParams.learningRate,
    default: 0.003,
    help: "How far each step moves the weights. Too low and nothing happens, too high and nothing is learned.",
  },
  batchSize: {
    ...runParams.batchSize,
    default: 64,
    max: 96,
    help: "Pictures that one step learns from. Fewer make a step quicker and its direction less certain.",
  },
  width: {
    ...runParams.width,
    default: 12,
    min: 2,
    max: 32,
    step: 1,
    help: "Channels of the first convolution; the next two have twice as many. Wider is slower and can tell more apart.",
  },
  trainingCount: {
    kind: "number",
    label: "Training pictures",
    default: 8000,
    min: 100,
    max: 8000,
    step: 100,
    group: "training",
    help: "How many pictures there are to learn from. With few of them the network learns them by heart.",
  },
  shift: {
    kind: "number",
    label: "Shift",
    default: 1,
    min: 0,
    max: 4,
    step: 1,
    group: "training",
    help: "Pixels by which a training picture may be moved, at random, whenever it is shown. A moved 7 is still a 7.",
  },
  labelNoise: {
    kind: "number",
    label: "Wrong labels",
    default: 0,
    min: 0,
    max: 0.8,
    step: 0.05,
    group: "training",
    help: "Share of the training pictures whose label is replaced by a wrong one. The test keeps its labels.",
  },
  averaging: {
    ...runParams.averaging,
    default: 0.98,
    help: "Pictures are classified with a running average of the weights; 0 takes the last ones, which are less steady.",
  },
  maxSteps: {
    ...runParams.maxSteps,
    default: 600,
  },
});

type Test = {
  readonly curves: {readonly loss: number; readonly accuracy: number};
  readonly measures: {readonly testAccuracy: number};
  readonly snapshot: {
    /** [10, 10], true classes in rows. */
    readonly confusion: NdArray<Uint32Array>;
    /** The worst, [m, 28, 28, 1]. */
    readonly mistakes: ByteImages;
    /** [m] each. */
    readonly truths: NdArray<Uint8Array>;
    readonly predictions: NdArray<Uint8Array>;
    readonly confidences: NdArray<Float32Array>;
  };
  readonly answers: {
    /** `pictures` [n, 28, 28, 1] -> `probabilities` [n, 10]. */
    readonly classify: {
      readonly asks: {readonly pictures: Images};
      readonly tells: {readonly probabilities: NdArray<Float32Array>};
    };
  };
};

export const digitClassifier: Experiment<typeof params, Test> = {
  id: "digit-classifier",
  title: "A network learns to read",
  params,
  mainParams: ["dataset", "trainingCount", "learningRate"],
  pictureHeights: {phone: 480, desk: 440},
  files: ({dataset}) => [learnedFile(dataset)],
  stepKinds: {},
  caption: `${testCount.toLocaleString("en")} test pictures`,
  curves: classifierCurves,
  measures: {
    testAccuracy: {
      label: "test accuracy",
      unit: "%",
      better: "higher",
      role: "judge",
      floor: guessingFloor,
      interval: {sampledOf: "count", onceInFloor: true},
      help: `Share of pictures classified correctly, of ${testCount} that were never learned from, or of a fifth of your own.`,
    },
  },
  plots: [
    {measure: "testAccuracy", caption: "Accuracy on pictures that it never learned from."},
    {
      curves: ["accuracy"],
      label: "accuracy on the batch",
      caption: "Accuracy on the pictures that it is learning from, batch by batch.",
    },
    {
      curves: ["loss"],
      label: "loss",
      caption: "Loss: how little it expected the labels it was told.",
    },
  ],
  backends: ["webgpu", "webgl", "wasm"],
  sizeParams: ["batchSize", "width"],
  startParams: ["trainingCount"],
  fewSteps: 120,
  goal: {targets: {testAccuracy: 96}, seconds: 20},
  sources: [
    "lib/models/classifier.ts",
    "lib/models/classifier-step.ts",
    "lib/models/supervised-classifier.ts",
    "lib/models/learner.ts",
    "lib/models/descent.ts",
    "lib/training/train.ts",
    "src/experiments/digit-classifier/setup.ts",
  ],
};
