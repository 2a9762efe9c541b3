import type {NdArray} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import {paramTable} from "../../lib/params.js";
import type {Nothing} from "../../lib/training/exchange.js";
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
    takesOwn: {words: "draw more of them", labels: "any"},
  },
  loss: ganParams.loss,
  learningRate: {...ganParams.learningRate, default: 0.005},
  discriminatorSteps: ganParams.discriminatorSteps,
  penaltyWeight: ganParams.penaltyWeight,
  decaySteps: pictureGanParams.decaySteps,
  batchSize: pictureGanParams.batchSize,
  baseWidth: pictureGanParams.baseWidth,
  latentSize: pictureGanParams.latentSize,
  labelSmoothing: pictureGanParams.labelSmoothing,
  averaging: pictureGanParams.averaging,
  maxSteps: {...ganParams.maxSteps, default: 1600, max: 20000},
});

/** The sheet. */
export const rows = 5;
export const columns = 8;

type Sheets = {
  readonly snapshot: JudgedPictures;
  readonly curves: GanNumbers;
  /** No classifier judges pictures of a reader's own. */
  readonly measures: {readonly frechet?: number; readonly coverage?: number};
  /** `coverage` [10]: pictures of each class. */
  readonly measured: {readonly coverage?: NdArray};
  readonly answers: {
    readonly nearest: NearestPicture;
    /** The sheet's latent vectors, [40, latentSize]. */
    readonly latents: {
      readonly asks: Nothing;
      readonly tells: {readonly latents: NdArray<Float32Array>};
    };
    readonly walk: {
      readonly asks: {
        readonly from: NdArray<Float32Array>;
        readonly to: NdArray<Float32Array>;
        readonly count: NdArray;
      };
      readonly tells: Walk;
    };
  };
  readonly steps: GanSteps;
};

/** The way from one latent vector to another. */
export type Walk = {
  /** Over the sphere. */
  readonly samples: ByteImages;
  readonly straight: ByteImages;
  /** [2, count], of the latent vectors on either way. */
  readonly lengths: NdArray<Float32Array>;
  /** [2]: between them lie 95 of 100 lengths. */
  readonly usual: NdArray<Float32Array>;
};

export const ganDigits: Experiment<typeof params, Sheets> = {
  id: "gan-digits",
  title: "A GAN learns to draw",
  params,
  mainParams: ["dataset", "loss", "learningRate"],
  pictureHeights: {phone: 316, desk: 453},
  files: ({dataset}) => judgedFiles(dataset),
  stepKinds: ganSteps,
  caption: `${rows * columns} pictures from the same fixed noise`,
  curves: {
    discriminatorLoss: {
      ...ganCurves.discriminatorLoss,
      help: "How wrong the judge is about both kinds of picture.",
    },
    generatorLoss: {
      ...ganCurves.generatorLoss,
      help: "How badly the generated pictures fail to convince.",
    },
    realScore: {
      label: "judge's mean on real",
      role: "real",
      help: "Mean probability of “real” the judge gives real pictures, 0 to 1.",
    },
    fakeScore: {
      label: "judge's mean on generated",
      role: "generated",
      help: "The same for generated pictures.",
    },
  },
  measures: {
    frechet: frechetMeasure,
    coverage: {
      isJudged: true,
      label: "classes covered",
      unit: "of 10",
      whole: true,
      better: "higher",
      interval: {sampledOf: "samples"},
      help: "Classes of which the classifier surely recognises at least a tenth of the fair share.",
    },
  },
  told: ["discriminatorLoss", "generatorLoss", "frechet", "coverage"],
  plots: [
    {
      ...ganPlots.losses,
      caption: "Losses. Neither falls to zero: each network makes the other's task harder.",
    },
    {...ganPlots.scores, caption: "How real the judge finds both kinds of picture."},
    frechetPlot,
  ],
  backends: ["webgpu", "webgl", "wasm"],
  sizeParams: ["batchSize", "baseWidth"],
  fewSteps: 70,
  goal: {targets: {frechet: 45}, seconds: 40},
  sources: [
    "lib/models/dcgan.ts",
    "lib/models/gan.ts",
    "lib/models/gan-game.ts",
    "lib/models/learner.ts",
    "lib/models/descent.ts",
    "lib/models/gan-losses.ts",
    "lib/training/train.ts",
    "src/experiments/gan-digits/setup.ts",
  ],
};
