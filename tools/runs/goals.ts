/** Goals of the default runs in the page, as the experiments' descriptions have them. */
import type {Goal} from "../../lib/training/experiment.js";
import {experiments, findExperiment} from "../../src/experiments/index.js";

export interface ExperimentGoal extends Goal {
  readonly experiment: string;
}

type Scalars = Readonly<Record<string, number>>;

export const goals: readonly ExperimentGoal[] = Object.values(experiments).flatMap(({id, goal}) =>
  goal ? [{experiment: id, ...goal}] : [],
);

/** The label of a goal's measure, with its unit. */
export function labelOf({experiment}: ExperimentGoal, measure: string): string {
  const {label, unit} = findExperiment(experiment).measures[measure]!;
  return unit ? `${label}, ${unit}` : label;
}

/** Whether the numbers are as good as the goal wants them. */
export function isReached({experiment, targets}: ExperimentGoal, scalars: Scalars): boolean {
  const {measures} = findExperiment(experiment);
  return Object.entries(targets).every(([measure, target]) =>
    measures[measure]!.better === "lower"
      ? scalars[measure]! <= target
      : scalars[measure]! >= target,
  );
}
