import {writeLink} from "../../lib/param-link.js";
import type {Measured} from "../../lib/questions/recorded-sheets.js";
import {type SmallSheet, smallSheet} from "../../lib/questions/sheet-pictures.js";
import {
  askedParams,
  freeParams,
  isAsked,
  type SheetQuestion,
} from "../../lib/questions/sheet-question.js";
import type {Experiment} from "../../lib/training/experiment.js";
import type {RunRecord} from "../run/run-record.js";
import type {Status} from "../run/run-state.js";
import type {PredictionStatus} from "./prediction-words.js";

/** Whether `run` is, up to the step that is asked about, the run that a question is about: its settings, nothing changed on the way. */
export function isAskedRun(question: SheetQuestion, {params}: Experiment, run: RunRecord): boolean {
  const isEarly = ({step}: {readonly step: number}) => step < question.step;
  const changed = run.changes.filter((each) => isEarly(each) && !freeParams.includes(each.name));
  return isAsked(question, params, run.params) && changed.length === 0 && !run.parts.some(isEarly);
}

/** The measurement of `run` at the step that is asked about, once it was made. */
export function measuredAt(question: SheetQuestion, run: RunRecord): Measured | undefined {
  return run.measurements.find(({step}) => step === question.step);
}

/** How a choice stands, by the run that it is about. */
export function choiceStatus(
  isAbout: boolean,
  {status, step}: {readonly status: Status; readonly step: number},
  isMeasured: boolean,
  isRevealed: boolean,
): PredictionStatus {
  if (isAbout && isMeasured) return "done";
  if (isAbout && (step > 0 || status === "running" || status === "loading")) return "running";
  return isRevealed ? "recorded" : "open";
}

/** The address that sets the experiment so that its next run is the one asked about, and stops there. */
export function askedLink(question: SheetQuestion, experiment: Experiment): string {
  return writeLink(experiment.params, experiment.id, askedParams(question, experiment), "");
}

/** A picture of the run, and the step it was taken at. */
export interface Seen {
  readonly step: number;
  readonly picture: SmallSheet;
}

/** Keeps the first picture of a run at the step that is asked about or after it, whatever the reader looks at later. */
export function firstSight(question: SheetQuestion): (run: RunRecord) => Seen | undefined {
  let seenOf: RunRecord | undefined;
  let seen: Seen | undefined;
  return (run) => {
    if (seenOf !== run) [seenOf, seen] = [run, undefined];
    const {snapshot} = run;
    const picture =
      !seen && snapshot && snapshot.step >= question.step && smallSheet(snapshot.arrays);
    if (picture) seen = {step: snapshot.step, picture};
    return seen;
  };
}
