/** What default runs are to reach in the page, and in how many seconds from pressing Train. A new goal is a line here. */
import {findExperiment} from "../lib/experiments/index.js";

export interface Goal {
  readonly experiment: string;
  readonly chapter: string;
  /** By the experiment's measures, what all of them are to reach at once. */
  readonly targets: Readonly<Record<string, number>>;
  readonly seconds: number;
}

type Scalars = Readonly<Record<string, number>>;

const [learning, gans] = ["02-machine-learning", "03-gans"];

export const goals: readonly Goal[] = [
  {experiment: "digit-classifier", chapter: learning, targets: {testAccuracy: 96}, seconds: 20},
  {experiment: "gan-digits", chapter: gans, targets: {frechet: 45}, seconds: 40},
  {
    experiment: "conditional-gan",
    chapter: gans,
    targets: {frechet: 25, agreement: 90},
    seconds: 40,
  },
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
