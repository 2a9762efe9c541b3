/** Runs that were kept on the device, damaged: the page goes on with one, or says in one short line why not. */

import {defaultParams} from "../../lib/params.js";
import {BadCheckpoint} from "../../lib/training/checkpoint.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {evidenceOf} from "../../src/exercise/run-evidence.js";
import {narrate} from "../../src/experiment/panels/narration.js";
import {readKept} from "../../src/experiment/run/kept-run-reader.js";
import {fromPlainRun, newRun} from "../../src/experiment/run/run-record.js";
import {whatChanged} from "../../src/experiment/run/what-changed.js";
import {ganPlane} from "../../src/experiments/gan-plane/experiment.js";
import {shapeOf} from "./fuzz.js";
import {mutateJson} from "./mutate-json.js";
import {storedIn} from "./stored-values.js";
import {messageProblem, type Outcome, type Target} from "./target.js";

interface Read extends Outcome {
  /** Why the page does not go on with it. */
  readonly message?: string;
}

const experiment = ganPlane as Experiment;
const params = defaultParams(ganPlane.params);
const random = [1, 2, 3, 4];
const floats = {$: "floats", v: [1, 2]};

const seed = {
  experiment: "gan-plane",
  version: 1,
  date: "2026-11-23T10:00:00.000Z",
  run: {
    number: 1,
    origin: "live",
    params,
    inputs: {points: {data: floats, shape: [1, 2]}},
    curves: Object.fromEntries(Object.keys(ganPlane.curves).map((name) => [name, floats])),
    changes: [{step: 1, name: "learningRate", value: 0.01}],
    parts: [{step: 0, kind: "generator", count: 1}],
    measurements: [{step: 2, scalars: {divergence: 0.5}, floors: {}, arrays: {}}],
    step: 2,
    backend: "wasm",
  },
  checkpoint: {
    experiment: "gan-plane",
    step: 2,
    params,
    random,
    batches: {random, position: 0},
    arrays: {w: {data: floats, shape: [2]}},
  },
};

export const keptRuns: Target<Read> = {
  name: "kept runs",
  seeds: [JSON.stringify({run: seed})],
  mutate: mutateJson,
  run(text) {
    const {run} = storedIn(text, ["run"]);
    try {
      return goOn(run);
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof BadCheckpoint)) throw error;
      return {kind: shapeOf(error.message), message: error.message};
    }
  },
  holds: ({message}) => (message === undefined ? undefined : messageProblem(message)),
};

/** What a page does first with a run that it takes. */
function goOn(stored: unknown): Read {
  const kept = readKept(experiment, stored);
  if (!kept) return {kind: "nothing kept"};
  const record = fromPlainRun(kept.run);
  narrate(experiment, record);
  whatChanged(experiment, record, newRun(experiment, 0, params));
  evidenceOf({experiment, now: record, earlier: []});
  return {kind: `read ${Object.keys(kept.run)}`};
}
