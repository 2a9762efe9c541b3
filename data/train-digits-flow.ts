/**
 * `npx tsx data/train-digits-flow.ts`: trains the network of the experiment `structure-and-chance` from no knowledge, on TF.js' wasm back end
 * under Node, and writes its averaged weights as bytes to `data/generator-digits.bin.gz`, with their entry in the manifest. About a minute
 * and a half of one processor. On wasm it is the same to the last bit everywhere.
 */
import zopfli from "@gfx/zopfli";
import type {NamedArrays} from "../lib/array.js";
import {packBundle} from "../lib/bundle.js";
import {quantise} from "../lib/models/quantised.js";
import {train} from "../lib/training/train.js";
import {startRun} from "../tools/runs/start-run.js";
import {readManifest, writeData} from "./write-manifest.js";

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
const weights = averages(await run.model.state());
const bundle = packBundle({network: "digit-flow"}, quantise(weights));
const {title, source, author, licence} = readManifest().files["digits-train"]!;
const entry = writeData("generator-digits", await zopfli.gzipAsync(bundle, {numiterations: 15}), {
  file: "generator-digits.bin.gz",
  title: "weights of a flow that draws digits",
  shape: [bundle.length],
  source: {title: `trained here on: ${title}`, url: source.url, version: source.version},
  author: `From Noise authors; pictures by ${author}`,
  licence: "MIT",
  licenceNote: `The weights were learned from pictures under ${licence}.`,
  script: "npx tsx data/train-digits-flow.ts",
  details: {
    parameters: Object.values(weights).reduce((count, {data}) => count + data.length, 0),
    ...params,
    steps,
    processorSeconds: seconds(),
    drawnAsAsked: `${scalars.agreement!.toFixed(0)} % without guidance`,
    limits: "14 by 14 pixels, digits alone",
    trained: "TF.js, wasm back end, Node",
  },
});
console.log(`${entry.file}: ${entry.bytes} bytes`);

function seconds(): number {
  return Math.round(process.cpuUsage().user / 1e6);
}

/** The averaged weights by layer and kind. */
function averages(state: NamedArrays): NamedArrays {
  const prefix = "average/";
  return Object.fromEntries(
    Object.entries(state)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, array]) => [name.slice(prefix.length), array]),
  );
}
