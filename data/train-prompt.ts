/**
 * `npx tsx data/train-prompt.ts <minutes>`: trains the network of the experiment `prompt` from no knowledge, on TF.js' wasm back end under
 * Node, for so many minutes at most. What it has reached is kept in `my/train-prompt.bin`, and the next call goes on from there, to
 * the same weights as in one go. At its end, and each time it stops, it writes `data/generator-emoji.bin.gz`, the averaged weights as
 * bytes, with its entry in the manifest.
 */
import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {packBundle, unpackBundle} from "../lib/bundle.js";
import type {BatchState} from "../lib/pipeline/batches.js";
import {Random, type RandomState} from "../lib/random.js";
import {type Trainee, train} from "../lib/training/train.js";
import {promptPictures} from "../src/experiments/prompt/prompt-pictures.setup.js";
import {startRun} from "../tools/runs/start-run.js";
import {dataFile} from "./data-file.js";
import {readManifest} from "./write-manifest.js";
import {averagedWeights, parameterCount, writeWeights} from "./write-weights.js";

const params = {
  start: "zero",
  seed: 1,
  batchSize: 16,
  learningRate: 0.003,
  decaySteps: 0,
  averaging: 0.998,
  guidance: 3,
} as const;
const steps = Number(process.argv[3] ?? 13500);
/** In the last of the steps the learning rate falls to a tenth, in a straight line. */
const fallSteps = Math.min(3000, steps / 2);
const minutes = Number(process.argv[2] ?? 10);
const folder = new URL("../my/", import.meta.url);
const kept = new URL("train-prompt.bin", folder);

interface Progress {
  readonly step: number;
  readonly random: RandomState;
  readonly batches: BatchState;
  readonly processorSeconds: number;
}

const {setup, run} = await startRun("prompt", params);
const before = resume();
const trainee: Trainee = {...run, random: before.random, step: before.step};
const end = performance.now() + minutes * 60_000;
let sum = 0;
trainee.model.set("learningRate", rateAfter(trainee.step));
for await (const {step, scalars} of train(trainee, {steps: steps - trainee.step})) {
  trainee.model.set("learningRate", rateAfter(step));
  sum += scalars.loss!;
  if (step % 100 === 0) {
    console.log(step, (sum / 100).toFixed(4), seconds());
    sum = 0;
  }
  if (step % 500 === 0) await keep();
  if (performance.now() > end) break;
}
await keep();
const {scalars} = await setup.measure();
console.log(trainee.step, seconds(), scalars);
await save();

function resume() {
  if (!existsSync(kept)) return {random: run.random, step: 0, processorSeconds: 0};
  const {header, arrays} = unpackBundle(readFileSync(kept));
  const {step, random, batches, processorSeconds} = header as Progress;
  run.model.restore(arrays);
  run.batches.restore(batches);
  return {random: Random.from(random), step, processorSeconds};
}

function rateAfter(step: number): number {
  const fallen = Math.max(0, step - (steps - fallSteps)) / fallSteps;
  return params.learningRate * (1 - 0.9 * fallen);
}

async function keep(): Promise<void> {
  const header: Progress = {
    step: trainee.step,
    random: trainee.random.state(),
    batches: trainee.batches.state(),
    processorSeconds: seconds(),
  };
  mkdirSync(folder, {recursive: true});
  writeFileSync(kept, packBundle(header, await trainee.model.state()));
}

function seconds(): number {
  return before.processorSeconds + Math.round(process.cpuUsage().user / 1e6);
}

async function save(): Promise<void> {
  const weights = averagedWeights(await trainee.model.state());
  await writeWeights("generator-emoji", {
    title: "weights of a flow that draws emoji from words",
    header: {words: wordsOf()},
    weights,
    learnedFrom: readManifest().files["emoji-16"]!,
    script: "npx tsx data/train-prompt.ts",
    details: {
      parameters: parameterCount(weights),
      ...params,
      steps: trainee.step,
      fallSteps,
      processorSeconds: seconds(),
      heldOutPairsAsAsked: `${scalars.agreement!.toFixed(0)} % of ${scalars.samples}`,
      limits:
        "16 by 16 pixels; words without their order; outlines mostly near to those of its emoji",
      trained: "TF.js, wasm back end, Node",
    },
    iterations: 5,
  });
}

/** Its words, column by column. */
function wordsOf(): readonly string[] {
  const {terms} = promptPictures(dataFile("emoji-16"), dataFile("emoji-captions"));
  return terms.terms.map(({name}) => name);
}
