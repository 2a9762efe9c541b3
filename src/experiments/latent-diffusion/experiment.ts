import type {NdArray} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {frechetMeasure} from "../shared/frechet-measure.js";
import type {NearestPicture} from "../shared/gan/gan-exchange.js";
import {judgedFiles} from "../shared/own-pictures.js";
import {latentParams as params} from "./latent-params.js";

/** Pictures that are shown on their way, and codes on the plane, they among them. */
export const shownCount = 6;
export const codeCount = 200;
/** Codes of real pictures on the plane. */
export const realCount = 400;
/** Pictures in a measurement. */
export const measuredCount = 500;
/** A picture is recognised when the classifier is at least this sure of a class, as in chapter 04. */
export const sureFrom = 0.9;

/** F stops on the way from noise to codes. Codes are scaled, and of each the first two numbers are told. */
type Latent = {
  readonly snapshot: {
    /** The pictures at the end, [6, 28, 28, 1]. */
    readonly samples: ByteImages;
    /** Stop by stop, [F · 6, 28, 28, 1]: the codes as they are, decoded, and as they are expected to end. */
    readonly noisy: ByteImages;
    readonly clean: ByteImages;
    /** Codes of held-out pictures, [n, 2]: 400, or all where there are fewer. */
    readonly real: NdArray<Float32Array>;
    /** Times, [F], the codes at each, [F, 200, 2], and where the first of them are expected to end, [F, 6, 2]. */
    readonly times: NdArray<Float32Array>;
    readonly trail: NdArray<Float32Array>;
    readonly expected: NdArray<Float32Array>;
  };
  readonly curves: {readonly reconstruction: number; readonly flow: number};
  /** No classifier judges pictures of a reader's own. */
  readonly measures: {
    readonly frechet?: number;
    readonly blindFrechet?: number;
    readonly codedFrechet?: number;
    readonly holes?: number;
    readonly blindHoles?: number;
    readonly coverage?: number;
  };
  readonly answers: {readonly nearest: NearestPicture};
};

const blind =
  "codes that know nothing of where codes lie: of a plain autoencoder from a normal distribution with the mean and variance of its codes, of a VAE from N(0, 1)";

export const latentDiffusion: Experiment<typeof params, Latent> = {
  id: "latent-diffusion",
  title: "A flow in the space of codes",
  params,
  mainParams: ["latentSize", "beta", "steps"],
  pictureHeights: {phone: 405, desk: 360},
  files: ({dataset}) => judgedFiles(dataset),
  stepKinds: {},
  caption: `${shownCount} codes on their way out of noise, decoded at each step,`,
  curves: {
    reconstruction: {
      label: "reconstruction",
      role: "real",
      help: "How little the decoder expected the picture, given its code: nats per picture, a mean over the batch. It no longer learns when the flow does.",
    },
    flow: {
      label: "loss of the flow",
      role: "generated",
      help: "Squared difference of the velocity guessed from the true one, a mean over the numbers of a code and the batch. A flow that says 0 has a loss of 2.",
    },
  },
  measures: {
    frechet: {
      ...frechetMeasure,
      label: "distance, with the flow",
      help: `Distance between the feature statistics of real pictures and of ${measuredCount} whose codes the flow made, on this course’s classifier.`,
    },
    blindFrechet: {
      ...frechetMeasure,
      label: "distance, without it",
      help: `The same for ${blind}.`,
    },
    codedFrechet: {
      ...frechetMeasure,
      label: "distance, codes of real ones",
      help: "The same for held-out real pictures, coded and drawn again. A flow that made codes exactly as they are would score this.",
    },
    holes: {
      isJudged: true,
      label: "not recognised, with the flow",
      unit: "%",
      better: "lower",
      role: "judge",
      floor: {
        name: "held-out real pictures",
        meaning: "of held-out real pictures as many are not recognised",
      },
      interval: {shareOf: "samples"},
      help: `Share of the pictures that the classifier gives no class ${100 * sureFrom} %.`,
    },
    blindHoles: {
      isJudged: true,
      label: "not recognised, without it",
      unit: "%",
      better: "lower",
      role: "judge",
      floor: {
        name: "held-out real pictures",
        meaning: "of held-out real pictures as many are not recognised",
      },
      interval: {shareOf: "samples"},
      help: `The same for ${blind}.`,
    },
    coverage: {
      isJudged: true,
      label: "classes covered",
      unit: "of 10",
      whole: true,
      better: "higher",
      role: "judge",
      outOf: 10,
      floor: {meaning: "all ten"},
      interval: {sampledOf: "samples"},
      help: "Classes of which the classifier surely recognises at least a tenth of the fair share among the flow’s pictures.",
    },
  },
  told: ["flow", "frechet", "holes"],
  plots: [
    {
      curves: ["reconstruction"],
      label: "reconstruction",
      caption: "The first stage: how little the decoder expected the picture.",
    },
    {
      curves: ["flow"],
      label: "loss of the flow",
      caption: "The second: how far the flow is from what it is to say.",
    },
    {measure: "frechet", caption: "How far the flow’s pictures are from real ones."},
    {measure: "blindFrechet", caption: "How far pictures are whose codes are drawn without it."},
    {measure: "codedFrechet", caption: "How far real pictures are, coded and drawn again."},
    {measure: "holes", caption: "How many of the flow’s pictures are no clear digit."},
    {measure: "blindHoles", caption: "How many are none whose codes are drawn without it."},
    {measure: "coverage", caption: "Of how many classes it draws recognisable pictures."},
  ],
  backends: ["webgpu", "webgl", "wasm"],
  sizeParams: ["batchSize", "width", "latentSize", "flowWidth", "flowBatch"],
  fewSteps: 200,
  sources: [
    "lib/models/flow/latent-flow.ts",
    "lib/models/flow/code-loss.ts",
    "lib/models/flow/code-scale.ts",
    "lib/models/flow/code-flow.ts",
    "lib/models/autoencoder-networks.ts",
    "lib/models/flow/targets.ts",
    "lib/models/flow/flow-samplers.ts",
    "lib/models/learner.ts",
    "lib/training/train.ts",
    "src/experiments/latent-diffusion/setup.ts",
  ],
};
