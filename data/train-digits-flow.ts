/**
 * `npx tsx data/train-digits-flow.ts`: trains the network of the experiment `structure-and-chance` from no knowledge, on TF.js' wasm back end
 * under Node, and writes its averaged weights as bytes to `data/generator-digits.bin.gz`, with their entry in the manifest. About a minute
 * and a half of one processor. On wasm it is the same to the last bit everywhere.
 */
import {train} from "../lib/training/train.js";
import {startRun} from "../tools/runs/start-run.js";
import {readManifest} from "./write-manifest.js";
import {averagedWeights, writeWeights} from "./write-weights.js";

const steps = Number(process.argv[2] ?? 4000);
const params = {
  start: "zero",
  seed: 1,
  batchSize: 32,
  learningRate: 0.006,
  decaySteps: steps,
  averaging: 0.998,
} as const;

const {setup, run} = await startRun("structure-and-chance", params);
let sum = 0;
for await (const {step, scalars} of train(run, {steps})) {
  sum += scalars.loss!;
  if (step % 500 > 0) continue;
  console.log(step, (sum / 500).toFixed(4), seconds(), (await setup.measure()).scalars);
  sum = 0;
}
const {scalars} = await setup.measure();
const weights = averagedWeights(await run.model.state());
await writeWeights("generator-digits", {
  title: "weights of a flow that draws digits",
  header: {network: "digit-flow"},
  weights,
  learnedFrom: readManifest().files["digits-train"]!,
  script: "npx tsx data/train-digits-flow.ts",
  details: {
    ...params,
    steps,
    processorSeconds: seconds(),
    drawnAsAsked: `${scalars.agreement!.toFixed(0)} % without guidance`,
    limits: "14 by 14 pixels, digits alone",
  },
});

function seconds(): number {
  return Math.round(process.cpuUsage().user / 1e6);
}
