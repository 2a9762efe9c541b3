/**
 * How much the reference steps of bench/steps.ts ask of the GPU, which takes time whatever the GPU's speed: plain TF.js programs of
 * batch 64 with TF.js's kernels or these, and with TF.js's Adam or this one. Counting needs no results, so the GPU in software is
 * spared the work: dispatches are recorded in the page and then dropped.
 */
import {beforeAll, test} from "vitest";
import type {Optimiser} from "../../bench/steps.js";
import {tolerances} from "../lib/kernels/tolerances.js";
import {startWasm} from "../wasm.js";
import {expect, webGpuTest} from "./harness.js";
import {cnn, gan} from "./parity-page.js";
import {openProgram} from "./program.js";
import type * as page from "./webgpu-counts-page.js";
import {losses, type Reference} from "./webgpu-reference-losses.js";

const entry = "test/browser/webgpu-counts-page.ts";

type Page = typeof page;

/** Whose kernels, and whose Adam. */
type Way = "stock stock" | "ours stock" | "ours ours";

/** What must hold with the kernels and the Adam of this project. */
const budgets: Readonly<Record<Reference, Pick<page.Counts, "dispatches" | "submits">>> = {
  "cnn reference": {dispatches: 50, submits: 4},
  "gan reference": {dispatches: 150, submits: 12},
};

/** What a step asks for now. A change that raises a number is a step back; one that lowers it writes the new number here. */
const counts: Readonly<Record<Reference, Record<Way, page.Counts>>> = {
  "cnn reference": {
    "stock stock": {dispatches: 132, submits: 9, buffers: 41, writes: 132, tensors: 0},
    "ours stock": {dispatches: 121, submits: 4, buffers: 1, writes: 121, tensors: 0},
    "ours ours": {dispatches: 39, submits: 2, buffers: 1, writes: 39, tensors: 0},
  },
  "gan reference": {
    "stock stock": {dispatches: 386, submits: 27, buffers: 122, writes: 386, tensors: 0},
    "ours stock": {dispatches: 319, submits: 11, buffers: 3, writes: 319, tensors: 0},
    "ours ours": {dispatches: 128, submits: 5, buffers: 3, writes: 128, tensors: 0},
  },
};

/** A GAN's step by TF.js's own losses, noise and list of weights: what anybody's code asks for. */
const asWritten = {dispatches: 125, submits: 4};
const mostAsWritten = 135;

const paritySteps = 3;

beforeAll(startWasm);

for (const name of Object.keys(counts) as Reference[]) {
  webGpuTest(`a step of the ${name} asks of the GPU what it did`, async ({browser}) => {
    const measured: Partial<Record<Way, page.Counts>> = {};
    for (const way of Object.keys(counts[name]) as Way[]) {
      const [kernels, optimiser] = way.split(" ") as ["ours" | "stock", Optimiser];
      const {call, close, troubles} = await openProgram<Page>(browser, entry);
      await call("start", kernels);
      measured[way] = await call("count", name, optimiser);
      expect(troubles).toEqual([]);
      await close();
    }
    expect(measured, "lower or meant? Then update the table of this test").toEqual(counts[name]);
  });

  test(`a step of the ${name} keeps to its budget, which TF.js's own does not`, () => {
    const {"ours ours": ours, "ours stock": kernels, "stock stock": stock} = counts[name];
    for (const kind of ["dispatches", "submits"] as const) {
      expect(ours[kind]).toBeLessThanOrEqual(budgets[name][kind]);
      expect(stock[kind]).toBeGreaterThan(budgets[name][kind]);
      expect(kernels[kind]).toBeLessThan(stock[kind]);
    }
  });
}

webGpuTest("a GAN's step as anybody writes it asks for hardly more", async ({browser}) => {
  const {call, close, troubles} = await openProgram<Page>(browser, entry);
  await call("start", "ours");
  const measured = await call("count", "gan as written", "ours");
  expect(measured).toMatchObject(asWritten);
  expect(measured.dispatches).toBeLessThanOrEqual(mostAsWritten);
  expect(troubles).toEqual([]);
  await close();
});

// One page for all, so that a shader is compiled once.
webGpuTest("the references learn on WebGPU as on wasm", async ({browser}) => {
  const {call, troubles} = await openProgram<Page>(browser, entry);
  await call("start", "ours");
  for (const name of Object.keys(counts) as Reference[])
    for (const optimiser of ["ours", "stock"] as const) {
      const ours = await call("losses", name, optimiser);
      const reference = await losses(name, optimiser);
      expect(ours.length).toBe(reference.length);
      for (const [i, loss] of reference.entries())
        expect(
          Math.abs(ours[i]! - loss) / loss,
          `${name}, Adam: ${optimiser}, loss ${i}`,
        ).toBeLessThan(tolerances.curve);
    }
  for (const [name, reference] of Object.entries({
    cnn: await cnn(paritySteps),
    gan: await gan(paritySteps),
  })) {
    const ours = await call(name as "cnn" | "gan", paritySteps);
    for (const [i, loss] of reference.entries())
      expect(Math.abs(ours[i]! - loss) / loss, `parity's ${name}, loss ${i}`).toBeLessThan(
        tolerances.curve,
      );
  }
  expect(troubles).toEqual([]);
});

webGpuTest(
  "normalisations, attention, losses and chance take a dispatch or two each",
  async ({browser}) => {
    const {call, troubles} = await openProgram<Page>(browser, entry);
    await call("start", "ours");
    expect(await call("kernelCounts")).toEqual({
      BatchNormTraining: 2,
      BatchNormTrainingGrad: 2,
      FusedBatchNormGrad: 2,
      GroupNorm: 1,
      GroupNormGrad: 2,
      ModulatedNorm: 1,
      ModulatedNormGrad: 2,
      // One for both, and a product with the gradient that comes in.
      softmaxCrossEntropy: 2,
      "stock softmaxCrossEntropy": 18,
      sigmoidCrossEntropy: 2,
      "tf.losses.sigmoidCrossEntropy": 3,
      randomNormal: 1,
      attention: 1,
      "attention with its gradient": 3,
      // Sum, activation, and both gradients.
      "relu after a bias, forward and back": 3,
    });
    expect(troubles).toEqual([]);
  },
);

webGpuTest(
  "more dispatches wait for a submit, unless the program has a wish",
  async ({browser}) => {
    const submitsOf = async (...wanted: [] | [number]) => {
      const {call, close} = await openProgram<Page>(browser, entry);
      const result = await call("submitsOf", ...wanted);
      await close();
      return result;
    };
    expect(await submitsOf()).toBe(32);
    expect(await submitsOf(7)).toBe(7);
    expect(await submitsOf(15)).toBe(15);
  },
);
