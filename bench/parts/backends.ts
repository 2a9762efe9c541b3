/** The reference steps on TF.js's other back ends. Few steps, one after the other: without a GPU they are slow. */
import {openProgram} from "../../test/browser/program.js";
import {launch} from "../browser.js";
import {NodeWorker} from "../node-worker.js";
import type {Part, Row} from "../part.js";
import type {StepOrder, StepWorkerSetup} from "../step-worker.js";
import {summary} from "../summary.js";

const names = ["cnn reference", "gan reference"];
const stepsEach = 2;
const patienceMs = 60_000;

/** Takes `stepsEach` steps after a first one, and resolves to their ms. */
type Run = (step: string) => Promise<number[]>;

const runs: Readonly<Record<string, Run>> = {
  "cpu in Node": onCpu,
  "webgl in Chromium": (step) => inChromium(step, "webgl", false),
  "webgpu in Chromium": (step) => inChromium(step, "webgpu", false),
  "webgpu in Chromium, kernels and their Adam": (step) => inChromium(step, "webgpu", true),
};

export const backends: Part = {
  title: "Reference steps on TF.js's other back ends",
  async measure(say) {
    const rows: Row[] = [];
    for (const step of names)
      for (const [way, run] of Object.entries(runs)) {
        say(`${step}: ${way}`);
        rows.push({step, way, ...(await columnsOf(run(step)))});
      }
    const note =
      `Batch 64, Adam, ${stepsEach} steps after a first one. Without a GPU, WebGL and WebGPU run in Chromium's emulator on the ` +
      "processor: these are its times, and say nothing of a GPU's.";
    return [{title: "ms per step, TF.js's back ends", rows, note}];
  },
};

async function columnsOf(run: Promise<number[]>): Promise<Row> {
  try {
    const {leastMs, medianMs} = summary(await run);
    return {"least ms": leastMs, "median ms": medianMs};
  } catch (error) {
    const [reason] = String((error as Error).message).split("\n");
    return {"least ms": `failed: ${reason}`};
  }
}

async function onCpu(step: string): Promise<number[]> {
  const setup: StepWorkerSetup = {backend: "cpu", kernels: "stock", optimiser: "stock"};
  const worker = await NodeWorker.start<StepOrder, number[]>("bench/step-worker.ts", setup);
  try {
    return (await worker.ask({step, count: stepsEach + 1})).slice(1);
  } finally {
    await worker.close();
  }
}

/** One back end per browser: several in turn have lost it. */
async function inChromium(step: string, backend: "webgl" | "webgpu", withKernels: boolean) {
  const browser = await launch({webGpu: backend === "webgpu"});
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new Error(`no answer in ${patienceMs / 1000} s`);
    timer = setTimeout(() => reject(error), patienceMs);
  });
  try {
    type Program = typeof import("../browser-steps.js");
    const page = await openProgram<Program>(browser, "bench/browser-steps.ts");
    const times = async () => {
      await page.call("start", backend, withKernels);
      return page.call("time", step, stepsEach, withKernels ? "ours" : "stock");
    };
    return await Promise.race([times(), late]);
  } finally {
    clearTimeout(timer);
    await browser.close();
  }
}
