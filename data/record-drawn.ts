/**
 * Draws the digits that metrics judge beside real ones, `npx tsx data/record-drawn.ts`: 500 each by the default runs of the GAN and of the VAE, at
 * their end, to `data/drawn-digits.bin.gz`. A minute of one processor. On wasm they are the same to the last bit everywhere.
 */
import {gzipSync} from "node:zlib";
import {packBundle} from "../lib/bundle.js";
import type {ByteImages} from "../lib/image.js";
import {Random} from "../lib/random.js";
import {train} from "../lib/training/train.js";
import {drawnCount} from "../src/experiments/shared/judging/judging-params.js";
import {startRun, useWasm} from "../tools/runs/start-run.js";
import {drawnByGan, drawnByVae} from "./drawn-pictures.js";
import {writeData} from "./write-manifest.js";

const seed = 7;
const makers = [
  {name: "gan", id: "gan-digits", draw: drawnByGan},
  {name: "vae", id: "vae-digits", draw: drawnByVae},
] as const;

await useWasm();
const arrays: Record<string, ByteImages> = {};
for (const {name, id, draw} of makers) {
  const {setup, run, params} = await startRun(id, {seed});
  for await (const _ of train(run, {steps: Number(params.maxSteps)}));
  arrays[name] = await draw(setup, drawnCount, new Random(seed).fork(id));
  setup.dispose();
}
const packed = gzipSync(packBundle({seed}, arrays), {level: 9});
writeData("drawn-digits", packed, {
  file: "drawn-digits.bin.gz",
  title: `digits drawn by the default runs of a GAN and of a VAE, ${drawnCount} each`,
  shape: [packed.length],
  source: {title: "made by this course", url: "", version: ""},
  author: "From Noise authors",
  licence: "MIT",
  licenceNote: "",
  script: "npx tsx data/record-drawn.ts",
  details: {seed, backend: "wasm"},
});
console.log(`${packed.length} bytes`);
