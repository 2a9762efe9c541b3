/** What a reference step asks of the GPU: counted in Chromium, where dispatches are dropped once they are counted. */
import {openProgram} from "../../test/browser/program.js";
import type * as counts from "../../test/browser/webgpu-counts-page.js";
import {launch} from "../browser.js";
import type {Part, Row} from "../part.js";
import type {Optimiser} from "../steps.js";

type Kernels = "ours" | "stock";

const names = ["cnn reference", "gan reference"] as const;

const ways: Readonly<Record<string, readonly [Kernels, Optimiser]>> = {
  "TF.js alone": ["stock", "stock"],
  "kernels, TF.js's Adam": ["ours", "stock"],
  "kernels, their Adam": ["ours", "ours"],
};

export const webgpu: Part = {
  title: "What a step asks of WebGPU",
  async measure(say) {
    const rows: Row[] = [];
    for (const step of names)
      for (const [way, [kernels, optimiser]] of Object.entries(ways)) {
        say(`${step}: ${way}`);
        rows.push({step, way, ...(await count(step, kernels, optimiser))});
      }
    const note =
      "Batch 64, a step after those that fill TF.js's pool of buffers. Buffers are those made anew; writes are the uploads of the " +
      "parameters of a dispatch. They are the same on every machine, and test/browser/webgpu-counts.test.ts keeps them.";
    return [{title: "Per step", rows, note}];
  },
};

async function count(step: (typeof names)[number], kernels: Kernels, optimiser: Optimiser) {
  const browser = await launch({webGpu: true});
  try {
    const page = await openProgram<typeof counts>(browser, "test/browser/webgpu-counts-page.ts");
    await page.call("start", kernels);
    const {dispatches, submits, buffers, writes} = await page.call("count", step, optimiser);
    return {dispatches, submits, buffers, writes};
  } finally {
    await browser.close();
  }
}
