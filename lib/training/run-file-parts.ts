/** Reads a run file part by part. Each function throws a RangeError with the path, the value and what is legal. */
import type {NamedArrays, NdArray} from "../array.js";
import {fieldsOf, listOf, oneOf, refuse, refuseSize, wholeNumber} from "../field-checks.js";
import {type ParamValue, paramError} from "../params.js";
import {shownValue} from "../shown-value.js";
import type {Experiment} from "./experiment.js";
import {checkAscending} from "./recipe-order.js";
import type {RunChange, RunFile, RunMeasurement, RunPart} from "./run-file-type.js";

/** Beyond what any experiment takes or measures. */
const mostInputs = 10;
const mostValues = 100_000;
const mostScalars = 200;

export function readList<T>(
  path: string,
  value: unknown,
  atMost: number,
  read: (item: unknown) => T,
): T[] {
  return listOf(path, value, atMost).map(read);
}

export function readInputs(value: unknown): NamedArrays {
  const inputs = Object.entries(fieldsOf("inputs", value));
  if (inputs.length > mostInputs) refuseSize("inputs", `${inputs.length} of them`, mostInputs);
  return Object.fromEntries(inputs.map(([name, input]) => [name, readInput(input)]));
}

function readInput(value: unknown): NdArray {
  const {shape, data} = fieldsOf("input", value);
  const size = (each: unknown) => wholeNumber("input.shape", each, 0, mostValues);
  const sizes = readList("input.shape", shape, 8, size);
  const values = readList("input.data", data, mostValues, (each) => float("input.data", each));
  const length = sizes.reduce((product, each) => product * each, 1);
  if (values.length !== length) refuse("input.data.length", values.length, String(length));
  return {shape: sizes, data: Float32Array.from(values)};
}

export function readChange(value: unknown, {params}: Experiment, steps: number): RunChange {
  const {step, name, value: next} = fieldsOf("change", value);
  const live = Object.keys(params).filter((key) => params[key]!.live);
  const known = oneOf("change.name", name, live);
  const error = paramError(known, params[known]!, next);
  if (error) throw new RangeError(error);
  return {step: wholeNumber("change.step", step, 0, steps), name: known, value: next as ParamValue};
}

export function readPart(value: unknown, {stepKinds}: Experiment, steps: number): RunPart {
  const {step, kind, count} = fieldsOf("part", value);
  const at = wholeNumber("part.step", step, 0, steps);
  const times = wholeNumber("part.count", count, 1, steps - at);
  return {step: at, kind: oneOf("part.kind", kind, Object.keys(stepKinds)), count: times};
}

export function readLosses(value: unknown, names: readonly string[], steps: number) {
  const losses = Object.entries(fieldsOf("losses", value)).map(([name, list]) => {
    const path = `losses.${oneOf("loss", name, names)}`;
    const values = listOf(path, list, steps);
    if (values.length !== steps) refuse(`${path}.length`, values.length, `${steps}, one a step`);
    return [name, Float32Array.from(values, (v) => (v === null ? Number.NaN : float(path, v)))];
  });
  return Object.fromEntries(losses) as RunFile["losses"];
}

export function readMeasurements(value: unknown, steps: number): readonly RunMeasurement[] {
  const read = (each: unknown) => readMeasurement(each, steps);
  const measurements = readList("measurements", value, steps + 1, read);
  checkAscending("measurement.step", measurements, 1);
  return measurements;
}

function readMeasurement(value: unknown, steps: number): RunMeasurement {
  const {step, scalars} = fieldsOf("measurement", value);
  const entries = Object.entries(fieldsOf("measurement.scalars", scalars));
  const {length} = entries;
  if (length > mostScalars) refuseSize("measurement.scalars", `${length} of them`, mostScalars);
  for (const [name, each] of entries)
    if (!Number.isFinite(each))
      refuse(`measurement.scalars, ${shownValue(name)}`, each, "a finite number");
  return {
    step: wholeNumber("measurement.step", step, 0, steps),
    scalars: Object.fromEntries(entries) as Record<string, number>,
  };
}

/** A number that stays finite as the 32-bit float that it will be. */
function float(path: string, value: unknown): number {
  const isLegal = typeof value === "number" && Number.isFinite(Math.fround(value));
  return isLegal ? value : refuse(path, value, "a number from -3.4e38 to 3.4e38");
}
