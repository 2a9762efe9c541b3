import type {Curve, CurvesPlot} from "../../../lib/training/experiment.js";

/** Numbers of a step that say how the two networks stand to each other. */
export const ganCurves = {
  discriminatorLoss: {
    label: "discriminator loss",
    role: "judge",
    help: "How wrong the judge is about both kinds of sample.",
  },
  generatorLoss: {
    label: "generator loss",
    role: "generated",
    help: "How badly the generated samples fail to convince.",
  },
  realScore: {
    label: "real samples",
    role: "real",
    help: "The judge's mean probability of real for real samples.",
  },
  fakeScore: {
    label: "generated samples",
    role: "generated",
    help: "The judge's mean probability of real for generated samples.",
  },
  discriminatorGradient: {
    label: "discriminator's gradient",
    role: "judge",
    help: "Length of the gradient of the judge's loss in all of its weights.",
  },
  generatorGradient: {
    label: "generator's gradient",
    role: "generated",
    help: "Length of the gradient of the generator's loss in all of its weights.",
  },
} as const satisfies Readonly<Record<string, Curve>>;

/** How those of a step stand over the steps. */
export const ganPlots = {
  losses: {
    curves: ["discriminatorLoss", "generatorLoss"],
    label: "losses",
    caption: "Losses of the two networks.",
  },
  scores: {
    curves: ["realScore", "fakeScore"],
    label: "the judge's opinion",
    levels: [{value: 0.5, label: "can't tell"}],
    caption: "How real the judge finds both kinds of sample.",
  },
  gradients: {
    curves: ["discriminatorGradient", "generatorGradient"],
    label: "gradients",
    caption: "Lengths of the two gradients.",
  },
} as const satisfies Readonly<Record<string, CurvesPlot<keyof typeof ganCurves>>>;
