/** A run file followed again on wasm: what a grader believes is what comes of the recipe, not what the file claims. */

import {dataFiles} from "../../data/data-file.js";
import type {MeasuredStep, RunEvidence} from "../../lib/grading/evidence.js";
import {trainingParams} from "../../lib/param-groups.js";
import {replay} from "../../lib/training/replay.js";
import {Run} from "../../lib/training/run.js";
import type {RunFile} from "../../lib/training/run-file-type.js";
import {train} from "../../lib/training/train.js";
import {findRunnable} from "../../src/experiments/index.js";
import {useWasm} from "../runs/start-run.js";

/** Takes the run to its last step. `told` hears of each measurement. */
export async function replayRun(
  file: Pick<RunFile, "experiment" | "params" | "inputs" | "changes" | "parts" | "steps">,
  told: (measured: MeasuredStep) => void = () => {},
): Promise<Omit<RunEvidence, "number">> {
  await useWasm();
  const {changes, steps} = file;
  const run = await startedRun(file);
  const params = trainingParams(run.experiment.params, file.params);
  const curves: Record<string, number[]> = {};
  const measurements: MeasuredStep[] = [];
  const measure = async () => {
    if (measurements.at(-1)?.step === run.step) return;
    measurements.push(plain(run.step, await run.setup.measure()));
    told(measurements.at(-1)!);
  };
  for (const command of replay(file)) {
    if (command.type === "set") run.set(command.name, command.value);
    else
      for await (const {step, scalars} of train(run, {kind: command.kind, steps: command.count})) {
        for (const [name, value] of Object.entries(scalars)) {
          curves[name] ??= [];
          curves[name][step - 1] = value;
        }
        if (step % run.setup.cadence.measureSteps === 0) await measure();
      }
  }
  await measure();
  run.dispose();
  return {params, changes, steps, backend: "wasm", curves: asFloats(curves, steps), measurements};
}

async function startedRun({
  experiment: id,
  params,
  inputs,
}: Pick<RunFile, "experiment" | "params" | "inputs">) {
  const {experiment, makeSetup} = await findRunnable(id);
  const files = dataFiles(...experiment.files(params));
  return Run.make(experiment, makeSetup, {params, files, inputs});
}

function plain(
  step: number,
  {
    scalars,
    arrays,
  }: {
    scalars: MeasuredStep["scalars"];
    arrays: Readonly<Record<string, {data: ArrayLike<number>}>>;
  },
): MeasuredStep {
  const lists = Object.entries(arrays).map(([name, {data}]) => [name, Array.from(data)]);
  return {step, scalars: {...scalars}, arrays: Object.fromEntries(lists)};
}

/** NaN where a step has no such number. */
function asFloats(curves: Readonly<Record<string, number[]>>, steps: number) {
  return Object.fromEntries(
    Object.entries(curves).map(([name, values]) => [
      name,
      Float32Array.from({length: steps}, (_, i) => values[i] ?? Number.NaN),
    ]),
  );
}
