import {paramTable} from "../../../lib/params.js";
import {runParams} from "../run-params.js";

/** Rows that every GAN's table has. An experiment spreads each where its form shows it, with what is its own. */
export const ganParams = paramTable({
  seed: runParams.seed,
  loss: {
    kind: "choice",
    label: "Loss",
    default: "non-saturating",
    group: "training",
    options: {
      "non-saturating": "non-saturating",
      minimax: "minimax",
      "least-squares": "least squares",
      hinge: "hinge",
      "wgan-gp": "Wasserstein (WGAN-GP)",
    },
    help: "How the judge's opinion becomes a number to push down.",
  },
  discriminatorSteps: {
    kind: "number",
    label: "Judge's steps per step",
    default: 1,
    min: 1,
    max: 5,
    step: 1,
    group: "training",
    live: true,
    help: "Updates of the discriminator for each update of the generator.",
  },
  penaltyWeight: {
    kind: "number",
    label: "Penalty on the slope",
    default: 10,
    min: 0,
    max: 100,
    step: 0.1,
    group: "training",
    live: true,
    help: "What it costs the judge to rise or fall by more or less than 1 per unit (Wasserstein loss only).",
  },
  learningRate: {
    ...runParams.learningRate,
    default: 0.002,
    help: "How far each step moves the weights. Too high and the two networks throw each other off.",
  },
  maxSteps: {
    ...runParams.maxSteps,
    max: 50000,
  },
});
