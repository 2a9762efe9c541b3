import type {Experiment} from "../../lib/training/experiment.js";
import type {RunFile} from "../../lib/training/run-file-type.js";
import {FloatList} from "./float-list.js";
import type {RunRecord} from "./run-record.js";

/** A run as the file that replays it. `date` is when it is saved. Throws when the run has no steps. */
export function toRunFile(experiment: Experiment, run: RunRecord, date: string): RunFile {
  if (!run.backend || run.step === 0) throw new RangeError("invalid run: it has no steps yet");
  const losses = Object.entries(run.curves).map(([name, list]) => [name, list.values.slice()]);
  return {
    experiment: experiment.id,
    params: run.params,
    inputs: run.inputs,
    ...(run.driver && {driver: run.driver}),
    changes: run.changes,
    parts: run.parts,
    steps: run.step,
    losses: Object.fromEntries(losses),
    measurements: run.measurements.map(({step, scalars}) => ({step, scalars})),
    backend: run.backend,
    date: run.date ?? date,
  };
}

/** The run of a file as a run of the history, labelled as imported. */
export function fromRunFile(file: RunFile): RunRecord {
  const {params, inputs, driver, changes, parts, steps, losses, backend, date} = file;
  const curves = Object.entries(losses).map(([name, values]) => [name, new FloatList(values)]);
  return {
    number: 0,
    origin: "imported",
    params,
    inputs,
    ...(driver && {driver}),
    curves: Object.fromEntries(curves),
    changes: [...changes],
    parts: [...parts],
    measurements: file.measurements.map((m) => ({...m, floors: {}, arrays: {}})),
    step: steps,
    backend,
    date,
  };
}
