/**
 * Milliseconds per training step on the wasm back end under Node, in one thread: a table, then the same as JSON.
 *
 *     npm run bench               with this project's kernels
 *     npm run bench -- --stock    with TF.js's own, and the one it lacks
 */
import {cpus} from "node:os";
import {installKernels} from "../lib/kernels/index.js";
import * as tf from "../lib/tf.js";
import {useWasm} from "./start-run.js";
import {steps} from "./steps.js";
import {stockKernels} from "./stock-kernels.js";

const isStock = process.argv.includes("--stock");
const seconds = 4;
await useWasm(isStock ? stockKernels : installKernels);

const rows = [];
for (const [name, make] of Object.entries(steps)) rows.push({name, ...(await time(make()))});
const machine = {cpu: cpus()[0]?.model.trim(), cores: cpus().length, node: process.version};
console.table(rows);
console.log(JSON.stringify({kernels: isStock ? "stock" : "ours", ...machine, rows}));

/** The median is what a reader gets; processor time tells more on a machine that does other things too. */
async function time(step: () => Promise<void>) {
  for (let i = 0; i < 5; i++) await step();
  const tensors = tf.memory().numTensors;
  const times: number[] = [];
  const cpu = process.cpuUsage();
  const start = performance.now();
  while (performance.now() - start < seconds * 1000) {
    const before = performance.now();
    await step();
    times.push(performance.now() - before);
  }
  const {user, system} = process.cpuUsage(cpu);
  times.sort((a, b) => a - b);
  return {
    medianMs: round(times[times.length >> 1]!),
    leastMs: round(times[0]!),
    cpuMs: round((user + system) / 1000 / times.length),
    steps: times.length,
    leakedTensors: tf.memory().numTensors - tensors,
  };
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
