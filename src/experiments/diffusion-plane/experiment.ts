import type {NdArray} from "../../lib/array.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {noPointsInterval} from "../shared/points-interval.js";
import {flowParams as params} from "./flow-params.js";

/** Generated points, and as many real ones, that are matched one to one. */
export const matchedPoints = 200;
/** Those of them whose ways are drawn. */
export const drawnWays = 40;
/** Steps of the default run, and what `fewDistance` gets along with. */
export const steps = params.maxSteps.default;
export const fewSteps = 2;

/** F stops on the way from noise to data, at most 21, the first and the last among them. */
type Flow = {
  readonly snapshot: {
    /** [n, 2] */
    readonly real: NdArray<Float32Array>;
    /** From 0 to 1, [F]. */
    readonly times: NdArray<Float32Array>;
    /** Where the generated points are at each, [F, 200, 2]. */
    readonly trail: NdArray<Float32Array>;
    /** Where the network expects the first of them to end, [F, 40, 2]. */
    readonly expected: NdArray<Float32Array>;
    /** A grid of places, [g · g, 2], and the velocity there at each time, [F, g · g, 2]. */
    readonly nodes: NdArray<Float32Array>;
    readonly field: NdArray<Float32Array>;
    /** The velocity there if the network is told nothing; where that is `field` itself, [F, 0, 2]. */
    readonly untold: NdArray<Float32Array>;
  };
  readonly curves: {readonly loss: number};
  readonly measures: {
    readonly distance: number;
    readonly fewDistance: number;
    readonly detour: number;
  };
};

export const diffusionPlane: Experiment<typeof params, Flow> = {
  id: "diffusion-plane",
  title: "From noise to data, on the plane",
  params,
  mainParams: ["points", "sampler", "samplingSteps"],
  files: () => [],
  stepKinds: {},
  curves: {
    loss: {
      label: "loss",
      role: "generated",
      help: "Squared difference of what the network says from what it was to say, a mean over the batch. It can't reach 0: many ways lead through each place.",
    },
  },
  measures: {
    distance: {
      label: "Wasserstein distance",
      unit: "",
      better: "lower",
      floor: {meaning: "two samples of the same points are so far apart"},
      interval: noPointsInterval,
      help: `How far ${matchedPoints} generated points must be carried to become as many that were never learned from: the mean, when the total is least. By the sampler and the steps that are set.`,
    },
    fewDistance: {
      label: "distance, two steps",
      unit: "",
      better: "lower",
      floor: {meaning: "two samples of the same points are so far apart"},
      interval: noPointsInterval,
      help: "The same after two of Euler's steps, whatever is set.",
    },
    detour: {
      label: "detour",
      unit: "%",
      better: "lower",
      floor: {name: "straight lines", meaning: "straight lines make none"},
      interval: {sampledOf: "interval"},
      help: "How much longer the ways from noise to data are than straight lines between their ends: all of them together, in 40 of Euler's steps.",
    },
  },
  plots: [
    {curves: ["loss"], label: "loss", caption: "How far the network is from what it was to say."},
    {measure: "distance", caption: "How far generated points are from real ones."},
    {measure: "fewDistance", caption: "The same after two steps of Euler."},
    {measure: "detour", caption: "How much longer the ways are than straight lines."},
  ],
  backends: ["wasm", "cpu"],
  sizeParams: ["batchSize", "width"],
  fewSteps: 200,
  drivenParts: {ddimStep: {label: "the sampler’s step", exercise: "ddim-step", draws: true}},
  goal: {targets: {distance: 0.15}, seconds: 15},
  sources: [
    "lib/models/flow/path.ts",
    "lib/models/flow/targets.ts",
    "lib/models/flow/predictions.ts",
    "lib/models/flow/flow-model.ts",
    "lib/models/flow/plane-flow.ts",
    "lib/models/flow/guidance.ts",
    "lib/models/flow/flow-samplers.ts",
    "lib/models/flow/diffusion-samplers.ts",
    "lib/models/flow/reflow.ts",
    "lib/models/learner.ts",
    "lib/training/train.ts",
    "src/experiments/diffusion-plane/setup.ts",
  ],
};
