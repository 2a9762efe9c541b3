/** Takes steps of steps.ts in a page, on a back end that only a browser has. */
import "@tensorflow/tfjs-backend-webgl";
import "@tensorflow/tfjs-backend-webgpu";
import {installKernels} from "../lib/kernels/index.js";
import * as tf from "../lib/tf.js";
import {steps} from "./steps.js";

/** Starts the back end, with this project's kernels or as TF.js comes. */
export async function start(backend: "webgl" | "webgpu", withKernels: boolean): Promise<void> {
  if (!(await tf.setBackend(backend))) throw new Error(`${backend} does not start here`);
  await tf.ready();
  if (withKernels) await installKernels();
}

/** The ms of each of `count` steps, after one that compiles the shaders. */
export async function time(name: string, count: number, optimiser: "ours" | "stock") {
  const step = steps[name]!(64, optimiser);
  await step();
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const begin = performance.now();
    await step();
    times.push(performance.now() - begin);
  }
  return times;
}
