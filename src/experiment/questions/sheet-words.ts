import {formatCount, formatNumber} from "../../controls/format.js";
import {withUnit} from "../../figures/curves/metric-text.js";
import {named} from "../../lib/named.js";
import {changedParams, type ParamValue} from "../../lib/params.js";
import type {Measured, RecordedSheet, RecordedSheets} from "../../lib/questions/recorded-sheets.js";
import type {Told} from "../../lib/questions/sheet-question.js";
import type {Experiment, Measure} from "../../lib/training/experiment.js";
import {originWords} from "../run/origin-words.js";
import {valueWords} from "../run/run-differences.js";
import type {RunRecord} from "../run/run-record.js";
import type {PredictionStatus} from "./prediction-words.js";

/** "A" for the first. */
export function sheetLetter(place: number): string {
  return String.fromCharCode("A".charCodeAt(0) + place);
}

/** "Beta 8, Seed 1": settings that differ from those that the experiment starts with. */
export function settingsWords(
  {params: table}: Experiment,
  params: Readonly<Record<string, ParamValue>>,
): string {
  const words = Object.entries(params).map(
    ([name, value]) => `${table[name]!.label.toLowerCase()} ${valueWords(table[name]!, value)}`,
  );
  return words.length > 0 ? words.join(", ") : "the settings that the experiment starts with";
}

/** "Recorded 2026-11-25: 300 steps, beta 0, seed 1, wasm." */
export function sheetMade(
  experiment: Experiment,
  {date, backend}: RecordedSheets,
  {params, step}: RecordedSheet,
): string {
  const {maxSteps: _, seed, ...changed} = changedParams(experiment.params, params);
  const settings = settingsWords(experiment, changed as Record<string, ParamValue>);
  return `Recorded ${date}: ${formatCount(step)} steps, ${settings}, seed ${params.seed ?? seed}, ${backend}.`;
}

/** "Your run. Live: 300 steps, seed 7, wasm." */
export function runMade(run: RunRecord, step: number): string {
  return `Your run. ${originWords(run)}: ${formatCount(step)} steps, seed ${run.params.seed}, ${run.backend}.`;
}

/** The words for a run's measures. */
export function teller({measures}: Experiment, {scalars}: Pick<Measured, "scalars">): Told {
  return (name) => {
    const measure: Measure = named("measure", measures, name);
    return withUnit(numberText(measure, scalars[name]!), measure.unit);
  };
}

/** A measured value as a reader reads it: whole ones without decimals. */
export function numberText({whole}: Measure, value: number): string {
  return (whole ? formatCount : formatNumber)(value);
}

/** Words for the reader while there is nothing to compare. */
export function choiceWords(
  status: PredictionStatus,
  chosen: number | undefined,
  isSet: boolean,
  step: number,
): string {
  const at = `step ${formatCount(step)}`;
  if (status === "recorded") return "This is how the sheets were made, and what was measured.";
  if (status === "running")
    return chosen === undefined
      ? "The run has begun without a choice of yours. To choose, press Reset in the experiment."
      : `The run has begun, and your choice stands: sheet ${sheetLetter(chosen)}. Both are compared at ${at}.`;
  if (chosen === undefined) return "Choose the sheet that you expect.";
  const next = isSet
    ? "Now press Train in the experiment, and come back by “Your sheet”, below its buttons."
    : "Now set the experiment so, by the link above, and press Train there.";
  return `You expect sheet ${sheetLetter(chosen)}. ${next}`;
}
