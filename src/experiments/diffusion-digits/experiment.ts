import type {ByteImages} from "../../lib/image.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {measuredCount} from "../shared/digit-flow/digit-flow.js";
import type {StepsDistance} from "../shared/digit-flow/steps-exchange.js";
import {frechetMeasure, frechetPlot} from "../shared/frechet-measure.js";
import type {NearestPicture} from "../shared/gan/gan-exchange.js";
import {diffusionParams as params, usualGuidance} from "./diffusion-params.js";

/** Pictures on the sheet: two of each digit. */
export const sheetCount = 20;
/** Those of them whose nearest training picture is looked for. */
export const comparedCount = 100;

type Diffused = {
  readonly snapshot: {
    /** The pictures at the end, [20, 14, 14, 1]. */
    readonly samples: ByteImages;
    /** On the way there, step by step from the noise on, [(steps + 1) · 20, 14, 14, 1]: as they are, and as they are expected to end. */
    readonly noisy: ByteImages;
    readonly clean: ByteImages;
  };
  readonly curves: {readonly loss: number};
  readonly measures: {
    readonly frechet: number;
    readonly coverage: number;
    readonly agreement: number;
    readonly copies: number;
  };
  readonly answers: {
    readonly nearest: NearestPicture;
    readonly distance: StepsDistance;
  };
};

export const diffusionDigits: Experiment<typeof params, Diffused> = {
  id: "diffusion-digits",
  title: "Digits out of noise",
  params,
  mainParams: ["steps", "sampler", "digit"],
  pictureHeights: {phone: 290, desk: 345},
  files: () => ["digits-train", "digits-test", "classifier-digits"],
  stepKinds: {},
  caption: `${sheetCount} pictures on their way out of noise`,
  curves: {
    loss: {
      label: "loss",
      role: "generated",
      help: "Squared difference of the velocity guessed from the true one: a mean over pixels and the batch.",
    },
  },
  measures: {
    frechet: {
      ...frechetMeasure,
      help: `Distance between the feature statistics of real pictures and of ${measuredCount} generated ones, five steps of Heun's method each with a guidance of ${usualGuidance}, on this course's classifier.`,
    },
    coverage: {
      label: "classes covered",
      unit: "of 10",
      whole: true,
      better: "higher",
      floor: {meaning: "all ten classes"},
      interval: {sampledOf: "samples"},
      help: "Classes of which the classifier surely recognises at least a tenth of the fair share.",
    },
    agreement: {
      label: "drawn as asked",
      unit: "%",
      better: "higher",
      outOf: 100,
      floor: {meaning: "real pictures are recognised as often as this"},
      interval: {shareOf: "samples"},
      help: "Pictures in which this course's classifier sees the digit that was asked for.",
    },
    copies: {
      label: "near-copies",
      unit: "%",
      better: "neither",
      outOf: 100,
      floor: {name: "held-out ones", meaning: "as many of held-out real pictures are near-copies"},
      interval: {shareOf: comparedCount},
      help: `Of ${comparedCount} generated pictures, those nearer to a training picture than 95 % of real pictures that were never learned from.`,
    },
  },
  plots: [
    frechetPlot,
    {measure: "coverage", caption: "Of how many classes it draws recognisable pictures."},
    {measure: "agreement", caption: "How often the classifier sees what was asked for."},
    {measure: "copies", caption: "How many pictures are next to a training picture."},
    {
      curves: ["loss"],
      label: "loss",
      caption: "The loss. What noise hides cannot be guessed, so it never gets near zero.",
    },
  ],
  backends: ["webgpu", "webgl", "wasm"],
  told: ["loss", "frechet", "coverage", "agreement"],
  sizeParams: ["batchSize", "baseWidth"],
  fewSteps: 60,
  goal: {targets: {frechet: 12, coverage: 10}, seconds: 45},
  sources: [
    "lib/models/flow/path.ts",
    "lib/models/flow/flow-model.ts",
    "lib/models/flow/targets.ts",
    "lib/models/flow/unet.ts",
    "lib/models/flow/flow-samplers.ts",
    "lib/models/flow/diffusion-samplers.ts",
    "lib/models/flow/guidance.ts",
    "lib/models/learner.ts",
    "lib/training/train.ts",
    "src/experiments/diffusion-digits/setup.ts",
  ],
};
