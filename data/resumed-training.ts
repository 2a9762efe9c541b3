/**
 * Training that takes longer than one sitting. What a run has reached is kept in `my/train-<id>.bin`, and the next call goes on from there, to the
 * same weights as in one go.
 */
import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {packBundle, unpackBundle} from "../lib/bundle.js";
import type {BatchState} from "../lib/pipeline/batches.js";
import {Random, type RandomState} from "../lib/random.js";
import {type Trainee, train} from "../lib/training/train.js";
import {type NodeRun, startRun} from "../tools/runs/start-run.js";

export interface Resumable {
  /** Of an experiment. */
  readonly id: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly steps: number;
  /** In the last of the steps the learning rate falls to a tenth, in a straight line. */
  readonly fallSteps: number;
  readonly learningRate: number;
  /** After so many it stops, to go on in another call. */
  readonly minutes: number;
}

/** Where a run is. */
export interface Reached {
  readonly setup: NodeRun["setup"];
  readonly trainee: Trainee;
  /** In all calls together. */
  readonly processorSeconds: number;
}

interface Progress {
  readonly step: number;
  readonly random: RandomState;
  readonly batches: BatchState;
  readonly processorSeconds: number;
}

/** Every so many steps the mean of the loss is told, and what is reached is kept. */
const [toldSteps, keptSteps] = [100, 500];
const folder = new URL("../my/", import.meta.url);

export async function resumedTraining(options: Resumable): Promise<Reached> {
  const {id, params, steps, minutes} = options;
  const {setup, run} = await startRun(id, params);
  const {processorSeconds: before, ...start} = resumed(id, run);
  const trainee: Trainee = {...run, ...start};
  const seconds = () => before + Math.round(process.cpuUsage().user / 1e6);
  const end = performance.now() + minutes * 60_000;
  let sum = 0;
  trainee.model.set("learningRate", rateAfter(trainee.step, options));
  for await (const {step, scalars} of train(trainee, {steps: steps - trainee.step})) {
    trainee.model.set("learningRate", rateAfter(step, options));
    sum += scalars.loss!;
    if (step % toldSteps === 0) {
      console.log(step, (sum / toldSteps).toFixed(4), seconds());
      sum = 0;
    }
    if (step % keptSteps === 0) await keep(id, trainee, seconds());
    if (performance.now() > end) break;
  }
  await keep(id, trainee, seconds());
  return {setup, trainee, processorSeconds: seconds()};
}

function resumed(
  id: string,
  run: Trainee,
): Omit<Progress, "random" | "batches"> & {random: Random} {
  const file = fileOf(id);
  if (!existsSync(file)) return {random: run.random, step: 0, processorSeconds: 0};
  const {header, arrays} = unpackBundle(readFileSync(file));
  const {step, random, batches, processorSeconds} = header as Progress;
  run.model.restore(arrays);
  run.batches.restore(batches);
  return {random: Random.from(random), step, processorSeconds};
}

function rateAfter(step: number, {steps, fallSteps, learningRate}: Resumable): number {
  const fallen = Math.max(0, step - (steps - fallSteps)) / fallSteps;
  return learningRate * (1 - 0.9 * fallen);
}

async function keep(id: string, trainee: Trainee, processorSeconds: number): Promise<void> {
  const header: Progress = {
    step: trainee.step,
    random: trainee.random.state(),
    batches: trainee.batches.state(),
    processorSeconds,
  };
  mkdirSync(folder, {recursive: true});
  writeFileSync(fileOf(id), packBundle(header, await trainee.model.state()));
}

function fileOf(id: string): URL {
  return new URL(`train-${id}.bin`, folder);
}
