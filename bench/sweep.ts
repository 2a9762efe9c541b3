/**
 * One configuration of an experiment, trained under Node on wasm, a line of JSON per measurement:
 *
 *     npx tsx bench/sweep.ts gan-digits '{"learningRate": 0.002}' --every 50 --sheet sheet.png
 *
 * `seconds` is this process's own processor time in training steps alone: other programs on the machine leave it nearly as it is.
 * What was found with it is in SWEEPS.md.
 */
import {writeFileSync} from "node:fs";
import {parseArgs} from "node:util";
import {sheetPng} from "../data/png.js";
import type {ByteImages} from "../lib/image.js";
import {train} from "../lib/training/train.js";
import {startRun} from "../tools/runs/start-run.js";

const {positionals, values} = parseArgs({
  allowPositionals: true,
  options: {every: {type: "string", default: "50"}, sheet: {type: "string"}},
});
const [id = "gan-digits", given = "{}"] = positionals;
const {params, setup, run} = await startRun(id, JSON.parse(given));
let seconds = 0;

console.log(JSON.stringify({id, given: JSON.parse(given)}));
await report();
let before = process.cpuUsage();
for await (const {step, scalars} of train(run, {steps: Number(params.maxSteps)})) {
  if (step % Number(values.every) !== 0) continue;
  const {user, system} = process.cpuUsage(before);
  seconds += (user + system) / 1e6;
  await report(scalars);
  before = process.cpuUsage();
}
if (values.sheet) {
  const {samples, family = samples} = await setup.snapshot();
  if (family) writeFileSync(values.sheet, sheetPng(family as ByteImages, 8, 3));
}

async function report(scalars: Readonly<Record<string, number>> = {}): Promise<void> {
  const measured = await setup.measure();
  const numbers = {...measured.scalars, ...scalars};
  console.log(JSON.stringify({step: run.step, seconds: round(seconds), ...rounded(numbers)}));
}

function rounded(numbers: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(numbers).map(([name, n]) => [name, round(n)]));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
