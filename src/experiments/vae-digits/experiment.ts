import type {NdArray} from "../../lib/array.js";
import {paramTable} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {judgedFiles} from "../shared/own-pictures.js";
import type {
  PlaneAnswers,
  PlaneMeasured,
  PlaneMeasures,
  PlaneSnapshot,
} from "../shared/plane/plane-exchange.js";
import {
  heldOutCount,
  latentSizeParam,
  planeCaption,
  planeMeasures,
  planeParams,
  planePlots,
} from "../shared/plane/plane-params.js";
import {runParams} from "../shared/run-params.js";

const {maxSteps, averaging, ...first} = planeParams;

const params = paramTable({
  ...first,
  dataset: {
    ...planeParams.dataset,
    takesOwn: {words: "lay them out on a plane without holes", labels: "any"},
  },
  decaySteps: {
    ...runParams.decaySteps,
    default: 2000,
  },
  network: {
    kind: "choice",
    label: "Networks",
    default: "dense",
    group: "training",
    options: {dense: "dense", convolutional: "convolutional"},
    help: "What encoder and decoder are made of. A convolution's width is a sixteenth of the width above in channels.",
  },
  latentSize: latentSizeParam,
  beta: {
    kind: "number",
    label: "Beta",
    default: 1,
    min: 0,
    max: 40,
    step: 0.1,
    group: "training",
    live: true,
    help: "Weight of the KL against the reconstruction. 1 is the ELBO itself; more makes codes alike, less lets them drift.",
  },
  warmUpSteps: {
    kind: "number",
    label: "KL warm-up",
    default: 0,
    min: 0,
    max: 5000,
    step: 50,
    group: "training",
    help: "Steps over which the weight of the KL grows from nothing to beta.",
  },
  freeBits: {
    kind: "number",
    label: "Free nats",
    default: 0,
    min: 0,
    max: 3,
    step: 0.1,
    group: "training",
    live: true,
    help: "Nats of KL that each latent number has for nothing. Below them there is nothing to be gained by saying less.",
  },
  averaging,
  maxSteps,
});

const nats = "nats";

type PlaneOfClouds = {
  readonly snapshot: PlaneSnapshot;
  readonly curves: {
    readonly reconstruction: number;
    readonly kl: number;
    readonly elbo: number;
  };
  readonly measures: PlaneMeasures & {
    readonly heldOutElbo: number;
    readonly heldOutKl: number;
    readonly active: number;
  };
  /** `klOf` [latentSize]: the nats of each latent number. */
  readonly measured: PlaneMeasured & {readonly klOf: NdArray<Float32Array>};
  readonly answers: PlaneAnswers;
};

export const vaeDigits: Experiment<typeof params, PlaneOfClouds> = {
  id: "vae-digits",
  title: "A plane of digits",
  params,
  mainParams: ["dataset", "beta", "latentSize"],
  pictureHeights: {phone: 463, desk: 536},
  files: ({dataset}) => judgedFiles(dataset),
  stepKinds: {},
  caption: planeCaption,
  curves: {
    reconstruction: {
      label: "reconstruction",
      role: "generated",
      help: "How little the decoder expected the picture, given a code from its cloud: nats per picture, a mean over the batch.",
    },
    kl: {
      label: "KL",
      role: "chance",
      help: "How much the clouds tell of their pictures, beyond N(0, 1): nats per picture, a mean over the batch.",
    },
    elbo: {
      label: "ELBO",
      role: "generated",
      help: "Minus the sum of the two. ln p(x) is at least that; higher is better.",
    },
  },
  measures: {
    heldOutElbo: {
      label: "ELBO, held out",
      unit: nats,
      better: "higher",
      floor: {
        name: "a code that tells nothing: always the mean picture",
        meaning: "a code that tells nothing scores this: always the mean picture",
      },
      interval: {sampledOf: "interval"},
      help: `ELBO of ${heldOutCount} pictures that were never learned from, per picture.`,
    },
    heldOutKl: {
      label: "KL, held out",
      unit: nats,
      better: "neither",
      floor: {name: "a code that tells nothing", meaning: "a code that tells nothing"},
      interval: {sampledOf: "interval"},
      help: "What the codes of these pictures tell, on the average: 0 is collapse.",
    },
    active: {
      label: "active latent numbers",
      unit: "",
      whole: true,
      better: "higher",
      floor: {name: "all there are", meaning: "all latent numbers"},
      interval: {none: "all of them are counted, by a limit"},
      help: "Latent numbers whose mean moves with the picture: variance over these pictures above 0.01 (Burda and others, 2016).",
    },
    ...planeMeasures,
    holes: {...planeMeasures.holes, interval: {shareOf: "samples"}},
  },
  told: ["reconstruction", "kl", "active", "holes"],
  plots: [
    {
      curves: ["reconstruction"],
      label: "reconstruction",
      caption: "The first term: how little the decoder expected the picture.",
    },
    {curves: ["kl"], label: "KL", caption: "The second term: what the codes tell."},
    {measure: "heldOutElbo", caption: "Both together, on pictures it never learned from."},
    {measure: "heldOutKl", caption: "What the codes of these pictures tell."},
    planePlots.gaps,
    planePlots.holes,
    planePlots.coverage,
    {measure: "active", caption: "Latent numbers that are in use."},
  ],
  backends: ["webgpu", "webgl", "wasm"],
  sizeParams: ["batchSize", "width", "network", "latentSize"],
  fewSteps: 150,
  // From there on the plane's digits can be told.
  goal: {targets: {heldOutElbo: -152}, seconds: 20},
  drivenParts: {reparameterise: {label: "the draw of codes", exercise: "reparameterise"}},
  sources: [
    "lib/models/gaussian-code.ts",
    "lib/models/likelihoods.ts",
    "lib/models/vae.ts",
    "lib/models/learner.ts",
    "lib/models/descent.ts",
    "lib/models/vae-networks.ts",
    "lib/training/train.ts",
    "src/experiments/vae-digits/setup.ts",
  ],
};
