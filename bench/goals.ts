/** What default runs are to reach in the page, and in how many seconds from pressing Train. A new goal is a line here. */
import {findExperiment} from "../src/experiments/index.js";

export interface Goal {
  readonly experiment: string;
  readonly chapter: string;
  /** By the experiment's measures, what all of them are to reach at once. */
  readonly targets: Readonly<Record<string, number>>;
  readonly seconds: number;
}

type Scalars = Readonly<Record<string, number>>;

const [learning, gans, vaes] = ["02-machine-learning", "03-gans", "04-vaes"];

export const goals: readonly Goal[] = [
  {experiment: "digit-classifier", chapter: learning, targets: {testAccuracy: 96}, seconds: 20},
  {
    experiment: "sorting-without-labels",
    chapter: learning,
    targets: {adjustedRand: 0.3},
    seconds: 40,
  },
  {experiment: "paint-agent", chapter: learning, targets: {score: 80}, seconds: 40},
  {experiment: "gan-plane", chapter: gans, targets: {divergence: 0.06}, seconds: 40},
  {experiment: "gan-digits", chapter: gans, targets: {frechet: 45}, seconds: 40},
  {
    experiment: "conditional-gan",
    chapter: gans,
    targets: {frechet: 25, agreement: 90},
    seconds: 40,
  },
  {experiment: "autoencoder", chapter: vaes, targets: {heldOut: 143}, seconds: 40},
  // From there on the plane's digits can be told.
  {experiment: "vae-digits", chapter: vaes, targets: {heldOutElbo: -152}, seconds: 20},
  {experiment: "vae-faces", chapter: vaes, targets: {agreement: 85}, seconds: 40},
];

/** The label of a goal's measure, with its unit. */
export function labelOf({experiment}: Goal, measure: string): string {
  const {label, unit} = findExperiment(experiment).measures[measure]!;
  return unit ? `${label}, ${unit}` : label;
}

/** Whether the numbers are as good as the goal wants them. */
export function isReached({experiment, targets}: Goal, scalars: Scalars): boolean {
  const {measures} = findExperiment(experiment);
  return Object.entries(targets).every(([measure, target]) =>
    measures[measure]!.better === "lower"
      ? scalars[measure]! <= target
      : scalars[measure]! >= target,
  );
}
