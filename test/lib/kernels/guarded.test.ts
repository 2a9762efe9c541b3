import {beforeAll, describe, expect, test} from "vitest";
import {heapOf} from "../../../lib/kernels/wasm/heap.js";
import {wasmKernels} from "../../../lib/kernels/wasm/index.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {ops} from "./guarded-cases.js";
import {Guards} from "./guarded-memory.js";
import {runCases} from "./guarded-run.js";

let guards: Guards;

beforeAll(async () => {
  await startWasm();
  guards = new Guards();
});

/** Enough that most edges are met; hundreds of each run in `npm run bench -- guarded`. */
const casesOfEach = 8;
/** Quick ones, in which every length counts. */
const oftener = ["sum", "mean", "moments"];

test.each(ops)("%s is what TF.js's cpu back end has, and breaks no guard", async (op) => {
  const length = oftener.includes(op) ? 10 * casesOfEach : casesOfEach;
  const names = Array.from({length}, (_, i) => ({op, number: i + 1}));
  const {failures, computed} = await runCases(names, guards);
  expect(failures).toEqual([]);
  expect(computed).toBeGreaterThan(casesOfEach / 3);
});

test("every kernel of ours has run", () => {
  expect(wasmKernels.map(({name}) => name).filter((name) => !guards.calls.has(name))).toEqual([]);
});

describe("a broken guard is found", () => {
  test.each([
    ["before", -4],
    ["behind", 40],
  ])("%s a tensor", async (where, at) => {
    const heap = heapOf(tf.backend())!;
    const x = tf.tensor1d(new Float32Array(10));
    heap.writeFloats(heap.at(x) + at, [1]);
    tf.dispose([tf.clone(x), x]);
    expect(guards.takeBroken()).toEqual([`Identity wrote ${where} 40 bytes`]);
  });

  test("behind a part of the scratch", () => {
    const heap = heapOf(tf.backend())!;
    heap.runKernel(() => {
      heap.scratch(16);
      heap.writeFloats(heap.scratch(64) + 80, [1]);
    });
    tf.dispose(tf.clone(tf.tensor1d([1])));
    expect(guards.takeBroken()).toEqual(["free wrote behind 80 bytes"]);
  });

  test("in memory that was freed", () => {
    const heap = heapOf(tf.backend())!;
    const x = tf.tensor1d([1, 2, 3, 4]);
    const at = heap.at(x);
    x.dispose();
    heap.writeFloats(at, [1]);
    tf.dispose(tf.clone(tf.tensor1d([1])));
    expect(guards.takeBroken()).toEqual(["Identity wrote into 16 bytes that were freed"]);
  });
});
