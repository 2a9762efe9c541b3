/**
 * A run as a JSON text that replays: its first params, every change with its step, and what came of it.
 * Everything that is read is checked, since such a file comes from anywhere.
 */
import type {NamedArrays, NdArray} from "../array.js";
import type {Experiment, StepKind} from "../experiments/experiment.js";
import {findExperiment} from "../experiments/index.js";
import {type Params, type ParamValue, paramError, parseParams} from "../params.js";
import {type BackendName, backendNames, type Measurement} from "./protocol.js";
import {
  attempt,
  check,
  finite,
  listOf,
  mapValues,
  oneOf,
  parseJson,
  recordOf,
  show,
  wholeNumber,
} from "./run-file-checks.js";

export interface RunFile {
  readonly experiment: string;
  /** Those the run began with; the seed is one of them. What a file leaves out has its default. */
  readonly params: Params;
  /** What the reader gave the run, such as painted points. */
  readonly inputs: NamedArrays;
  /** Live changes in their order; each holds after `step`. */
  readonly changes: readonly RunChange[];
  /** Steps taken by hand that trained one network only, in their order; each begins after `step`. */
  readonly parts: readonly RunPart[];
  /** Steps taken. */
  readonly steps: number;
  /** Index i is step i + 1; NaN where a step has no such number. */
  readonly losses: Readonly<Record<string, Float32Array>>;
  readonly measurements: readonly RunMeasurement[];
  readonly backend: BackendName;
  /** ISO date. */
  readonly date: string;
}

export interface RunChange {
  readonly step: number;
  readonly name: string;
  readonly value: ParamValue;
}

export interface RunPart {
  readonly step: number;
  readonly kind: StepKind;
  readonly count: number;
}

/** A measurement without what its figures draw. */
export type RunMeasurement = Pick<Measurement, "step" | "scalars">;

/** The run as a text that `readRun` reads. */
export function writeRun({inputs, losses, ...run}: RunFile): string {
  return JSON.stringify({
    format,
    version,
    ...run,
    inputs: mapValues(inputs, ({data, shape}) => ({shape, data: Array.from(data)})),
    losses: mapValues(losses, (values) => Array.from(values, (v) => (Number.isNaN(v) ? null : v))),
  });
}

/** The run in `text`. Throws `BadRunFile` with what is wrong, the value and the legal set. Nothing is silently corrected. */
export function readRun(text: string): RunFile {
  const file = parseJson(text);
  check(file.format === format, () => `format ${show(file.format)} (${format})`);
  check(file.version === version, () => `version ${show(file.version)} (only ${version} is known)`);
  const experiment = attempt(() => findExperiment(String(file.experiment)));
  const params = attempt(() => parseParams(experiment.params, recordOf("params", file.params)));
  const steps = wholeNumber("steps", file.steps, 0, maxSteps);
  const run = {
    experiment: experiment.id,
    params,
    inputs: mapValues(recordOf("inputs", file.inputs), (value, name) => readInput(name, value)),
    changes: listOf("changes", file.changes).map((change) => readChange(change, experiment, steps)),
    parts: listOf("parts", file.parts).map((part) => readPart(part, experiment, steps)),
    steps,
    losses: mapValues(recordOf("losses", file.losses), (v, name) => readLoss(name, v, steps)),
    measurements: listOf("measurements", file.measurements).map((m) => readMeasurement(m, steps)),
    backend: oneOf("backend", file.backend, backendNames),
    date: readDate(file.date),
  };
  for (const name of Object.keys(run.losses)) oneOf("loss", name, Object.keys(experiment.curves));
  checkOrder(run);
  return run;
}

const format = "from-noise run";
const version = 1;
const maxSteps = 1_000_000;
const maxInputValues = 1_000_000;

function readInput(name: string, value: unknown): NdArray {
  const {shape, data} = recordOf(`inputs.${name}`, value);
  const sizes = listOf(`inputs.${name}.shape`, shape).map((size) =>
    wholeNumber(`inputs.${name}.shape`, size, 0, maxInputValues),
  );
  const values = listOf(`inputs.${name}.data`, data).map((v) => finite(`inputs.${name}.data`, v));
  const length = sizes.reduce((product, size) => product * size, 1);
  check(values.length === length, () => `inputs.${name} has ${values.length} values (${length})`);
  return {shape: sizes, data: Float32Array.from(values)};
}

function readChange(value: unknown, {params}: Experiment, steps: number): RunChange {
  const {step, name, value: next} = recordOf("change", value);
  const live = Object.keys(params).filter((key) => params[key]!.live);
  const known = oneOf("changed param", name, live);
  const error = paramError(known, params[known]!, next);
  check(!error, () => error!);
  return {step: wholeNumber("change.step", step, 0, steps), name: known, value: next as ParamValue};
}

function readPart(value: unknown, {stepKinds}: Experiment, steps: number): RunPart {
  const {step, kind, count} = recordOf("part", value);
  const at = wholeNumber("part.step", step, 0, steps);
  const times = wholeNumber("part.count", count, 1, steps - at);
  return {step: at, kind: oneOf("kind of step", kind, stepKinds), count: times};
}

/** Steps are taken once: parts follow each other, and no change comes in the middle of one. */
function checkOrder({changes, parts}: Pick<RunFile, "changes" | "parts">): void {
  let end = 0;
  for (const {step, count} of parts) {
    check(step >= end, () => `part.step ${step} (from ${end}, where the part before it ends)`);
    end = step + count;
    const inside = changes.find((change) => change.step > step && change.step < end);
    check(!inside, () => `change.step ${inside?.step} (not between ${step} and ${end}, in a part)`);
  }
}

function readLoss(name: string, value: unknown, steps: number): Float32Array {
  const values = listOf(`losses.${name}`, value);
  check(values.length === steps, () => `losses.${name} has ${values.length} values (${steps})`);
  return Float32Array.from(values, (v) => (v === null ? Number.NaN : finite(`losses.${name}`, v)));
}

function readMeasurement(value: unknown, steps: number): RunMeasurement {
  const {step, scalars} = recordOf("measurement", value);
  return {
    step: wholeNumber("measurement.step", step, 0, steps),
    scalars: mapValues(recordOf("measurement.scalars", scalars), (v, name) => finite(name, v)),
  };
}

function readDate(value: unknown): string {
  const legal = typeof value === "string" && !Number.isNaN(Date.parse(value));
  check(legal, () => `date ${show(value)} (an ISO date)`);
  return value as string;
}
