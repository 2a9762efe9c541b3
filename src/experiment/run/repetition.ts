import {isSameDriver} from "../../lib/driver.js";
import {trainingParams} from "../../lib/param-groups.js";
import {isSameParams, type ParamTable} from "../../lib/params.js";
import type {RunRecord} from "./run-record.js";

type Recipe = Pick<RunRecord, "params" | "inputs" | "driver" | "changes" | "parts" | "step">;

/** Whether `run` has come as far as `other` by the same recipe, whatever their pictures are drawn with. */
export function repeats(table: ParamTable, run: Recipe, other: Recipe): boolean {
  return (
    run.step >= other.step &&
    isSameDriver(run.driver, other.driver) &&
    isSameParams(trainingParams(table, run.params), other.params) &&
    JSON.stringify(deedsOf(run, other.step)) === JSON.stringify(deedsOf(other, other.step))
  );
}

/** What the reader gave and did before `end`. */
function deedsOf({inputs, changes, parts}: Recipe, end: number) {
  const given = Object.entries(inputs).map(([name, {data, shape}]) => [name, shape, [...data]]);
  const changed = changes
    .filter(({step}) => step < end)
    .map(({step, name, value}) => [step, name, value]);
  const taken = parts
    .filter(({step}) => step < end)
    .map(({step, kind, count}) => [step, kind, Math.min(count, end - step)]);
  return [given, changed, taken];
}
