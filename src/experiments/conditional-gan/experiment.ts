import type {NdArray} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import {isOwnName} from "../../lib/own-name.js";
import {paramTable} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {frechetMeasure, frechetPlot} from "../shared/frechet-measure.js";
import {ganCurves, ganPlots} from "../shared/gan/gan-curves.js";
import type {GanNumbers, JudgedPictures, NearestPicture} from "../shared/gan/gan-exchange.js";
import {ganParams} from "../shared/gan/gan-params.js";
import {type GanSteps, ganSteps} from "../shared/gan/gan-steps.js";
import {pictureGanParams} from "../shared/gan/picture-gan-params.js";
import {judgedFiles} from "../shared/own-pictures.js";

const params = paramTable({
  seed: ganParams.seed,
  dataset: {
    ...pictureGanParams.dataset,
    takesOwn: {words: "draw the kind that you ask for", labels: "several"},
  },
  loss: ganParams.loss,
  learningRate: {...ganParams.learningRate, default: 0.005},
  discriminatorSteps: ganParams.discriminatorSteps,
  penaltyWeight: ganParams.penaltyWeight,
  decaySteps: {...pictureGanParams.decaySteps, default: 1200},
  batchSize: pictureGanParams.batchSize,
  baseWidth: pictureGanParams.baseWidth,
  latentSize: pictureGanParams.latentSize,
  labelSmoothing: pictureGanParams.labelSmoothing,
  averaging: pictureGanParams.averaging,
  maxSteps: {...ganParams.maxSteps, default: 1200, max: 20000},
  asked: {
    kind: "text",
    label: "Ask for",
    default: "",
    most: 200,
    group: "sampling",
    place: "figure",
    help: "Digits one after the other, clothes by name with commas between them, or kinds of your own pictures by their numbers. Until something is asked for, the page asks itself.",
  },
  oneHand: {
    kind: "switch",
    label: "all by one hand",
    default: true,
    group: "sampling",
    place: "figure",
    help: "Whether all that is asked for is drawn from the same noise.",
  },
  hand: {
    kind: "number",
    label: "Hand",
    default: 1,
    min: 1,
    max: 1000,
    step: 1,
    group: "sampling",
    place: "figure",
    help: "A number that the noise of what is asked for follows from.",
  },
});

/** The sheet: a row for each class, and as many columns, each with a noise of its own. */
export const sheetColumns = 8;

type SheetsByClass = {
  /** A row of 8 for each class. No classifier judges pictures of a reader's own. */
  readonly snapshot: JudgedPictures & Partial<AskedPictures>;
  readonly curves: GanNumbers;
  readonly measures: {readonly frechet?: number; readonly agreement?: number};
  readonly measured: {
    /** By class, in per cent, [10] each. */
    readonly agreement?: NdArray<Float32Array>;
    readonly realAgreement?: NdArray<Float32Array>;
  };
  readonly answers: {
    readonly nearest: NearestPicture;
  };
  readonly steps: GanSteps;
};

/** What was asked for, if that can be read: its pictures, the classes that were asked for and those that a classifier has `seen` in them, [n]. */
export type AskedPictures = {
  readonly asked: ByteImages;
  readonly classes: NdArray<Uint8Array>;
  readonly seen?: NdArray;
};

export const conditionalGan: Experiment<typeof params, SheetsByClass> = {
  id: "conditional-gan",
  title: "A GAN that draws what you ask for",
  params,
  mainParams: ["dataset", "loss", "learningRate"],
  pictureHeights: {phone: 506, desk: 672},
  files: ({dataset}) =>
    isOwnName(dataset) ? [dataset] : [...judgedFiles(dataset), `${dataset}-test`],
  stepKinds: ganSteps,
  curves: {
    discriminatorLoss: {
      ...ganCurves.discriminatorLoss,
      help: "How wrong the judge is about both kinds of picture.",
    },
    generatorLoss: {
      ...ganCurves.generatorLoss,
      help: "How badly the generated pictures fail to convince as what was asked for.",
    },
    realScore: {
      label: "judge's mean on real",
      role: "real",
      help: "Mean probability of “real” the judge gives real pictures, told their class, 0 to 1.",
    },
    fakeScore: {
      label: "judge's mean on generated",
      role: "generated",
      help: "The same for generated pictures, told the class that was asked for.",
    },
  },
  measures: {
    frechet: frechetMeasure,
    agreement: {
      isJudged: true,
      label: "drawn as asked",
      unit: "%",
      better: "higher",
      outOf: 100,
      floor: {meaning: "real pictures are recognised as often as this"},
      interval: {shareOf: "samples"},
      help: "Generated pictures in which this course's classifier sees the class that was asked for.",
    },
  },
  told: ["discriminatorLoss", "generatorLoss", "frechet", "agreement"],
  plots: [
    {measure: "agreement", caption: "How often the classifier sees what was asked for."},
    frechetPlot,
    ganPlots.losses,
    {
      ...ganPlots.scores,
      caption: "How real the judge, told the class, finds both kinds of picture.",
    },
  ],
  backends: ["webgpu", "webgl", "wasm"],
  sizeParams: ["batchSize", "baseWidth"],
  fewSteps: 70,
  goal: {targets: {frechet: 25, agreement: 90}, seconds: 40},
  sources: [
    "lib/models/gan-condition.ts",
    "lib/models/dcgan.ts",
    "lib/models/gan.ts",
    "lib/models/gan-game.ts",
    "lib/models/learner.ts",
    "lib/models/descent.ts",
    "lib/models/gan-losses.ts",
    "lib/training/train.ts",
    "src/experiments/conditional-gan/setup.ts",
  ],
};
