/** What a graded experiment sees of the runs on its page. */
import type {ComputedRun} from "../experiment/run/run-record.js";
import type {Evidence, MeasuredStep, RunEvidence} from "../lib/grading/evidence.js";
import {trainingParams} from "../lib/param-groups.js";
import type {Experiment} from "../lib/training/experiment.js";
import type {Measurement} from "../lib/training/protocol.js";
import type {CountingRuns} from "./counting-runs.js";

/** The evidence of `now`, the run that is graded, and of those before it. What a file claims is none: the types see to it. */
export function evidenceOf({experiment, now, earlier}: CountingRuns): Evidence {
  const evidence = (run: ComputedRun) => runEvidence(experiment, run);
  return {now: evidence(now), earlier: earlier.map(evidence)};
}

function runEvidence(
  {params: table}: Experiment,
  {number, params, changes, step, backend, curves, measurements}: ComputedRun,
): RunEvidence {
  const copies = Object.entries(curves).map(([name, {values}]) => [name, values.slice()]);
  return {
    number,
    params: trainingParams(table, params),
    changes,
    steps: step,
    backend: backend ?? "an unknown back end",
    curves: Object.fromEntries(copies),
    measurements: measurements.map(measuredStep),
  };
}

function measuredStep({step, scalars, arrays}: Measurement): MeasuredStep {
  const lists = Object.entries(arrays).map(([name, {data}]) => [name, Array.from(data)]);
  return {step, scalars, arrays: Object.fromEntries(lists)};
}
