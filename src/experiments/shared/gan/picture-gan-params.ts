import {paramTable} from "../../../lib/params.js";
import {runParams} from "../run-params.js";

/** Rows that the tables of GANs of pictures share, beside those of gan-params.ts. */
export const pictureGanParams = paramTable({
  dataset: {
    ...runParams.dataset,
    help: "What the generator learns to make.",
  },
  decaySteps: runParams.decaySteps,
  batchSize: {
    ...runParams.batchSize,
    min: 8,
    step: 8,
    help: "Real and generated pictures the judge sees in one step.",
  },
  baseWidth: {
    kind: "number",
    label: "Base width",
    default: 16,
    min: 4,
    max: 64,
    step: 4,
    group: "training",
    help: "Channels of the last hidden layer; the layer before has twice as many. Wider is slower and can draw finer.",
  },
  latentSize: {
    kind: "number",
    label: "Latent size",
    default: 16,
    min: 2,
    max: 128,
    step: 1,
    group: "training",
    help: "Random numbers that each picture is made from.",
  },
  labelSmoothing: {
    kind: "number",
    label: "Target for real",
    default: 0.9,
    min: 0.5,
    max: 1,
    step: 0.05,
    group: "training",
    live: true,
    help: "What the judge should say of a real picture (non-saturating loss only). Below 1 it is kept from being too sure.",
  },
  averaging: {
    ...runParams.averaging,
    default: 0.995,
    help: "The pictures are drawn with a running average of the generator's weights; 0 draws with the last ones.",
  },
});
