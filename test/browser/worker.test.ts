import {installKernels} from "../../lib/kernels/index.js";
import type {Checkpoint, StartOptions} from "../../lib/training/protocol.js";
import {findRunnable} from "../../src/experiments/index.js";
import {startedClient} from "../lib/training/session-client.js";
import {browserTest, expect, webGpuTest} from "./harness.js";
import {type Plain, startOptions, WorkerPage} from "./worker-page.js";

const steps = (count: number) => ({type: "step", count}) as const;

/** The same run under Node on wasm. */
async function nodeCheckpoint(count: number): Promise<Plain<Checkpoint>> {
  const {experiment, params} = startOptions("wasm");
  const client = await startedClient({experiment, params}, {find: findRunnable, installKernels});
  await client.request(steps(count));
  const checkpoint = await client.request({type: "checkpoint"});
  await client.close();
  return plain(checkpoint) as Plain<Checkpoint>;
}

function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, v) => (ArrayBuffer.isView(v) ? Array.from(v as Float32Array) : v)),
  );
}

/** The largest difference of any number of two checkpoints' arrays. */
function largestDifference(a: Plain<Checkpoint>, b: Plain<Checkpoint>): number {
  const differences = Object.keys(a.arrays).flatMap((name) =>
    a.arrays[name]!.data.map((value, i) => Math.abs(value - b.arrays[name]!.data[i]!)),
  );
  return Math.max(...differences);
}

browserTest("on wasm a run has the same bits in Chromium and under Node", async ({look}) => {
  const worker = await WorkerPage.open(await look(""));
  const started = await worker.request({type: "start", options: startOptions("wasm")});
  expect(started).toMatchObject({backend: "wasm", notes: []});
  await worker.request(steps(30));
  expect(await worker.request({type: "checkpoint"})).toStrictEqual(await nodeCheckpoint(30));
  await worker.request({type: "dispose"});
});

// One run for both, since a GPU in software compiles its programs for ten seconds and more.
webGpuTest(
  "on WebGPU a run stays close to the one on wasm; losing the device is told, and the last checkpoint is kept",
  async ({look}) => {
    const worker = await WorkerPage.open(await look(""));
    await worker.worker.evaluate(keepDevice);
    const started = await worker.request({type: "start", options: startOptions("webgpu")});
    expect(started).toMatchObject({backend: "webgpu", notes: []});
    await worker.request(steps(5));
    const checkpoint = await worker.request({type: "checkpoint"});
    const reference = await nodeCheckpoint(5);
    expect({...checkpoint, arrays: {}}).toStrictEqual({...reference, arrays: {}});
    expect(largestDifference(checkpoint, reference)).toBeLessThan(1e-5);

    await worker.request({type: "train"});
    await worker.worker.evaluate(() => {
      (globalThis as unknown as {device: GPUDevice}).device.destroy();
    });
    const {problem} = await worker.event("failed");
    expect(problem.code).toBe("device-lost");
    expect((await worker.event("checkpoint")).checkpoint.step).toBe(0);
    await expect(worker.request({type: "train"})).rejects.toThrow("the device is lost");
  },
);

function keepDevice(): void {
  const request = GPUAdapter.prototype.requestDevice;
  GPUAdapter.prototype.requestDevice = async function (...options) {
    const device = await request.apply(this, options);
    Object.assign(globalThis, {device});
    return device;
  };
}

browserTest("losing the WebGL context mid-run is told", async ({look, expectTrouble}) => {
  expectTrouble(/WebGL|GL Driver/i);
  const worker = await WorkerPage.open(await look(""));
  await worker.worker.evaluate(keepContext);
  const {backend} = await worker.request({type: "start", options: startOptions("webgl")});
  expect(backend).toBe("webgl");
  await worker.request(steps(1));
  await worker.request({type: "train"});
  await worker.worker.evaluate(() => {
    const {context} = globalThis as unknown as {context: WebGL2RenderingContext};
    context.getExtension("WEBGL_lose_context")?.loseContext();
  });
  expect((await worker.event("failed")).problem.code).toBe("device-lost");
});

function keepContext(): void {
  const get = OffscreenCanvas.prototype.getContext;
  OffscreenCanvas.prototype.getContext = function (this: OffscreenCanvas, ...request: unknown[]) {
    const context = Reflect.apply(get, this, request);
    if (request[0] === "webgl2") Object.assign(globalThis, {context});
    return context;
  } as typeof get;
}

browserTest("a benchmark in a worker of its own tells the time of a step", async ({look}) => {
  const worker = await WorkerPage.open(await look(""));
  const {backends: _, ...options}: StartOptions = startOptions("wasm");
  const timing = await worker.request({type: "benchmark", options, backend: "wasm"});
  expect(timing.backend).toBe("wasm");
  expect(timing.msPerStep).toBeGreaterThan(0);
});

browserTest("a back end that is not there is noted, and wasm is used", async ({look}) => {
  const worker = await WorkerPage.open(await look(""));
  const options = {...startOptions("wasm"), backends: ["webgpu", "wasm"] as const};
  const {backend, notes} = await worker.request({type: "start", options});
  expect(backend).toBe("wasm");
  expect(notes).toHaveLength(1);
  expect(notes[0]).toMatch(/^The back end webgpu can't be used: .+\.$/);
});
