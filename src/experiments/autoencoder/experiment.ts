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

const params = paramTable({
  ...planeParams,
  dataset: {
    ...planeParams.dataset,
    takesOwn: {words: "lay them out on a plane, with holes", labels: "any"},
  },
  learningRate: {...planeParams.learningRate, default: 0.003},
  latentSize: latentSizeParam,
});

type PlaneOfPlaces = {
  readonly snapshot: PlaneSnapshot;
  readonly curves: {readonly reconstruction: number};
  readonly measures: PlaneMeasures & {readonly heldOut: number; readonly fittedHoles?: number};
  readonly measured: PlaneMeasured;
  readonly answers: PlaneAnswers;
};

export const autoencoder: Experiment<typeof params, PlaneOfPlaces> = {
  id: "autoencoder",
  title: "A plane with holes",
  params,
  mainParams: ["dataset", "latentSize", "learningRate"],
  pictureHeights: {phone: 463, desk: 536},
  files: ({dataset}) => judgedFiles(dataset),
  stepKinds: {},
  caption: planeCaption,
  curves: {
    reconstruction: {
      label: "reconstruction",
      role: "generated",
      help: "How little the decoder expected the picture, given its code: nats per picture, a mean over the batch.",
    },
  },
  measures: {
    heldOut: {
      label: "reconstruction, held out",
      unit: "nats",
      better: "lower",
      floor: {name: "always the mean picture", meaning: "always drawing the mean picture"},
      interval: {sampledOf: "interval"},
      help: `The same for ${heldOutCount} pictures that were never learned from.`,
    },
    ...planeMeasures,
    holes: {...planeMeasures.holes, interval: {shareOf: "samples"}},
    fittedHoles: {
      ...planeMeasures.holes,
      interval: {shareOf: "samples"},
      label: "not recognised, codes fitted",
      help: "The same for codes from a normal distribution with the mean and the variance of the held-out pictures' own codes.",
    },
  },
  told: ["reconstruction", "heldOut", "holes"],
  plots: [
    {
      curves: ["reconstruction"],
      label: "reconstruction",
      caption: "How little the decoder expected the picture.",
    },
    {measure: "heldOut", caption: "The same, on pictures it never learned from."},
    planePlots.gaps,
    planePlots.holes,
    {
      measure: "fittedHoles",
      caption: "The same, with codes spread like those of real pictures.",
    },
    planePlots.coverage,
  ],
  backends: ["webgpu", "webgl", "wasm"],
  sizeParams: ["batchSize", "width", "latentSize"],
  fewSteps: 150,
  goal: {targets: {heldOut: 143}, seconds: 40},
  sources: [
    "lib/models/autoencoder.ts",
    "lib/models/learner.ts",
    "lib/models/descent.ts",
    "lib/models/autoencoder-networks.ts",
    "lib/training/train.ts",
    "src/experiments/autoencoder/setup.ts",
  ],
};
