/** A kept run as it comes out of the database, which may hold anything: each part is checked before the page goes on with it. */
import type {NamedArrays, NdArray} from "../../lib/array.js";
import {readDriver} from "../../lib/driver.js";
import {
  dateOf,
  type Fields,
  fieldsOf,
  listOf,
  oneOf,
  refuse,
  wholeNumber,
} from "../../lib/field-checks.js";
import {type ParamValue, paramError, parseParams} from "../../lib/params.js";
import {parseCheckpoint} from "../../lib/training/checkpoint.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {backendNames, type Checkpoint, type Measurement} from "../../lib/training/protocol.js";
import type {RunChange, RunPart} from "../../lib/training/run-file-type.js";
import {type KeptRun, keptVersion} from "../../storage/kept-run.js";
import type {PlainRun} from "./run-record.js";

const mostSteps = 1_000_000;

/** A run as it was kept, if it was. Throws when this page cannot go on with it: it is damaged, or of another version. */
export function readKept(
  experiment: Experiment,
  kept: unknown,
): KeptRun<PlainRun, Checkpoint> | undefined {
  if (kept === undefined) return undefined;
  const {version, date, run: value, checkpoint: saved} = fieldsOf("kept run", kept);
  if (version !== keptVersion) refuse("version", version, String(keptVersion));
  const checkpoint = parseCheckpoint(saved);
  parseParams(experiment.params, checkpoint.params);
  if (checkpoint.experiment !== experiment.id)
    refuse("checkpoint.experiment", checkpoint.experiment, experiment.id);
  const run = readRun(experiment, fieldsOf("run", value));
  if (run.step !== checkpoint.step)
    refuse("run.step", run.step, `the checkpoint's ${checkpoint.step}`);
  return {
    experiment: experiment.id,
    version: keptVersion,
    date: dateOf("date", date),
    run,
    checkpoint,
  };
}

/** Only the parts that are known, so that nothing else gets into a run that counts as computed here. */
function readRun(experiment: Experiment, run: Fields): PlainRun {
  const step = wholeNumber("run.step", run.step, 0, mostSteps);
  const {backend, earlierBackends, msPerStep, parent, snapshot} = run;
  return {
    number: wholeNumber("run.number", run.number, 1, mostSteps),
    origin: "live",
    params: parseParams(experiment.params, fieldsOf("run.params", run.params)),
    inputs: arraysOf("run.inputs", run.inputs),
    ...(run.driver !== undefined && {driver: readDriverOf(experiment, run.driver)}),
    curves: readCurves(experiment, fieldsOf("run.curves", run.curves), step),
    changes: items("run.changes", run.changes, (name, item) =>
      readChange(name, item, experiment, step),
    ),
    parts: items("run.parts", run.parts, (name, item) => readPart(name, item, experiment, step)),
    measurements: items("run.measurements", run.measurements, (name, item) =>
      readMeasurement(name, item, step),
    ),
    step,
    ...(backend !== undefined && {backend: readBackend("run.backend", backend)}),
    ...(earlierBackends !== undefined && {
      earlierBackends: items("run.earlierBackends", earlierBackends, readBackend),
    }),
    ...(msPerStep !== undefined && {msPerStep: numberOf("run.msPerStep", msPerStep)}),
    ...(parent !== undefined && {parent: readParent(fieldsOf("run.parent", parent))}),
    ...(snapshot !== undefined && {snapshot: readSnapshot(fieldsOf("run.snapshot", snapshot))}),
  };
}

function readDriverOf({drivenParts = {}}: Experiment, driver: unknown) {
  return readDriver("run.driver", driver, Object.keys(drivenParts));
}

const readBackend = (path: string, value: unknown) => oneOf(path, value, backendNames);

function readCurves({curves}: Experiment, values: Fields, step: number) {
  const read = Object.keys(curves).map((name) => {
    const value = values[name];
    const fits = value instanceof Float32Array && value.length <= step;
    return [name, fits ? value : refuse(`run.curves.${name}`, value, `at most ${step} numbers`)];
  });
  return Object.fromEntries(read) as PlainRun["curves"];
}

function readChange(path: string, value: unknown, {params}: Experiment, step: number): RunChange {
  const {step: at, name, value: next} = fieldsOf(path, value);
  const live = Object.keys(params).filter((key) => params[key]!.live);
  const known = oneOf(`${path}.name`, name, live);
  if (paramError(known, params[known]!, next)) refuse(`${path}.value`, next, `a legal ${known}`);
  return {step: wholeNumber(`${path}.step`, at, 0, step), name: known, value: next as ParamValue};
}

function readPart(path: string, value: unknown, {stepKinds}: Experiment, step: number): RunPart {
  const {step: at, kind, count} = fieldsOf(path, value);
  return {
    step: wholeNumber(`${path}.step`, at, 0, step),
    kind: oneOf(`${path}.kind`, kind, Object.keys(stepKinds)),
    count: wholeNumber(`${path}.count`, count, 1, step),
  };
}

function readMeasurement(path: string, value: unknown, step: number): Measurement {
  const {step: at, scalars, floors, intervals, arrays} = fieldsOf(path, value);
  return {
    step: wholeNumber(`${path}.step`, at, 0, step),
    scalars: numbersOf(`${path}.scalars`, scalars),
    floors: mapped(`${path}.floors`, floors, bandOf),
    ...(intervals !== undefined && {
      intervals: mapped(`${path}.intervals`, intervals, intervalOf),
    }),
    arrays: arraysOf(`${path}.arrays`, arrays),
  };
}

function bandOf(path: string, value: unknown) {
  const {low, high} = fieldsOf(path, value);
  return {low: numberOf(`${path}.low`, low), high: numberOf(`${path}.high`, high)};
}

function intervalOf(path: string, value: unknown) {
  const {n} = fieldsOf(path, value);
  return {
    ...bandOf(path, value),
    ...(n !== undefined && {n: wholeNumber(`${path}.n`, n, 1, 2 ** 31)}),
  };
}

function readParent({number, step}: Fields) {
  return {
    number: wholeNumber("run.parent.number", number, 1, mostSteps),
    step: wholeNumber("run.parent.step", step, 0, mostSteps),
  };
}

function readSnapshot({step, arrays}: Fields) {
  return {
    step: wholeNumber("run.snapshot.step", step, 0, mostSteps),
    arrays: arraysOf("run.snapshot.arrays", arrays),
  };
}

function arraysOf(path: string, value: unknown): NamedArrays {
  return mapped(path, value, (name, array) => {
    const {data, shape} = fieldsOf(name, array);
    const sizes = listOf(`${name}.shape`, shape, 8).map((size) =>
      wholeNumber(`${name}.shape`, size, 0, 2 ** 31),
    );
    const length = sizes.reduce((product, size) => product * size, 1);
    const kinds = [Float32Array, Uint8Array, Int32Array, Uint32Array];
    const fits =
      kinds.some((kind) => data instanceof kind) && (data as NdArray["data"]).length === length;
    return fits
      ? {data: data as NdArray["data"], shape: sizes}
      : refuse(`${name}.data`, data, `${length} numbers`);
  });
}

function numbersOf(path: string, value: unknown) {
  return mapped(path, value, numberOf);
}

/** A measure may be NaN: that of a run that has diverged. */
function numberOf(path: string, value: unknown): number {
  return typeof value === "number" ? value : refuse(path, value, "a number");
}

function mapped<T>(path: string, value: unknown, read: (path: string, item: unknown) => T) {
  const entries = Object.entries(fieldsOf(path, value));
  return Object.fromEntries(entries.map(([name, item]) => [name, read(`${path}.${name}`, item)]));
}

function items<T>(path: string, value: unknown, read: (path: string, item: unknown) => T): T[] {
  return Array.from(listOf(path, value, mostSteps), (item, i) => read(`${path}[${i}]`, item));
}
