import type {NdArray} from "../../lib/array.js";
import {type NumberParam, paramTable} from "../../lib/params.js";
import type {Curve, Experiment, Measure} from "../../lib/training/experiment.js";
import {guessingLoss} from "../shared/guessing-floor.js";
import {learnedFile} from "../shared/own-pictures.js";
import {runParams} from "../shared/run-params.js";
import {type RacerName, racerWords} from "./racers.js";

/** Pictures that all networks are tested on. */
export const testCount = 1000;
/** Pictures, of those learned from, that a land is the loss on. */
export const landCount = 128;
/** Nodes along an edge of a land; odd, so that one is at its centre. */
export const landNodes = 33;
/** Places of a path that are kept. */
export const pathPlaces = 12;

const rateHelp: Readonly<Record<RacerName, string>> = {
  sgd: "What SGD multiplies the slope by.",
  momentum: "What momentum multiplies its sum of slopes by. That sum is up to ten times a slope.",
  rmsprop:
    "About the length of a step of each weight: RMSProp divides by the usual size of the slope.",
  adam: "About the length of a step of each weight: Adam divides by the usual size of the slope.",
};

const params = paramTable({
  seed: {
    ...runParams.seed,
    help: "Where chance starts: the first weights, the same for all four, and the order of the pictures.",
  },
  dataset: {
    ...runParams.dataset,
    takesOwn: {words: "race four optimisers on them", labels: "several"},
    help: "What is learned from, at half the side: 196 pixels.",
  },
  sgdRate: rateOf("sgd", 0.1),
  momentumRate: rateOf("momentum", 0.02),
  rmspropRate: rateOf("rmsprop", 0.003),
  adamRate: rateOf("adam", 0.005),
  schedule: {
    kind: "choice",
    label: "Schedule",
    default: "constant",
    group: "training",
    options: {constant: "constant", cosine: "cosine"},
    help: "Whether the rates stay, or fall to nothing by the end.",
  },
  averaging: {
    ...runParams.averaging,
    default: 0.98,
    help: "The share of a running average of the weights that stays in each step: at 0.98 it is about the mean of the last 50.",
  },
  batchSize: {
    ...runParams.batchSize,
    default: 16,
    help: "Pictures that one step learns from: all four from the same ones.",
  },
  width: {
    kind: "number",
    label: "Width",
    default: 16,
    min: 4,
    max: 64,
    step: 4,
    group: "training",
    help: "Neurons between the pixels and the answers. With 16 a network has 3,322 weights.",
  },
  followed: {
    kind: "choice",
    label: "Path of",
    default: "momentum",
    group: "view",
    place: "figure",
    options: racerWords,
    help: "Whose path the land is drawn about.",
  },
  maxSteps: {
    ...runParams.maxSteps,
    live: false,
    default: 600,
    max: 5000,
    help: "Steps before the run stops by itself. The schedule goes by it.",
  },
});

/** A land over the plane of a path. */
export type PathLand = {
  /** Losses [nodes, nodes], the first row lowest, from -extent to extent both ways. The path ends at the centre. */
  readonly heights: NdArray<Float32Array>;
  readonly extent: NdArray<Float32Array>;
  /** The path in the plane, [n, 2], and the network's loss at each of its places, [n]. */
  readonly path: NdArray<Float32Array>;
  readonly losses: NdArray<Float32Array>;
  /** The loss of the network itself on the same pictures, [1]: the height of the centre. */
  readonly own: NdArray<Float32Array>;
  /** Shares of the path's squared distances from its end along either direction, [2]. */
  readonly shares: NdArray<Float32Array>;
};

type Race = {
  readonly curves: Readonly<Record<RacerName, number>>;
  readonly measures: Readonly<Record<`${RacerName}Test` | `${RacerName}Averaged`, number>>;
  readonly snapshot: {
    /** Bytes that each optimiser keeps from step to step, in the order of the racers, and behind them those of the weights, [5]. */
    readonly memory: NdArray<Float32Array>;
  };
  readonly answers: {
    readonly land: {
      /** The place of a racer among them, [1]. */
      readonly asks: {readonly racer: NdArray<Float32Array>};
      readonly tells: PathLand;
    };
  };
};

export const raceOnANet: Experiment<typeof params, Race> = {
  id: "race-on-a-net",
  title: "Four optimisers, one network",
  params,
  mainParams: ["averaging", "schedule", "batchSize"],
  pictureHeights: {phone: 315, desk: 274},
  files: ({dataset}) => [learnedFile(dataset)],
  stepKinds: {},
  caption: "four networks that differ in their optimiser alone",
  curves: {
    sgd: curveOf("sgd"),
    momentum: curveOf("momentum"),
    rmsprop: curveOf("rmsprop"),
    adam: curveOf("adam"),
  },
  measures: {
    sgdTest: plain("sgd"),
    sgdAveraged: averaged("sgd"),
    momentumTest: plain("momentum"),
    momentumAveraged: averaged("momentum"),
    rmspropTest: plain("rmsprop"),
    rmspropAveraged: averaged("rmsprop"),
    adamTest: plain("adam"),
    adamAveraged: averaged("adam"),
  },
  told: ["sgdTest", "momentumTest", "adamTest"],
  plots: [
    {
      measure: "momentumTest",
      caption: "Loss of the network of momentum on pictures that it never learned from.",
    },
    {
      measure: "momentumAveraged",
      caption: "The same of the running average of its weights.",
    },
  ],
  backends: ["wasm"],
  sizeParams: ["batchSize", "width"],
  fewSteps: 60,
  drivenParts: {
    momentumStep: {label: "the step of momentum", exercise: "an-optimisers-step"},
  },
  sources: [
    "lib/models/network-race.ts",
    "lib/models/optimiser-choice.ts",
    "lib/models/rmsprop-descent.ts",
    "lib/models/weight-average.ts",
    "lib/models/weight-path.ts",
    "lib/models/plane-losses.ts",
    "lib/metrics/path-plane.ts",
    "lib/descent/grid-surface.ts",
    "src/experiments/race-on-a-net/setup.ts",
  ],
};

function rateOf(name: RacerName, value: number) {
  return {
    kind: "number",
    label: `Rate of ${racerWords[name]}`,
    default: value,
    min: 0.0001,
    max: 1,
    step: 0.0001,
    scale: "log",
    group: "training",
    help: rateHelp[name],
  } as const satisfies NumberParam;
}

function curveOf(name: RacerName): Curve {
  return {
    label: `${racerWords[name]}: loss`,
    role: "judge",
    help: "Cross-entropy on the batch. 2.3 is knowing nothing; from 1,000 on the network is lost and takes no further step.",
  };
}

function plain(name: RacerName): Measure {
  return lossOf(
    `${racerWords[name]}: test loss`,
    `Cross-entropy on ${testCount.toLocaleString("en")} pictures never learned from (a fifth of your own).`,
  );
}

function averaged(name: RacerName): Measure {
  return lossOf(
    `${racerWords[name]}: averaged`,
    "The same test loss, with the running average of the weights in their place.",
  );
}

function lossOf(label: string, help: string): Measure {
  return {
    ...{label, help, unit: "", better: "lower", role: "judge", scale: "log"},
    floor: guessingLoss,
    interval: {sampledOf: "interval", onceInFloor: true},
  };
}
