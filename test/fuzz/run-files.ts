/** Run files: one is read as what it says and can be followed, written and read again, or is refused in one short line. */

import {defaultParams, type NumberParam, type Params} from "../../lib/params.js";
import {BadRunFile} from "../../lib/training/bad-run-file.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {replay} from "../../lib/training/replay.js";
import {readRun, writeRun} from "../../lib/training/run-file.js";
import type {RunFile} from "../../lib/training/run-file-type.js";
import {narrate} from "../../src/experiment/panels/narration.js";
import {fromRunFile, toRunFile} from "../../src/experiment/run/run-transfer.js";
import {experiments, findExperiment} from "../../src/experiments/index.js";
import {shapeOf} from "./fuzz.js";
import {mutateJson} from "./mutate-json.js";
import {isSame} from "./same.js";
import {messageProblem, type Outcome, type Target} from "./target.js";

interface Read extends Outcome {
  readonly run: RunFile;
  /** The same, written and read again. */
  readonly again: RunFile;
  readonly taken: number;
}

interface Refused extends Outcome {
  readonly message: string;
}

export const runFiles: Target<Read | Refused> = {
  name: "run files",
  seeds: Object.values(experiments).flatMap((experiment) =>
    [false, true].map((isLong) => seed(experiment, isLong)),
  ),
  mutate: mutateJson,
  run(text) {
    try {
      const run = readRun(text, findExperiment);
      return {
        kind: `read ${run.experiment}`,
        run,
        again: readRun(writeRun(run), findExperiment),
        taken: follow(run),
      };
    } catch (error) {
      if (!(error instanceof BadRunFile)) throw error;
      return {kind: shapeOf(error.message), message: error.message};
    }
  },
  holds(outcome, text) {
    if ("message" in outcome) return messageProblem(outcome.message);
    const {run, again, taken} = outcome;
    if (!isSame(run, again)) return "a run that is another one when it is written and read again";
    if (taken !== run.steps) return `a run of ${run.steps} steps that is followed for ${taken}`;
    return notAsWritten(run, text) ?? tooLong(run);
  },
};

/** What the page and the command line make of a run; the steps that its commands take. */
function follow(run: RunFile): number {
  const record = fromRunFile(run);
  const experiment = findExperiment(run.experiment);
  narrate(experiment, record);
  if (run.steps > 0) toRunFile(experiment, record, run.date);
  return replay(run).reduce((sum, each) => sum + (each.type === "step" ? each.count : 0), 0);
}

/** Nothing is silently corrected: what was read is what stands there. */
function notAsWritten(run: RunFile, text: string): string | undefined {
  const file = JSON.parse(text) as Record<string, unknown>;
  const names = ["experiment", "steps", "backend", "date"] as const;
  const changed = names.find((name) => file[name] !== run[name]);
  if (changed) return `${changed} that was read as another`;
  const given = Object.entries(file.params as object);
  const other = given.find(([name, value]) => run.params[name] !== value);
  if (other) return "a param that was read as another";
  const isDate = /^\d{4}-\d\d-\d\d(T|$)/.test(run.date);
  return isDate ? undefined : "a date that is none was taken";
}

function tooLong(run: RunFile): string | undefined {
  const limits = [
    run.params.maxSteps,
    ...run.changes.map(({name, value}) => name === "maxSteps" && value),
  ];
  const most = Math.max(...limits.map((limit) => Number(limit) || 0));
  return run.steps <= most ? undefined : "steps above maxSteps were taken";
}

/** A run of the experiment with something in every field: of three steps, or to its last one. */
function seed(experiment: Experiment, isLong: boolean): string {
  const {id, params: table, curves, measures, stepKinds} = experiment;
  const longest = (table.maxSteps as NumberParam).min * 2;
  const steps = isLong ? longest : 3;
  const params: Params = {...defaultParams(table), ...(isLong && {maxSteps: longest})};
  const live = Object.entries(table).filter(
    ([name, param]) => param.live && !(isLong && name === "maxSteps"),
  );
  const loss = Float32Array.from({length: steps}, (_, i) => (i === 1 ? Number.NaN : 1 / (i + 1)));
  const measured = Object.fromEntries(Object.keys(measures).map((name, i) => [name, i + 0.5]));
  return writeRun({
    experiment: id,
    params,
    inputs: isLong ? {} : {points: {data: Float32Array.of(0.5, -1, 0.25, 1), shape: [2, 2]}},
    changes: live.map(([name], i) => ({step: i === 0 ? 2 : 3, name, value: params[name]!})),
    parts: Object.keys(stepKinds)
      .slice(-1)
      .map((kind) => ({step: 1, kind, count: 1})),
    steps,
    losses: Object.fromEntries(Object.keys(curves).map((name) => [name, loss])),
    measurements: [{step: 2, scalars: measured}],
    backend: "wasm",
    date: "2026-11-23T12:00:00.000Z",
  });
}
