import type {Snapshot} from "../../lib/training/protocol.js";
import {FloatList} from "./float-list.js";
import {partsUpTo, type RunRecord} from "./run-record.js";

/**
 * The run as it was at `step`, with nothing that came later: curves, measurements, live changes and steps taken by hand. Its picture
 * is `picture`, or the run's own where that was there by then. A run that ends there is itself. All that shows a run draws from this.
 */
export function runAt(run: RunRecord, step: number, picture?: Snapshot): RunRecord {
  if (step >= run.step) return run;
  const {snapshot: last, ...whole} = run;
  const snapshot = picture ?? last;
  return {
    ...whole,
    curves: curvesUpTo(run.curves, step),
    changes: run.changes.filter((change) => change.step <= step),
    parts: partsUpTo(run.parts, step),
    measurements: run.measurements.filter((measurement) => measurement.step <= step),
    step,
    ...(snapshot && snapshot.step <= step && {snapshot}),
  };
}

function curvesUpTo(curves: RunRecord["curves"], step: number): RunRecord["curves"] {
  const cut = Object.entries(curves).map(([name, list]) => [
    name,
    new FloatList(list.values.subarray(0, step)),
  ]);
  return Object.fromEntries(cut);
}
