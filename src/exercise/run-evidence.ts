/** What a graded experiment sees of the runs on its page. */
import type {RunRecord} from "../experiment/run-record.js";
import type {Evidence, MeasuredStep, RunEvidence} from "../lib/grading/evidence.js";
import type {Measurement} from "../lib/training/protocol.js";

/** The evidence of `now`, the run that is graded, and of those before it. */
export function evidenceOf({
  now,
  earlier,
}: {
  readonly now: RunRecord;
  readonly earlier: readonly RunRecord[];
}): Evidence {
  return {now: runEvidence(now), earlier: earlier.map(runEvidence)};
}

function runEvidence({
  params,
  changes,
  step,
  backend,
  curves,
  measurements,
}: RunRecord): RunEvidence {
  const copies = Object.entries(curves).map(([name, {values}]) => [name, values.slice()]);
  return {
    params,
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
