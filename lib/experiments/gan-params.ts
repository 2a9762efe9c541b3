import {paramTable} from "../params.js";

/** Rows that every GAN's table has. An experiment spreads each where its form shows it, with what is its own. */
export const ganParams = paramTable({
  seed: {
    kind: "number",
    label: "Seed",
    default: 7,
    min: 0,
    max: 4294967295,
    step: 1,
    group: "training",
    help: "Where chance starts. The same seed and the same settings give the same pictures.",
  },
  loss: {
    kind: "choice",
    label: "Loss",
    default: "non-saturating",
    group: "training",
    options: {"non-saturating": "non-saturating", "least-squares": "least squares", hinge: "hinge"},
    help: "How the judge's opinion becomes a number to push down.",
  },
  learningRate: {
    kind: "number",
    label: "Learning rate",
    default: 0.002,
    min: 0.00001,
    max: 0.1,
    step: 0.0001,
    scale: "log",
    group: "training",
    live: true,
    help: "How far each step moves the weights. Too high and the two networks throw each other off.",
  },
  maxSteps: {
    kind: "number",
    label: "Stop after",
    default: 1000,
    min: 10,
    max: 50000,
    step: 10,
    group: "training",
    live: true,
    help: "Steps before the run stops by itself.",
  },
});
