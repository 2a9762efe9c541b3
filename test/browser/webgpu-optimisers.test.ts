import {beforeAll} from "vitest";
import {expectClose} from "../lib/kernels/checks.js";
import {tolerances} from "../lib/kernels/tolerances.js";
import {startWasm} from "../wasm.js";
import {expect, webGpuTest} from "./harness.js";
import {openProgram} from "./program.js";
import * as program from "./webgpu-optimisers-page.js";

type Program = typeof program;

const entry = "test/browser/webgpu-optimisers-page.ts";

beforeAll(startWasm);

function expectAllClose(ours: readonly (readonly number[])[], reference: typeof ours): void {
  expect(ours.length).toBe(reference.length);
  for (const [i, values] of reference.entries()) expectClose(ours[i]!, values, tolerances.webgpu);
}

webGpuTest("optimisers on WebGPU agree with wasm, in few dispatches", async ({browser}) => {
  const {call, troubles} = await openProgram<Program>(browser, entry);
  await call("startWebGpu");
  const dispatches: Record<string, number> = {};
  for (const name of program.names) {
    const ours = await call("optimise", name);
    expectAllClose(ours.values, (await program.optimise(name)).values);
    expect(ours.left, name).toEqual([0, 0]);
    dispatches[name] = ours.dispatches;
  }
  // Eight weights; a device has at least eight buffers a program.
  expect(dispatches).toEqual({adam: 3, sgd: 2, momentum: 3, nesterov: 3, rmsprop: 3, centred: 3});
  const averages = await call("average");
  expectAllClose(averages.values, (await program.average()).values);
  expect(averages.dispatches).toBe(2);
  expect(troubles).toEqual([]);
});

webGpuTest("what is read of a weight is what it is, and clones keep theirs", async ({browser}) => {
  const {call, troubles} = await openProgram<Program>(browser, entry);
  await call("startWebGpu");
  expect(await call("reads")).toEqual({
    start: 10,
    afterOne: 9,
    acrossStep: 8,
    afterThree: 7,
    clone: 7,
    afterFour: 6,
    doubled: 12,
  });
  expect(await program.reads()).toEqual(await call("reads"));
  expectAllClose(await call("entangled"), await program.entangled());
  expect(await call("summed")).toEqual([Array(8).fill(0), Array(8).fill(2)]);
  expect(await call("borrowed")).toEqual([
    [0, 1, 2, 3],
    [1, 2, 3, 4],
  ]);
  expect(troubles).toEqual([]);
});
