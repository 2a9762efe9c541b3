import type {NamedArrays} from "../../lib/array.js";
import type {Driver} from "../../lib/driver.js";
import type {Param, Params, ParamValue} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";
import type {BackendName, Measurement, Progress, Snapshot} from "../../lib/training/protocol.js";
import type {RunChange, RunPart} from "../../lib/training/run-file-type.js";
import {FloatList} from "./float-list.js";

/** Where the numbers of a run come from; shown wherever the run is. */
export type Origin = "live" | "recorded" | "imported";

/** One run as the page knows it: its recipe and everything that came of it. Index i of a curve is step i + 1. */
export interface RunRecord<Measured extends NamedArrays = NamedArrays> {
  readonly number: number;
  readonly origin: Origin;
  /** Those it began with. Of sampling and view params, which change no weight, the last values. */
  params: Params;
  readonly inputs: NamedArrays;
  /** The reader's function in the place of a part of the model. */
  readonly driver?: Driver | undefined;
  readonly parent?: {readonly number: number; readonly step: number};
  readonly curves: Readonly<Record<string, FloatList>>;
  changes: RunChange[];
  /** Steps taken by hand that trained one network only. */
  parts: RunPart[];
  measurements: Measurement<Measured>[];
  step: number;
  backend?: BackendName;
  /** Those that computed its first steps, where it has gone on elsewhere. */
  earlierBackends?: readonly BackendName[];
  msPerStep?: number;
  /** When it was made, for what isn't live: an ISO date. */
  date?: string;
  /** Measures that are left out because the reader is to guess them first. */
  keptBack?: readonly string[];
  /** The last picture, so that the history can show it. */
  snapshot?: Snapshot;
}

/**
 * The mark of a run whose numbers this device has computed. Only this file makes such runs, from nothing, from another of them,
 * or from what the page itself has kept; what a file claims can't become one, and a copy isn't one.
 */
class Computed {
  readonly #isComputed = true;

  constructor(run: RunRecord) {
    Object.assign(this, run);
  }

  static has(run: RunRecord): run is ComputedRun {
    return #isComputed in run;
  }
}

/** A run whose numbers this device has computed: the only kind that counts where runs are graded. */
export type ComputedRun = RunRecord & Computed;

const computed = (run: Omit<RunRecord, "origin">) =>
  new Computed({...run, origin: "live"}) as ComputedRun;

export const isComputed = Computed.has;

/** What a run has of its reader, beside the params. */
export type Given = Pick<RunRecord, "inputs" | "driver">;

/** A run before its first step. */
export function newRun(
  experiment: Experiment,
  number: number,
  params: Params,
  {inputs, driver}: Given = {inputs: {}},
): ComputedRun {
  const curves = Object.fromEntries(
    Object.keys(experiment.curves).map((name) => [name, new FloatList()]),
  );
  return computed({
    number,
    params,
    inputs,
    ...(driver && {driver}),
    curves,
    changes: [],
    parts: [],
    measurements: [],
    step: 0,
  });
}

/** Notes what computes the run from here. */
export function computeOn(run: ComputedRun, backend: BackendName): void {
  if (run.step === 0) delete run.earlierBackends;
  else if (run.backend && run.backend !== backend)
    run.earlierBackends = [...new Set([...(run.earlierBackends ?? []), run.backend])];
  run.backend = backend;
}

/** "webgl and wasm": all that computed a part of the run. */
export function backendWords({
  backend,
  earlierBackends = [],
}: Pick<RunRecord, "backend" | "earlierBackends">): string {
  return [...new Set([...earlierBackends, backend ?? "an unknown back end"])].join(" and ");
}

/** Adds the numbers of new steps; steps that were there already (after a restart) are replaced. */
export function addProgress(run: ComputedRun, {first, curves, msPerStep}: Progress): void {
  for (const [name, values] of Object.entries(curves)) {
    run.curves[name]?.truncate(first - 1);
    run.curves[name]?.append(values);
    run.step = Math.max(run.step, first - 1 + values.length);
  }
  if (msPerStep > 0) run.msPerStep = msPerStep;
}

/** Puts a measurement in its place by step; one of the same step is replaced. */
export function addMeasurement(run: ComputedRun, measurement: Measurement): void {
  run.measurements = [...run.measurements.filter(({step}) => step < measurement.step), measurement];
}

/** The run as it stood at `step`: what a branch starts with. */
export function branchRun(run: ComputedRun, number: number, step: number): ComputedRun {
  const curves = Object.fromEntries(
    Object.entries(run.curves).map(([name, list]) => [
      name,
      new FloatList(list.values.slice(0, step)),
    ]),
  );
  const {backend, earlierBackends, msPerStep} = run;
  return computed({
    number,
    params: run.params,
    inputs: run.inputs,
    ...(run.driver && {driver: run.driver}),
    parent: {number: run.number, step},
    curves,
    changes: run.changes.filter((change) => change.step <= step),
    parts: partsUpTo(run.parts, step),
    measurements: run.measurements.filter((measurement) => measurement.step <= step),
    step,
    ...(backend && {backend}),
    ...(earlierBackends && {earlierBackends}),
    ...(msPerStep && {msPerStep}),
  });
}

/** Forgets what the run has of the steps after `step`, except for live changes: what the reader set holds from there. */
export function rewindRun(run: ComputedRun, step: number): void {
  for (const list of Object.values(run.curves)) list.truncate(step);
  run.changes = run.changes.map((change) => ({...change, step: Math.min(change.step, step)}));
  run.parts = partsUpTo(run.parts, step);
  run.measurements = run.measurements.filter((measurement) => measurement.step <= step);
  run.step = step;
}

/** Steps taken by hand as they were by `step`. */
export function partsUpTo(parts: readonly RunPart[], step: number): RunPart[] {
  return parts
    .filter((part) => part.step < step)
    .map((part) => ({...part, count: Math.min(part.count, step - part.step)}));
}

/** Whether both are of the same run, perhaps as it was at different steps. */
export function isSameRun(a: RunRecord, b: RunRecord): boolean {
  return a.number === b.number && a.origin === b.origin;
}

/** Remembers what the run's pictures are drawn with, or how they are shown. */
export function showWith(run: ComputedRun, name: string, value: ParamValue): void {
  run.params = {...run.params, [name]: value};
}

/** The params in force at `step`, the run's end unless told: the first ones with every live change up to there. */
export function paramsNow({params, changes, step: last}: RunRecord, step = last): Params {
  const past = changes.filter((change) => change.step <= step);
  return {...params, ...Object.fromEntries(past.map(({name, value}) => [name, value]))};
}

/** Words in quotation marks, since they may be none; every other value as it is. */
export function quoted({kind}: Pick<Param, "kind">, value: ParamValue): string {
  return kind === "text" ? `“${value}”` : String(value);
}

/** A run as plain arrays, so that it can be stored. */
export type PlainRun = Omit<RunRecord, "curves"> & {
  readonly curves: Readonly<Record<string, Float32Array>>;
};

/** A copy of the run up to `step`. */
export function plainRun(run: ComputedRun, step: number): PlainRun {
  const {parent: _branch, curves, ...cut} = branchRun(run, run.number, step);
  const copies = Object.entries(curves).map(([name, list]) => [name, list.values.slice()]);
  return {
    ...cut,
    curves: Object.fromEntries(copies),
    ...(run.parent && {parent: run.parent}),
    ...(run.snapshot && run.snapshot.step <= step && {snapshot: run.snapshot}),
  };
}

/** The run that `plainRun` copied, and that came from this device's own database: nothing else is ever read into it. */
export function fromPlainRun({curves, ...rest}: PlainRun): ComputedRun {
  const lists = Object.entries(curves).map(([name, values]) => [name, new FloatList(values)]);
  return computed({...rest, curves: Object.fromEntries(lists)});
}
