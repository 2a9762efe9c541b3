/** How two runs differ, in words and numbers, whichever they are. */
import {choiceWords} from "../../controls/choice-words.js";
import {formatCount, formatNumber} from "../../controls/format.js";
import {rangeText} from "../../figures/curves/metric-text.js";
import type {ComparedMeasure} from "../../figures/sheet/compared-runs.js";
import type {Floor} from "../../lib/metrics/floor.js";
import type {Param, ParamValue} from "../../lib/params.js";
import type {Experiment, Measure} from "../../lib/training/experiment.js";
import type {Measurement} from "../../lib/training/protocol.js";
import {driverChange} from "./driver-words.js";
import {toldChanges} from "./live-changes.js";
import {floorOf, intervalOf} from "./measured-interval.js";
import {quoted, type RunRecord} from "./run-record.js";

/** "Different: learning rate 0.002 → 0.01. The same: seed 7 and all other settings." */
export function differenceWords(
  {params: table}: Experiment,
  left: RunRecord,
  right: RunRecord,
): string {
  const parts = Object.entries(table)
    .filter(([name]) => left.params[name] !== right.params[name])
    .map(
      ([name, param]) =>
        `${param.label} ${valueWords(param, left.params[name]!)} → ${valueWords(param, right.params[name]!)}`,
    );
  parts.push(...driverChange(left.driver, right.driver));
  if (left.step !== right.step)
    parts.push(`steps ${formatCount(left.step)} → ${formatCount(right.step)}`);
  if (left.backend !== right.backend)
    parts.push(`back end ${left.backend ?? "unknown"} → ${right.backend ?? "unknown"}`);
  for (const run of [left, right]) parts.push(...livePart(table, run));
  if (!isSameInput(left, right)) parts.push("the data that were drawn");
  const sameSeed = left.params.seed === right.params.seed;
  const same = `The same: ${sameSeed ? `seed ${left.params.seed} and ` : ""}everything else.`;
  return parts.length > 0
    ? `Different: ${parts.join("; ")}. ${same}`
    : "Nothing differs: same settings, same seed.";
}

function livePart(table: Experiment["params"], {number, changes}: RunRecord): string[] {
  return toldChanges(
    changes,
    ({step, name, value}) =>
      `run ${number} was changed at step ${formatCount(step)} to ${table[name]?.label ?? name} ${value}`,
  );
}

/** A value as the form shows it: a choice by its name. */
export function valueWords(param: Param, value: ParamValue): string {
  return param.kind === "choice" ? choiceWords(param, String(value)) : quoted(param, value);
}

function isSameInput(left: RunRecord, right: RunRecord): boolean {
  const names = new Set([...Object.keys(left.inputs), ...Object.keys(right.inputs)]);
  return [...names].every((name) => {
    const [a, b] = [left.inputs[name]?.data, right.inputs[name]?.data];
    return a === b || (a?.length === b?.length && a?.every((value, i) => value === b?.[i]));
  });
}

/** The last measurement of either, for each measure that one of them has. */
export function comparedMeasures(
  {measures}: Experiment,
  left: RunRecord,
  right: RunRecord,
): ComparedMeasure[] {
  const [a, b] = [left.measurements.at(-1), right.measurements.at(-1)];
  return Object.entries(measures).flatMap(([name, measure]) => {
    if ([a, b].every((measured) => measured?.scalars[name] === undefined)) return [];
    const floorIn = (measured?: Measurement) => measured && floorOf(measure, name, measured);
    const [leftText, rightText] = [a, b].map((measured) => measuredWords(measure, name, measured));
    return [
      {
        label: `${measure.label}${measure.unit ? ` (${measure.unit})` : ""}`,
        left: leftText!,
        right: rightText!,
        floor: floorWords(measure, floorIn(b) ?? floorIn(a)),
      },
    ];
  });
}

/** "66.0 (60.0 to 71.6)": the value with its interval, where it has one. */
function measuredWords(measure: Measure, name: string, measured: Measurement | undefined): string {
  const value = measured?.scalars[name];
  if (!measured || value === undefined) return "–";
  const interval = intervalOf(measure, name, measured);
  const words = formatOf(measure)(value);
  return interval ? `${words} (${floorWords(measure, interval)})` : words;
}

function formatOf({whole}: Measure): (value: number) => string {
  return whole ? formatCount : formatNumber;
}

/** Nothing without a floor. */
export function floorWords(measure: Measure, floor: Floor | undefined): string {
  return floor ? rangeText(floor, formatOf(measure)) : "";
}
