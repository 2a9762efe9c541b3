import {trainingParams} from "../param-groups.js";
import {defaultParams, type Params, type ParamTable, type ParamValue} from "../params.js";
import type {Experiment} from "../training/experiment.js";

/** Measures of one run as they are shown, with their units: `of("heldOutKl")` is "0.96 nats". */
export type Told = (measure: string) => string;

/** A sheet that is offered: the end of another run of the experiment. */
export interface OfferedSheet {
  /** What differs from the settings that the experiment starts with, the seed too. */
  readonly params: Readonly<Record<string, ParamValue>>;
  readonly step: number;
  /** What is to be seen, for those who do not see it; nothing of how it was made. */
  readonly alt: string;
  /** What the sheet teaches whoever chose it for another run: with its own numbers, and those of the run. */
  readonly words: (sheet: Told, run: Told) => string;
}

/**
 * A question before a run: which of these sheets will it look like? The run is one of the experiment with `params`, any seed, at
 * `step`. It is nearest to the sheet whose `by` is nearest to its own: in the unit of that measure, or by a factor where `isRatio`.
 */
export interface SheetQuestion {
  readonly id: string;
  readonly experiment: string;
  readonly params: Readonly<Record<string, ParamValue>>;
  readonly step: number;
  readonly by: string;
  readonly isRatio: boolean;
  /** What the run is contrasted with: settings instead of its own. */
  readonly against?: Readonly<Record<string, ParamValue>>;
  /** Measures that are shown too. */
  readonly beside: readonly string[];
  readonly sheets: readonly OfferedSheet[];
  /** Why the run went as it did. */
  readonly because: (run: Told) => string;
}

/** Params that say how long a run is and where its chance starts, not what it is. */
export const freeParams: readonly string[] = ["seed", "maxSteps"];

/** All params of the run that is asked about, up to the step that is asked about. */
export function askedParams({params, step}: SheetQuestion, experiment: Experiment): Params {
  return {...defaultParams(experiment.params), maxSteps: step, ...params};
}

/** Whether a run with `params` is the one that is asked about, whatever its seed and its length, and whatever it is drawn with unless the
 * question says that. */
export function isAsked(question: SheetQuestion, table: ParamTable, params: Params): boolean {
  const defaults = trainingParams(table, defaultParams(table));
  const asked: Readonly<Record<string, ParamValue>> = {...defaults, ...question.params};
  return Object.keys(asked).every(
    (name) => freeParams.includes(name) || params[name] === asked[name],
  );
}

/** How far two values of the question's measure are apart: in its unit, or as a factor of 1 or more. */
export function sheetGap({isRatio}: SheetQuestion, a: number, b: number): number {
  return isRatio ? Math.exp(Math.abs(Math.log(a / b))) : Math.abs(a - b);
}

/** The place of the sheet that a run with this value is nearest to. `sheets` are the values of the sheets. */
export function nearestSheet(
  question: SheetQuestion,
  sheets: readonly number[],
  value: number,
): number {
  const gaps = sheets.map((sheet) => sheetGap(question, sheet, value));
  return gaps.indexOf(Math.min(...gaps));
}
