import {afterAll, beforeAll, expect, test} from "vitest";
import {setupMaker, trained} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import type {Setup} from "../../lib/training/setup.js";
import {losses, sheetColumns, shownCount} from "./experiment.js";
import {makeLosses} from "./setup.js";

const made: Setup[] = [];
const make = setupMaker(losses, makeLosses, {width: 16, batchSize: 4});

beforeAll(startWasm);
afterAll(() => {
  for (const setup of made) setup.dispose();
});

test("what is seen stays, whatever the loss, and what is not is drawn", async () => {
  const setup = await trained(await make({rows: 12}), 1);
  made.push(setup);
  const {data, shape} = (await setup.snapshot()).sheet as unknown as {
    readonly data: Uint8Array;
    readonly shape: readonly number[];
  };
  expect(shape).toEqual([sheetColumns.length * shownCount, 28, 28, 1]);
  const part = (i: number, from: number, to: number) => [
    ...data.subarray(784 * i + 28 * from, 784 * i + 28 * to),
  ];
  for (const i of sheetColumns.keys()) expect(part(i, 0, 12)).toEqual(part(0, 0, 12));
  expect(Math.max(...part(0, 12, 28)), "what nobody sees is dim").toBeLessThan(160);
  for (const i of [1, 2, 3, 4]) expect(part(i, 12, 28)).not.toEqual(part(0, 12, 28));
  const {scalars, floors} = await setup.measure();
  expect(floors.squaredRead!.low, "whole pictures are read").toBeGreaterThan(90);
  expect(scalars.squaredRead).toBeLessThan(floors.squaredRead!.low);
});

test("all four see the same batches: squared and absolute begin with the same weights", async () => {
  const setup = await make({rows: 12});
  made.push(setup);
  const state = await setup.model.state();
  const kernel = (name: string) =>
    Object.entries(state).find(
      ([key]) => key.startsWith(name) && key.endsWith("hidden1/kernel"),
    )![1].data;
  expect(kernel("absolute")).toEqual(kernel("squared"));
  expect(kernel("features")).toEqual(kernel("squared"));
});
