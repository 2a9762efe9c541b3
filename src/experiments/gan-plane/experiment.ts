import type {NdArray} from "../../lib/array.js";
import {paramTable} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {ganCurves, ganPlots} from "../shared/gan/gan-curves.js";
import type {GanGradients, GanNumbers, PointSnapshot} from "../shared/gan/gan-exchange.js";
import {ganParams} from "../shared/gan/gan-params.js";
import {type GanSteps, ganSteps} from "../shared/gan/gan-steps.js";
import {noPointsInterval} from "../shared/points-interval.js";
import {runParams} from "../shared/run-params.js";

/** Points of each kind that are matched one to one: the first of those shown. */
export const matchedPoints = 200;

const params = paramTable({
  seed: {
    ...ganParams.seed,
    help: "Where chance starts. The same seed and the same settings give the same run.",
  },
  points: {
    kind: "choice",
    label: "Points",
    default: "ring",
    group: "training",
    options: {
      line: "a line",
      ring: "a ring",
      spots: "eight spots",
      grid: "a grid of spots",
      spiral: "a spiral",
      drawn: "your drawing",
    },
    help: "The distribution to be learned. Choose “your drawing” and paint your own.",
  },
  loss: {...ganParams.loss, live: true},
  learningRate: {...ganParams.learningRate, help: "How far each step moves the weights."},
  discriminatorSteps: ganParams.discriminatorSteps,
  penaltyWeight: {...ganParams.penaltyWeight, default: 0.1},
  batchSize: {
    ...runParams.batchSize,
    default: 128,
    min: 16,
    max: 512,
    step: 16,
    help: "Real and generated points the judge sees in one step.",
  },
  hiddenWidth: {
    kind: "number",
    label: "Hidden width",
    default: 32,
    min: 4,
    max: 128,
    step: 4,
    group: "training",
    help: "Neurons in each of the two hidden layers of both networks.",
  },
  latentSize: {
    kind: "number",
    label: "Latent size",
    default: 2,
    min: 1,
    max: 8,
    step: 1,
    group: "training",
    help: "Random numbers that each point is made from. The warp can be drawn for 1 and 2.",
  },
  maxSteps: {...ganParams.maxSteps, default: 3000},
  carried: {
    kind: "switch",
    label: "where each point would be carried",
    default: false,
    group: "view",
    place: "figure",
    help: `Lines from ${matchedPoints} generated points to the real ones that they are matched with. Their mean length is the Wasserstein distance.`,
  },
});

/** With `latents` [1, latentSize], those that the first generated point is made from. */
type PlaneOfPoints = {
  readonly curves: GanNumbers & GanGradients;
  readonly measures: {readonly divergence: number; readonly distance: number};
  readonly snapshot: PointSnapshot & {readonly latents: NdArray<Float32Array>};
  readonly steps: GanSteps;
};

export const ganPlane: Experiment<typeof params, PlaneOfPoints> = {
  id: "gan-plane",
  title: "A GAN on the plane",
  params,
  mainParams: ["points", "loss", "learningRate"],
  pictureHeights: {phone: 454, desk: 532},
  files: () => [],
  stepKinds: ganSteps,
  curves: {
    ...ganCurves,
    discriminatorLoss: {
      ...ganCurves.discriminatorLoss,
      help: "How wrong the judge is about both kinds of point.",
    },
    generatorLoss: {
      ...ganCurves.generatorLoss,
      help: "How badly the generated points fail to convince.",
    },
  },
  measures: {
    divergence: {
      label: "Jensen–Shannon divergence",
      unit: "bit",
      better: "lower",
      scale: "log",
      floor: {meaning: "two samples of the same points differ by this much"},
      interval: noPointsInterval,
      help: "How far the two clouds of points are apart, on a 12 by 12 grid with 2,000 points each.",
    },
    distance: {
      label: "Wasserstein distance",
      unit: "",
      better: "lower",
      floor: {meaning: "two samples of the same points are so far apart"},
      interval: noPointsInterval,
      help: `How far ${matchedPoints} generated points must be carried to become as many real ones: the mean, when the total is least. In units of the plane's axes.`,
    },
  },
  told: ["discriminatorLoss", "generatorLoss", "divergence", "distance"],
  plots: [
    ganPlots.losses,
    {measure: "divergence", caption: "Distance between the two clouds of points."},
    {
      measure: "distance",
      reading: {
        curve: "discriminatorLoss",
        factor: -1,
        label: "a Wasserstein critic reads",
        isOne: ({loss}) => loss === "wgan-gp",
      },
      caption: "The same as a distance in the plane, exact, and what the critic takes it for.",
    },
    {...ganPlots.scores, caption: "How real the judge finds both kinds of point."},
    ganPlots.gradients,
  ],
  backends: ["wasm", "cpu"],
  sizeParams: ["batchSize", "hiddenWidth"],
  fewSteps: 300,
  goal: {targets: {divergence: 0.06}, seconds: 40},
  drivenParts: {
    generatorLoss: {label: "the generator's loss", exercise: "gan-losses"},
    layers: {label: "the generator's hidden layers", exercise: "layers-on-a-budget", shapes: true},
  },
  sources: [
    "lib/models/plane-gan.ts",
    "lib/models/gan.ts",
    "lib/models/gan-game.ts",
    "lib/models/learner.ts",
    "lib/models/descent.ts",
    "lib/models/gan-losses.ts",
    "lib/training/train.ts",
    "src/experiments/gan-plane/setup.ts",
  ],
};
