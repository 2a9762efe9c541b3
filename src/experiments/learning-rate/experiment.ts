import type {NdArray} from "../../lib/array.js";
import {paramTable} from "../../lib/params.js";
import type {Curve, Experiment} from "../../lib/training/experiment.js";
import {guessingFloor} from "../shared/guessing-floor.js";
import {learnedFile} from "../shared/own-pictures.js";
import {runParams} from "../shared/run-params.js";
import {type RateName, rateNames, sweptRates} from "./rates.js";

/** Pictures that each network is tested on. */
export const testCount = 1000;

const params = paramTable({
  seed: {
    ...runParams.seed,
    help: "Where chance starts: the first weights, the same for all rates, and the order of the pictures.",
  },
  dataset: {
    ...runParams.dataset,
    takesOwn: {words: "race ten learning rates on them", labels: "several"},
    help: "What is learned from, at half the side: 196 pixels.",
  },
  optimiser: {
    kind: "choice",
    label: "Optimiser",
    default: "sgd",
    group: "training",
    options: {sgd: "SGD", momentum: "momentum 0.9", adam: "Adam"},
    help: "The rule by which all of them move.",
  },
  schedule: {
    kind: "choice",
    label: "Schedule",
    default: "constant",
    group: "training",
    options: {
      constant: "constant",
      warmUp: "warm-up",
      cosine: "cosine",
      both: "warm-up and cosine",
    },
    help: "Warm-up grows the rate over the first tenth of the run; cosine lets it fall to nothing by the end.",
  },
  batchSize: {
    ...runParams.batchSize,
    help: "Pictures that one step learns from: all rates from the same ones.",
  },
  layers: {
    kind: "number",
    label: "Hidden layers",
    default: 1,
    min: 1,
    max: 6,
    step: 1,
    group: "training",
    help: "Layers of 32 neurons between the pixels and the ten answers.",
  },
  activation: {
    kind: "choice",
    label: "Activation",
    default: "relu",
    group: "training",
    options: {relu: "ReLU", tanh: "tanh", sigmoid: "sigmoid"},
    help: "What each hidden neuron does with its sum.",
  },
  gain: {
    kind: "number",
    label: "Size of the first weights",
    default: 1,
    min: 0.01,
    max: 10,
    step: 0.01,
    scale: "log",
    group: "training",
    help: "1 is the size of He and others, at which what flows through ReLU keeps its size.",
  },
  maxSteps: {
    ...runParams.maxSteps,
    live: false,
    default: 600,
    max: 2000,
    help: "Steps before the run stops by itself. Schedules go by it.",
  },
});

type Sweep = {
  readonly curves: Readonly<Record<RateName, number>>;
  readonly measures: {readonly testAccuracy: number};
  readonly snapshot: {
    /** Length of the gradient in each layer of the network with the least loss, [layers + 1]. */
    readonly gradients: NdArray<Float32Array>;
  };
};

export const learningRate: Experiment<typeof params, Sweep> = {
  id: "learning-rate",
  title: "Ten rates at once",
  params,
  mainParams: ["optimiser", "schedule", "batchSize"],
  pictureHeights: {phone: 323, desk: 293},
  files: ({dataset}) => [learnedFile(dataset)],
  stepKinds: {},
  caption: "ten networks that differ in their rate alone",
  curves: Object.fromEntries(rateNames.map((name) => [name, curveOf(name)])) as Record<
    RateName,
    Curve
  >,
  measures: {
    testAccuracy: {
      label: "test accuracy at the best rate",
      unit: "%",
      better: "higher",
      role: "judge",
      floor: guessingFloor,
      interval: {sampledOf: "interval", onceInFloor: true},
      help: `Share of ${testCount.toLocaleString("en")} pictures never learned from (a fifth of your own) that the network with the least loss classifies correctly.`,
    },
  },
  told: ["rate3", "rate6", "rate9", "testAccuracy"],
  plots: [
    {
      measure: "testAccuracy",
      caption: "Accuracy on pictures never learned from, of the network with the least loss.",
    },
  ],
  backends: ["wasm"],
  sizeParams: ["batchSize", "layers"],
  fewSteps: 60,
  sources: [
    "lib/models/network-race.ts",
    "lib/models/layered-network.ts",
    "lib/models/rate-schedule.ts",
    "lib/models/optimiser-choice.ts",
    "lib/models/momentum-descent.ts",
    "src/experiments/learning-rate/rates.ts",
    "src/experiments/learning-rate/setup.ts",
  ],
};

function curveOf(name: RateName): Curve {
  const rate = sweptRates[name];
  return {
    label: `rate ${rate}: loss`,
    role: "judge",
    help: `Cross-entropy on the batch, at a rate of ${rate}. 2.3 is knowing nothing; from 1,000 on the network is lost and takes no further step.`,
  };
}
