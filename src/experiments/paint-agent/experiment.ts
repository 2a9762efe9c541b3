import type {NdArray} from "../../lib/array.js";
import type {ByteImages, Images} from "../../lib/image.js";
import {paramTable} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {runParams} from "../shared/run-params.js";

/** Digits that are kept for the test, of 10,000; the score is measured on the first of them. */
export const testCount = 200;
export const scoredCount = 50;

/** Strokes shown are drawn from a policy made surer of itself: softmax(logits / temperature). */
export const shownTemperature = 0.3;

const params = paramTable({
  seed: {
    ...runParams.seed,
    help: "Where chance starts. The same seed and the same settings give the same painter.",
  },
  practice: {
    kind: "choice",
    label: "Practises on",
    default: "digits",
    group: "training",
    options: {digits: "all ten digits", ones: "ones only"},
    help: "What it is given to paint while it learns. The test has all ten digits, and other shapes, in any case.",
  },
  strokes: {
    kind: "number",
    label: "Strokes",
    default: 12,
    min: 1,
    max: 24,
    step: 1,
    group: "training",
    help: "Strokes in an episode: after as many a painting is finished and the next one begins.",
  },
  baseline: {
    kind: "choice",
    label: "Baseline",
    default: "learned",
    group: "training",
    options: {learned: "learned", mean: "mean return", none: "none"},
    help: "What is taken off each return before the policy is moved: what was to be expected.",
  },
  exploration: {
    kind: "number",
    label: "Exploration",
    default: 0.015,
    min: 0,
    max: 0.2,
    step: 0.005,
    group: "training",
    live: true,
    help: "Weight of the entropy: a prize for leaving the choice of strokes open. 0 gives none.",
  },
  rewarded: {
    kind: "choice",
    label: "Reward",
    default: "each",
    group: "training",
    options: {each: "after every stroke", end: "for the finished painting only"},
    help: "When it is told what it has earned. At the end it gets the sum for all strokes at once, and nobody says which of them were good. The figures show what each stroke earns in any case.",
  },
  discount: {
    kind: "number",
    label: "Discount",
    default: 0.5,
    min: 0,
    max: 1,
    step: 0.05,
    group: "training",
    help: "How much a reward counts for the stroke before it, for the one before that once more so, and so on. 0 looks no further than the stroke itself, 1 to the end.",
  },
  learningRate: {
    ...runParams.learningRate,
    min: 0.0001,
  },
  batchSize: {
    kind: "number",
    label: "Batch of episodes",
    default: 12,
    min: 2,
    max: 48,
    step: 2,
    group: "training",
    help: "Paintings that one step learns from. With more of them the gradient is surer and a step slower.",
  },
  width: {
    ...runParams.width,
    default: 16,
    min: 4,
    max: 32,
    step: 2,
    help: "Channels of the policy's convolutions.",
  },
  maxSteps: {
    ...runParams.maxSteps,
    default: 400,
    max: 5000,
  },
});

/** How n targets are painted. */
export type PaintRecord = {
  readonly targets: ByteImages;
  readonly samples: ByteImages;
  /** [n, T] each. */
  readonly actions: NdArray<Uint32Array>;
  readonly rewards: NdArray<Float32Array>;
  /** The most probable actions before each stroke, [n, T, 20], with their `chances`. */
  readonly likely: NdArray<Uint32Array>;
  readonly chances: NdArray<Float32Array>;
};

type Paintings = {
  readonly curves: {
    readonly reward: number;
    readonly choices: number;
    readonly spread: number;
  };
  readonly measures: {readonly score: number};
  readonly snapshot: PaintRecord;
  readonly answers: {
    readonly paint: {
      readonly asks: {readonly pictures: Images; readonly seed: NdArray<Uint32Array>};
      readonly tells: PaintRecord;
    };
  };
};

export const paintAgent: Experiment<typeof params, Paintings> = {
  id: "paint-agent",
  title: "A painter that learns by reward",
  params,
  mainParams: ["practice", "exploration", "baseline"],
  pictureHeights: {phone: 368, desk: 375},
  files: () => ["digits-train"],
  stepKinds: {},
  curves: {
    reward: {
      label: "reward of a painting, %",
      role: "generated",
      help: "Share of the task that was done, mean of the batch; below 0 the canvas would have been better left empty.",
    },
    choices: {
      label: "strokes to choose from",
      role: "generated",
      help: "e to the entropy of the policy: between how many strokes it hesitates, of 1,568.",
    },
    spread: {
      label: "spread of the weights",
      role: "chance",
      help: "Root mean square of what the strokes' gradients are weighted with, in per cent of the task.",
    },
  },
  measures: {
    score: {
      label: "score",
      unit: "%",
      better: "higher",
      floor: {
        name: "random strokes",
        meaning: "painters whose strokes are all random score this",
      },
      interval: {sampledOf: scoredCount},
      help: `Share of the task done on ${scoredCount} digits that it never practised on; 100 is what a painter earns who tries out every stroke before each.`,
    },
  },
  told: ["reward", "choices", "score"],
  plots: [
    {measure: "score", caption: "Score on digits that it never practised on."},
    {
      curves: ["reward"],
      label: "reward",
      levels: [{value: 0, label: "empty canvas"}],
      caption: "What its paintings earn while it tries things out.",
    },
    {
      curves: ["choices"],
      label: "strokes to choose from",
      caption: "How open its choice is: strokes that it hesitates between.",
    },
    {
      curves: ["spread"],
      label: "spread of the weights",
      caption: "Spread of what the gradient is weighted with: its noise.",
    },
  ],
  backends: ["wasm"],
  sizeParams: ["batchSize", "width", "strokes"],
  fewSteps: 40,
  goal: {targets: {score: 80}, seconds: 40},
  drivenParts: {returnsToGo: {label: "the returns", exercise: "discounted-returns"}},
  sources: [
    "lib/strokes.ts",
    "lib/painting.ts",
    "lib/models/returns.ts",
    "lib/models/baseline.ts",
    "lib/models/policy-gradient.ts",
    "lib/models/paint-policy.ts",
    "lib/models/episodes.ts",
    "lib/models/paint-agent.ts",
    "lib/models/learner.ts",
    "lib/models/descent.ts",
    "lib/training/train.ts",
    "src/experiments/paint-agent/setup.ts",
  ],
};
