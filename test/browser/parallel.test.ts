import {GradientExchange} from "../../lib/kernels/index.js";
import {type TaskName, trainTask} from "../lib/kernels/parallel-nets.js";
import {startWasm} from "../wasm.js";
import {browserTest, expect} from "./harness.js";
import {trainInPage} from "./parallel-page.js";

const order = {workers: 2, shards: 3, steps: 10} as const;

/** The headers that a static host cannot send, and with which memory can be shared. */
const isolation = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

/** The same training in this process, on one worker. */
async function nodeWeights(task: TaskName): Promise<number[]> {
  await startWasm();
  const {shards, steps} = order;
  const startTimer = () => () => {};
  const alone = new GradientExchange({shards, worker: 0, ports: [undefined], startTimer});
  return Array.from((await trainTask(task, alone, steps)).weights);
}

browserTest("two workers in Chromium get the bits of one process of Node", async ({browser}) => {
  for (const task of ["conv", "dense"] as const) {
    const {isIsolated, answers} = await trainInPage(browser, {}, {...order, task});
    expect(isIsolated).toBe(false);
    const weights = await nodeWeights(task);
    for (const answer of answers)
      expect(answer).toStrictEqual({weights, memory: "transferred", isSteady: true});
  }
});

browserTest("and so do two workers that share memory", async ({browser}) => {
  const {isIsolated, answers} = await trainInPage(browser, isolation, {...order, task: "conv"});
  expect(isIsolated).toBe(true);
  const weights = await nodeWeights("conv");
  for (const answer of answers)
    expect(answer).toStrictEqual({weights, memory: "shared", isSteady: true});
});

browserTest("a worker that is ended does not leave the other waiting", async ({browser}) => {
  const ended = {...order, task: "dense", steps: 100_000, endAt: 5} as const;
  const {answers} = await trainInPage(browser, {}, ended);
  expect(answers).toStrictEqual([{error: "worker 1 is gone"}, {error: "ended"}]);
});
