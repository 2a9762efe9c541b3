import type {ParamTable} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";
import type {RunChange} from "../../lib/training/run-file-type.js";
import {drivenWords, driverChange} from "./driver-words.js";
import {heldChanges, toldChanges} from "./live-changes.js";
import {quoted, type RunRecord} from "./run-record.js";

/** "learning rate 0.002 → 0.01, seed 7 → 8, at step 120: batch size 32": how a run's recipe differs from that of the run before it. */
export function whatChanged(
  {params: table}: Experiment,
  run: RunRecord,
  before: RunRecord | undefined,
): string {
  const parts = before
    ? [
        ...branching(run),
        ...driverChange(before.driver, run.driver),
        ...differences(table, run, before),
      ]
    : [`the first run${drivenWords(run.driver)}`];
  const held = heldChanges(run.changes, run.params);
  const live = toldChanges(held, (change) => changeWords(table, change));
  return [...parts, ...live].join(", ") || "nothing: same settings, same seed";
}

/** Each live change of a run, "at step 120: Learning rate 0.001". */
export function everyChange({params: table}: Experiment, run: RunRecord): string[] {
  return heldChanges(run.changes, run.params).map((change) => changeWords(table, change));
}

function branching({parent}: RunRecord): string[] {
  return parent ? [`branched from run ${parent.number} at step ${parent.step}`] : [];
}

function differences(table: ParamTable, run: RunRecord, before: RunRecord): string[] {
  return Object.entries(table)
    .filter(([name]) => run.params[name] !== before.params[name])
    .map(([name, param]) => {
      const [old, now] = [before, run].map(({params}) => quoted(param, params[name]!));
      return `${param.label} ${old} → ${now}`;
    });
}

function changeWords(table: ParamTable, {step, name, value}: RunChange): string {
  return `at step ${step}: ${table[name]?.label ?? name} ${value}`;
}
