import {paramTable} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {ganCurves, ganPlots} from "../shared/gan/gan-curves.js";
import type {
  GanGradients,
  GanNumbers,
  JudgedPictures,
  PointSnapshot,
} from "../shared/gan/gan-exchange.js";
import {ganParams} from "../shared/gan/gan-params.js";
import {noPointsInterval} from "../shared/points-interval.js";

const params = paramTable({
  seed: {
    ...ganParams.seed,
    help: "Where chance starts. The same patient, treatment and seed give the same run.",
  },
  case: {
    kind: "choice",
    label: "Patient",
    default: "a",
    group: "training",
    options: {
      a: "patient A",
      b: "patient B",
      c: "patient C",
      d: "patient D",
      e: "patient E",
      f: "patient F",
    },
    help: "Six GANs. Five of them are ill, each in its own way.",
  },
  treatment: {
    kind: "choice",
    label: "Treatment",
    default: "none",
    group: "training",
    options: {
      none: "none",
      slower: "a tenth of the learning rate",
      keepUp: "a judge that keeps up: one generator step, three times its rate",
      slowerJudge: "a slower judge: one step, a tenth of its rate",
      nonSaturating: "the non-saturating loss",
      noise: "noise of 0.3 on what the judge sees",
      evenWindow: "pictures: a window of 4 instead of 3",
      resize: "pictures: resize, then convolve",
    },
    help: "What is changed of the patient's settings before it is trained again.",
  },
  maxSteps: {...ganParams.maxSteps, default: 250, max: 5000},
});

/** Points or pictures, by the patient. */
type Samples = {
  readonly curves: GanNumbers & GanGradients;
  readonly measures: Readonly<
    Partial<Record<"divergence" | "spread" | "centreX" | "centreY" | "checkerboard", number>>
  >;
  readonly snapshot: Partial<PointSnapshot & JudgedPictures>;
};

const twoSamples = {meaning: "two samples of the data differ by this much"};

/** A GAN that is ill in one of five ways, or healthy; which, the rules of gan-diagnosis.ts say from the run. */
export const ganClinic: Experiment<typeof params, Samples> = {
  id: "gan-clinic",
  title: "The clinic",
  params,
  mainParams: ["case", "treatment"],
  pictureHeights: {phone: 482, desk: 560},
  files: () => [],
  stepKinds: {},
  caption: "samples from the same fixed noise",
  curves: ganCurves,
  measures: {
    divergence: {
      label: "Jensen–Shannon divergence",
      unit: "bit",
      better: "lower",
      scale: "log",
      floor: twoSamples,
      interval: noPointsInterval,
      help: "How far the two clouds of points are apart, on a 12 by 12 grid with 1,000 points each.",
    },
    spread: {
      label: "spread",
      unit: "of the data's",
      better: "neither",
      floor: twoSamples,
      interval: noPointsInterval,
      help: "How wide the generated points lie about their centre, as a multiple of the real ones.",
    },
    centreX: {
      label: "centre, left to right",
      unit: "spreads",
      better: "neither",
      floor: twoSamples,
      interval: noPointsInterval,
      help: "How far to the right of the data's centre that of the generated points lies, in spreads of the data.",
    },
    centreY: {
      label: "centre, down to up",
      unit: "spreads",
      better: "neither",
      interval: noPointsInterval,
      help: "How far above the data's centre that of the generated points lies, in spreads of the data.",
    },
    checkerboard: {
      label: "checkerboard energy",
      unit: "",
      better: "lower",
      scale: "log",
      floor: {meaning: "real pictures"},
      interval: {sampledOf: "interval"},
      help: "Share of the pictures' contrast that repeats every two pixels.",
    },
  },
  told: ["discriminatorLoss", "generatorLoss", "divergence"],
  plots: [
    ganPlots.losses,
    ganPlots.scores,
    ganPlots.gradients,
    {measure: "spread", caption: "How wide the points lie."},
    {measure: "centreX", caption: "Where their centre lies."},
    {measure: "divergence", caption: "Distance between the two clouds of points."},
    {measure: "checkerboard", caption: "What repeats every two pixels."},
  ],
  backends: ["wasm", "cpu"],
  sizeParams: ["case"],
  fewSteps: 200,
  sources: [
    "src/experiments/gan-clinic/clinic-patients.ts",
    "src/experiments/gan-clinic/gan-diagnosis.ts",
    "lib/models/gan.ts",
    "lib/models/gan-game.ts",
    "lib/models/learner.ts",
    "lib/models/descent.ts",
    "lib/models/gan-losses.ts",
    "lib/models/small-picture-gan.ts",
    "lib/metrics/checkerboard.ts",
    "src/experiments/gan-clinic/setup.ts",
  ],
};
