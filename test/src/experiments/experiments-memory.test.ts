import {beforeAll, describe, expect, test} from "vitest";
import * as tf from "../../../lib/tf.js";
import {experiments} from "../../../src/experiments/index.js";
import {leastSetup} from "../../../tools/runs/least-setup.js";
import {type LiveMemory, watchMemory} from "../../../tools/runs/live-memory.js";
import {startAndEnd, trainAndLook} from "../../../tools/runs/memory-cycles.js";
import {useWasm} from "../../../tools/runs/start-run.js";

/** Whatever a step or a start leaves behind is counted exactly, so that a few tell as much as many. `npm run bench -- memory` takes 2,000. */
const checkedSteps = 12;
const warmUpSteps = 4;
const cycles = 2;

let live: () => LiveMemory;
beforeAll(async () => {
  await useWasm();
  live = watchMemory();
});

describe.each(Object.keys(experiments))("%s", (id) => {
  test(`${cycles} starts and ends leave nothing behind`, async () => {
    await startAndEnd(id, 2);
    const before = live();
    await startAndEnd(id, cycles);
    expect(live()).toEqual(before);
  });

  test(`${checkedSteps} steps keep to what the first ones took`, async () => {
    const setup = await leastSetup(id);
    await trainAndLook(setup, warmUpSteps);
    const before = live();
    await trainAndLook(setup, checkedSteps);
    expect(live()).toEqual(before);
    setup.dispose();
  });
});

test("what is not given back is seen, TF.js's tensors and any other memory", () => {
  const before = live();
  const tensor = tf.zeros([4]);
  tensor.dataSync();
  expect(live()).toMatchObject({tensors: before.tensors + 1, blocks: before.blocks + 1});
  tensor.dispose();
  expect(live()).toEqual(before);
  const {wasm} = tf.backend() as unknown as {
    readonly wasm: {_malloc(n: number): number; _free(at: number): void};
  };
  const block = wasm._malloc(before.heapBytes);
  expect(live()).toMatchObject({tensors: before.tensors, blocks: before.blocks + 1});
  expect(live().heapBytes).toBeGreaterThan(before.heapBytes);
  wasm._free(block);
});
