import type {Reading} from "../../lib/training/experiment.js";
import {paramsNow, type RunRecord} from "./run-record.js";

/** The numbers of a run's curve as those of the measure that is read from it: index i is step i + 1, NaN where it reads none. */
export function readingOf(run: RunRecord, {curve, factor, isOne}: Reading): Float32Array {
  const values = run.curves[curve]?.values ?? new Float32Array(0);
  const read = new Float32Array(values.length).fill(Number.NaN);
  const starts = [0, ...run.changes.map(({step}) => step)];
  for (const from of starts) {
    const isRead = isOne(paramsNow(run, from));
    for (let i = from; i < values.length; i++) read[i] = isRead ? factor * values[i]! : Number.NaN;
  }
  return read;
}
