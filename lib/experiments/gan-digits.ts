import {paramTable} from "../params.js";
import type {Experiment} from "./experiment.js";
import {ganParams} from "./gan-params.js";

const params = paramTable({
  seed: ganParams.seed,
  dataset: {
    kind: "choice",
    label: "Pictures",
    default: "digits",
    group: "training",
    options: {digits: "handwritten digits", clothes: "clothes"},
    help: "What the generator learns to make.",
  },
  loss: ganParams.loss,
  learningRate: {...ganParams.learningRate, default: 0.004},
  batchSize: {
    kind: "number",
    label: "Batch size",
    default: 32,
    min: 8,
    max: 128,
    step: 8,
    group: "training",
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
    kind: "number",
    label: "Weight averaging",
    default: 0.995,
    min: 0,
    max: 0.999,
    step: 0.001,
    group: "training",
    help: "The pictures are drawn with a running average of the generator's weights; 0 draws with the last ones.",
  },
  maxSteps: {...ganParams.maxSteps, default: 1600, max: 20000},
});

export const ganDigits: Experiment<typeof params> = {
  id: "gan-digits",
  title: "A GAN learns to draw",
  params,
  files: ({dataset}) => [`${dataset}-train`, `classifier-${dataset}`],
  stepKinds: ["both", "discriminator", "generator"],
  curves: {
    discriminatorLoss: {
      label: "discriminator loss",
      role: "judge",
      help: "How wrong the judge is about both kinds of picture.",
    },
    generatorLoss: {
      label: "generator loss",
      role: "generated",
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
    frechet: {
      label: "Fréchet distance",
      unit: "",
      better: "lower",
      help: "Distance between the feature statistics of real and generated pictures, on this course's classifier.",
    },
    coverage: {
      label: "classes covered",
      unit: "of 10",
      whole: true,
      better: "higher",
      help: "Classes of which the classifier surely recognises at least a tenth of the fair share.",
    },
  },
  backends: ["webgpu", "webgl", "wasm"],
  sizeParams: ["batchSize", "baseWidth"],
  sources: [
    "lib/models/dcgan.ts",
    "lib/models/gan.ts",
    "lib/models/gan-losses.ts",
    "lib/training/train.ts",
    "lib/experiments/gan-digits.setup.ts",
  ],
};
