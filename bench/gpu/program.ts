/**
 * What is measured on a GPU: the reference steps, as TF.js comes and with the kernels, beside PyTorch with CUDA where there is one; and the
 * beginnings of default runs beside the same on wasm. Its last line is its tables as JSON.
 */
import {fileURLToPath} from "node:url";
import {parseArgs} from "node:util";
import {installKernels} from "../../lib/kernels/index.js";
import * as tf from "../../lib/tf.js";
import {useBackend} from "../../lib/training/backends.js";
import {train} from "../../lib/training/train.js";
import {makeRun} from "../../tools/runs/start-run.js";
import type {Row, Table} from "../part.js";
import {findCuda, startPyTorch} from "../pytorch.js";
import {type Optimiser, referenceNames, steps} from "../steps.js";
import {round, summary} from "../summary.js";
import {type Adapter, dispatchesOf, startDawn} from "./dawn.js";
import {runNames} from "./runs.js";

const warmUpSteps = 3;
const folder = fileURLToPath(new URL(".", import.meta.url));
const wasmPaths = folder;

const {values} = parseArgs({options: {seconds: {type: "string"}}});
const adapter = await startDawn(folder);
console.log(adapter.name);
/** On a processor that plays a GPU a step takes seconds: what it shows is that all of it runs. */
const [batchSize, leastSteps, seconds] = adapter.isSoftware
  ? [2, 1, 0]
  : [64, 20, Number(values.seconds ?? 3)];
/** Of the default runs, the smallest that all of them take. */
const runChanges = adapter.isSoftware ? {batchSize: 8} : {};

const stepRows: Row[] = [];
await useBackend("webgpu", {wasmPaths, installKernels: () => {}});
await timeSteps("TF.js alone", "stock");
await useBackend("wasm", {wasmPaths, installKernels});
const onWasm = await begunRuns();
await useBackend("webgpu", {wasmPaths, installKernels});
await timeSteps("kernels, TF.js's Adam", "stock");
await timeSteps("kernels, their Adam", "ours");
const onGpu = await begunRuns();
await timePyTorch();
console.log(JSON.stringify(tablesOf(adapter)));
process.exit(0);

async function timeSteps(way: string, optimiser: Optimiser): Promise<void> {
  for (const step of referenceNames) {
    const take = steps[step]!(batchSize, optimiser);
    for (let i = 1; i < warmUpSteps; i++) await take();
    const dispatches = await dispatchesOf(take);
    addRow({step, way, dispatches}, await times(take));
  }
}

async function timePyTorch(): Promise<void> {
  const python = findCuda();
  if (!python || adapter.isSoftware) return;
  const place = {device: "cuda", script: `${folder}reference.py`} as const;
  const torch = await startPyTorch(python, 1, place);
  for (const step of referenceNames) {
    await torch.take(step, 10 * warmUpSteps);
    addRow({step, way: "PyTorch, CUDA", dispatches: "-"}, await torch.take(step, 200));
  }
  await torch.close();
}

function addRow(row: Row, ms: readonly number[]): void {
  const {leastMs, medianMs} = summary(ms);
  stepRows.push({...row, "least ms": leastMs, "median ms": medianMs});
  console.log(...Object.values(stepRows.at(-1)!));
}

/** Of each step its ms, for as long as was asked for. */
async function times(take: () => Promise<unknown>): Promise<number[]> {
  const ms: number[] = [];
  const end = performance.now() + 1000 * seconds;
  while (ms.length < leastSteps || performance.now() < end) {
    const start = performance.now();
    await take();
    ms.push(performance.now() - start);
  }
  return ms;
}

interface Begun {
  readonly losses: readonly number[];
  readonly msPerStep: number;
}

/** Of each default run its first losses, one after the other, and the time of a step, without the first ones. */
async function begunRuns(): Promise<Record<string, Begun>> {
  const begun: Record<string, Begun> = {};
  for (const id of runNames) {
    console.log(`${id} on ${tf.getBackend()}`);
    const {setup, run} = await makeRun(id, runChanges);
    const losses: number[] = [];
    let start = performance.now();
    for await (const {step, scalars} of train(run, {steps: warmUpSteps + leastSteps})) {
      losses.push(...Object.values(scalars));
      if (step === warmUpSteps) start = performance.now();
    }
    begun[id] = {losses, msPerStep: (performance.now() - start) / leastSteps};
    setup.dispose();
  }
  return begun;
}

function tablesOf({name, isSoftware}: Adapter): Table[] {
  const runRows = runNames.map((id): Row => {
    const [wasm, gpu] = [onWasm[id]!, onGpu[id]!];
    const apart = wasm.losses.map((loss, i) => Math.abs(gpu.losses[i]! - loss) / Math.abs(loss));
    return {
      run: id,
      "wasm ms": round(wasm.msPerStep),
      "WebGPU ms": round(gpu.msPerStep),
      steps: warmUpSteps + leastSteps,
      "largest difference of a loss": Number(Math.max(...apart).toExponential(1)),
    };
  });
  const proof = isSoftware
    ? " A processor plays the GPU here: small batches and one step a way, to show that all of it runs. Its times say nothing of a GPU."
    : "";
  return [
    {
      title: `Reference steps on ${name}`,
      rows: stepRows,
      note: `ms per step, batch ${batchSize}, Adam; each step waits for its loss. TF.js on WebGPU through Dawn in Node.${proof}`,
    },
    {
      title: `Default runs on ${name}`,
      rows: runRows,
      note: `Mean ms per step, ${isSoftware ? `batch ${runChanges.batchSize}, ` : ""}with all that a run does, and how far the losses of WebGPU are from those of wasm with the same seed, at most, as a share.${proof}`,
    },
  ];
}
