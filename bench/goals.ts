/** What default runs are to reach in the page, and in how many seconds from pressing Train. A new goal is a line here. */
import {findExperiment} from "../lib/experiments/index.js";

export interface Goal {
  readonly experiment: string;
  readonly chapter: string;
  /** One of the experiment's measures. */
  readonly measure: string;
  readonly target: number;
  readonly seconds: number;
}

export const goals: readonly Goal[] = [
  {
    experiment: "digit-classifier",
    chapter: "02-machine-learning",
    measure: "testAccuracy",
    target: 96,
    seconds: 20,
  },
  {experiment: "gan-digits", chapter: "03-gans", measure: "frechet", target: 45, seconds: 40},
];

export function measureOf({experiment, measure}: Goal) {
  return findExperiment(experiment).measures[measure]!;
}

/** Whether `value` is as good as the goal wants it. */
export function isReached(goal: Goal, value: number): boolean {
  const {better} = measureOf(goal);
  return better === "lower" ? value <= goal.target : value >= goal.target;
}
